package org.bearhug.booking.payment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.bearhug.kit.Refusal;
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
    PaymentNews news;

    @Inject
    Steps steps;

    @Inject
    Clock clock;

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
                news.unpaid(page, processing);
                steps.reach(Steps.Step.BEFORE_UNPAID_COMMITTED);
            });
            steps.reach(Steps.Step.AFTER_UNPAID_COMMITTED);
            return;
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> news.paid(page, true));
        } catch (Refusal gone) {
            if (gone.status() >= 500) {
                throw gone;
            }
            LOG.infof("Payment %s came too late (%s): it goes back.", page.payment(), gone.code());
            QuarkusTransaction.requiringNew().run(() -> news.paid(page, false));
        }
        steps.reach(Steps.Step.AFTER_FULFILLED_COMMITTED);
    }
}
