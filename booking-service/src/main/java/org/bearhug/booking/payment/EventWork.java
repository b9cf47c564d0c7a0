package org.bearhug.booking.payment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.booking.letters.LetterKind;
import org.bearhug.booking.money.Purchase;

/** What follows from a message of Stripe's. */
@ApplicationScoped
class EventWork {

    @Inject
    Till till;

    @Inject
    Fulfilment fulfilment;

    @Inject
    RefundNews news;

    @Inject
    ForeignRefunds foreign;

    @Inject
    LostDisputes lost;

    @Inject
    MovedLine moved;

    @Inject
    Sellers sellers;

    @Inject
    Notices notices;

    /** Returns false when it is about something that is not known yet, so that it is worth another try. */
    boolean on(KeptEvent event) {
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
            Disputed disputed = till.disputed(event.object());
            return QuarkusTransaction.requiringNew().call(() -> dispute(disputed));
        }
        if (type.equals("payment_intent.payment_failed") && event.payment() != null) {
            QuarkusTransaction.requiringNew().run(() -> declined(event.payment(), event.status()));
        }
        return true;
    }

    private boolean refund(GivenBack given) {
        return QuarkusTransaction.requiringNew().call(() -> {
            if (given.ours() != null && Refund.count("id", given.ours()) > 0) {
                news.learn(given.ours(), given);
                return true;
            }
            Optional<UUID> payment = Payment.withIntent(given.intent());
            payment.ifPresent(known -> foreign.learn(known, given));
            return payment.isPresent();
        });
    }

    private boolean dispute(Disputed disputed) {
        Optional<UUID> known = Payment.withIntent(disputed.intent());
        known.ifPresent(id -> dispute(id, disputed));
        return known.isPresent();
    }

    private void dispute(UUID id, Disputed disputed) {
        List<Purchase> line = moved.lockedFor(id);
        Payment payment = Payment.locked(id, sellers);
        if (disputed.status().equals(payment.dispute)) {
            return;
        }
        boolean isNew = payment.dispute == null;
        payment.dispute = disputed.status();
        if (disputed.isLost()) {
            lost.lost(payment, line, disputed);
            notices.toInstructor(LetterKind.DISPUTE_LOST, payment);
        } else if (disputed.isOver() || isNew) {
            notices.toInstructor(disputed.isOver() ? LetterKind.DISPUTE_CLOSED : LetterKind.DISPUTE_OPENED, payment);
        }
    }

    private void declined(UUID id, String code) {
        Payment payment = Payment.locked(id, sellers);
        if (payment != null && payment.state == Payment.State.OPEN) {
            payment.problem = code;
        }
    }
}
