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
 * here, and whoever is first does it: under the lock of what is paid for, and once.
 */
@ApplicationScoped
class Fulfilment {

    private static final Logger LOG = Logger.getLogger(Fulfilment.class);

    @Inject
    Till till;

    @Inject
    Sellers sellers;

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
        } catch (Refusal gone) {
            if (gone.status() >= 500) {
                throw gone;
            }
            LOG.infof("Payment %s came too late (%s): it goes back.", page.payment(), gone.code());
            QuarkusTransaction.requiringNew().run(() -> paid(page, false));
        }
        steps.reach(Steps.Step.AFTER_FULFILLED_COMMITTED);
    }

    private void paid(PaidPage page, boolean toBeHad) {
        Payment payment = Payment.locked(page.payment(), sellers);
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
        ledger.payment(payment.purchase(), payment.sum(), "paid-online", page.id(), payment.carerId);
        if (payment.keeps && toBeHad) {
            seller(payment).confirm(payment.purchase().id());
        } else if (payment.keeps) {
            expire(payment);
            notices.paidTooLate(payment);
        }
        // Whatever is paid and not owed goes back: all of it when it came too late, something when it was paid twice.
        refunds.settle(payment.purchase());
        steps.reach(Steps.Step.BEFORE_FULFILLED_COMMITTED);
    }

    private static boolean isAsAsked(PaidPage page, Payment payment) {
        return page.id().equals(payment.sessionRef)
                && payment.sum().equals(page.total())
                && payment.purchase().id().toString().equals(page.purchase());
    }

    private void unpaid(PaidPage page, boolean processing) {
        Payment payment = Payment.locked(page.payment(), sellers);
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
            if (!payment.keeps) {
                dues.resume(payment.purchase());
            } else if (expire(payment)) {
                notices.notPaid(payment);
            }
        }
    }

    private void process(Payment payment, PaidPage page) {
        if (payment.state != Payment.State.PROCESSING) {
            Instant until = clock.instant().plus(processingLasts);
            payment.end(Payment.State.PROCESSING);
            payment.intentRef = page.intent();
            payment.until = until;
            if (payment.keeps) {
                seller(payment).keep(payment.purchase().id(), until);
            }
        }
    }

    private boolean expire(Payment payment) {
        return payment.keeps && seller(payment).expire(payment.purchase().id());
    }

    private Seller seller(Payment payment) {
        return sellers.of(payment.purchase());
    }
}
