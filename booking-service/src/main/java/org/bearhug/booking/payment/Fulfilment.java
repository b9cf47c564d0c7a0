package org.bearhug.booking.payment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bearhug.booking.letters.LetterKind;
import org.bearhug.booking.money.Ledger;
import org.bearhug.kit.Refusal;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * What becomes of a payment, by what Stripe says of its page. The carer who comes back, Stripe's message and the job all end
 * here, and whoever is first does it: under the lock of the booking, and once.
 */
@ApplicationScoped
class Fulfilment {

    private static final Logger LOG = Logger.getLogger(Fulfilment.class);

    @Inject
    Till till;

    @Inject
    SeatsToPay seats;

    @Inject
    Ledger ledger;

    @Inject
    Refunds refunds;

    @Inject
    Dues dues;

    @Inject
    Notices notices;

    @Inject
    Steps steps;

    @Inject
    Clock clock;

    @ConfigProperty(name = "bearhug.payment-processing-lasts")
    Duration processingLasts;

    /** Asks Stripe, and does what follows; a page whose time is over is closed. */
    void look(UUID id) {
        Payment payment = QuarkusTransaction.requiringNew().call(() -> Payment.findById(id));
        if (payment == null || payment.sessionRef == null) {
            return;
        }
        steps.reach(Steps.Step.BEFORE_LOOKING);
        PaidPage page = till.page(payment.sessionRef);
        steps.reach(Steps.Step.AFTER_LOOKING);
        if (page.isOpen() && !clock.instant().isBefore(payment.until)) {
            page = close(page);
            steps.reach(Steps.Step.AFTER_CLOSING);
        }
        follow(page);
    }

    private PaidPage close(PaidPage page) {
        try {
            return till.close(page.id());
        } catch (TillRefused paidMeanwhile) {
            return till.page(page.id());
        }
    }

    /** Does what follows from this. Nothing, when it was done before. */
    void follow(PaidPage page) {
        if (page.payment() == null) {
            return;
        }
        boolean processing = page.status().equals("complete") && !page.isPaid() && till.isProcessing(page.intent());
        if (!page.isPaid()) {
            QuarkusTransaction.requiringNew().run(() -> {
                unpaid(page, processing);
                steps.reach(Steps.Step.BEFORE_UNPAID_COMMITTED);
            });
            steps.reach(Steps.Step.AFTER_UNPAID_COMMITTED);
            return;
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> paid(page, true));
        } catch (Refusal noSeat) {
            if (noSeat.status() >= 500) {
                throw noSeat;
            }
            LOG.infof("Payment %s came, but there is no seat (%s): it goes back.", page.payment(), noSeat.code());
            QuarkusTransaction.requiringNew().run(() -> paid(page, false));
        }
        steps.reach(Steps.Step.AFTER_FULFILLED_COMMITTED);
    }

    private void paid(PaidPage page, boolean withSeat) {
        Payment payment = Payment.locked(page.payment(), seats);
        if (payment == null || payment.state == Payment.State.PAID || payment.state == Payment.State.MISMATCH) {
            return;
        }
        payment.sessionRef = payment.sessionRef == null ? page.id() : payment.sessionRef;
        payment.intentRef = page.intent();
        if (!isAsAsked(page, payment)) {
            LOG.errorf("Payment %s is not what was asked for; it has to be looked at.", payment.id);
            payment.end(Payment.State.MISMATCH);
            payment.problem = "another-sum";
            expire(payment);
            notices.toInstructor(LetterKind.PAYMENT_MISMATCH, payment);
            return;
        }
        payment.end(Payment.State.PAID);
        payment.paidAt = clock.instant();
        payment.problem = null;
        ledger.payment(payment.bookingId, payment.sum(), "paid-online", page.id(), payment.carerId);
        if (payment.keepsSeats && withSeat) {
            seats.confirm(payment.bookingId);
        } else if (payment.keepsSeats) {
            seats.expire(payment.bookingId);
            notices.toCarer(LetterKind.PAID_TOO_LATE, payment);
        }
        // Whatever is paid and not owed goes back: all of it without a seat, something when it was paid twice.
        refunds.settle(payment.bookingId);
        steps.reach(Steps.Step.BEFORE_FULFILLED_COMMITTED);
    }

    private static boolean isAsAsked(PaidPage page, Payment payment) {
        return page.id().equals(payment.sessionRef)
                && payment.sum().equals(page.total())
                && payment.bookingId.toString().equals(page.bookingId());
    }

    private void unpaid(PaidPage page, boolean processing) {
        Payment payment = Payment.locked(page.payment(), seats);
        if (payment == null || !payment.isUnderWay()) {
            return;
        }
        if (payment.sessionRef == null) {
            payment.sessionRef = page.id();
            payment.url = page.url();
            payment.state = Payment.State.OPEN;
        }
        if (processing) {
            process(payment, page);
        } else if (!page.isOpen()) {
            boolean refused = page.status().equals("complete");
            payment.end(refused ? Payment.State.FAILED : Payment.State.EXPIRED);
            payment.intentRef = page.intent();
            if (payment.keepsSeats) {
                expire(payment);
                notices.toCarer(LetterKind.NOT_PAID, payment);
            } else {
                dues.resume(payment.bookingId);
            }
        }
    }

    private void process(Payment payment, PaidPage page) {
        if (payment.state != Payment.State.PROCESSING) {
            Instant until = clock.instant().plus(processingLasts);
            payment.end(Payment.State.PROCESSING);
            payment.intentRef = page.intent();
            payment.until = until;
            if (payment.keepsSeats) {
                seats.keep(payment.bookingId, until);
            }
        }
    }

    private void expire(Payment payment) {
        if (payment.keepsSeats) {
            seats.expire(payment.bookingId);
        }
    }
}
