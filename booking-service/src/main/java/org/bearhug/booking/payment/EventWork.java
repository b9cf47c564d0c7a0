package org.bearhug.booking.payment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.bearhug.booking.letters.LetterKind;

/** What follows from a message of Stripe's. */
@ApplicationScoped
class EventWork {

    private static final Set<String> OVER = Set.of("won", "lost", "warning_closed");

    @Inject
    Till till;

    @Inject
    Fulfilment fulfilment;

    @Inject
    Refunds refunds;

    @Inject
    SeatsToPay seats;

    @Inject
    Notices notices;

    /** Returns false when it is about something that is not known yet, so that it is worth another try. */
    boolean on(StripeEvents.Kept event) {
        String type = event.type();
        if (event.object() == null) {
            return true;
        }
        if (type.startsWith("checkout.session.")) {
            fulfilment.follow(till.page(event.object()));
            return true;
        }
        if (type.startsWith("refund.")) {
            return refund(till.given(event.object()));
        }
        if (type.startsWith("charge.dispute.")) {
            return QuarkusTransaction.requiringNew().call(() -> dispute(event));
        }
        if (type.equals("payment_intent.payment_failed") && event.payment() != null) {
            QuarkusTransaction.requiringNew().run(() -> declined(event.payment(), event.status()));
        }
        return true;
    }

    private boolean refund(GivenBack given) {
        return QuarkusTransaction.requiringNew().call(() -> {
            if (given.ours() != null && Refund.findById(given.ours()) != null) {
                refunds.learn(given.ours(), given);
                return true;
            }
            Payment payment = Payment.byIntent(given.intent()).orElse(null);
            if (payment != null) {
                refunds.learnForeign(payment, given);
            }
            return payment != null;
        });
    }

    private boolean dispute(StripeEvents.Kept event) {
        Payment payment = Payment.byIntent(event.intent()).orElse(null);
        if (payment == null) {
            return false;
        }
        seats.lock(payment.bookingId);
        Payment.getEntityManager().refresh(payment);
        if (payment.dispute == null || !OVER.contains(payment.dispute)) {
            boolean isNew = payment.dispute == null;
            payment.dispute = event.status();
            if (isNew || OVER.contains(event.status())) {
                notices.toInstructor(isNew ? LetterKind.DISPUTE_OPENED : LetterKind.DISPUTE_CLOSED, payment);
            }
        }
        return true;
    }

    private void declined(UUID id, String code) {
        Payment known = Payment.findById(id);
        if (known != null) {
            seats.lock(known.bookingId);
            Payment.getEntityManager().refresh(known);
            if (known.state == Payment.State.OPEN) {
                known.problem = code;
            }
        }
    }
}
