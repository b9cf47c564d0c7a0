package org.bearhug.booking.payment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.booking.money.Purchase;
import org.bearhug.kit.Refusal;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Asks Stripe for the page on which something is paid. The intention was committed before; what comes of it is afterwards. */
@ApplicationScoped
class Opening {

    private static final Logger LOG = Logger.getLogger(Opening.class);

    @Inject
    Intentions intentions;

    @Inject
    Till till;

    @Inject
    Sellers sellers;

    @Inject
    DuesAgain dues;

    @Inject
    Steps steps;

    @ConfigProperty(name = "bearhug.public-url")
    String publicUrl;

    /**
     * Opens the page, unless that was done.
     *
     * @throws TillAway when it is not known whether there is one now; a job asks again
     * @throws Refusal 409 {@code payment-failed} when Stripe will not; what was to be had is given back then
     */
    void open(UUID id) {
        intentions.waiting(id).ifPresent(this::open);
    }

    /**
     * As the other.
     *
     * @return how it is paid now, or nothing when something became of it meanwhile
     */
    Optional<PaymentView> open(Intended intended) {
        steps.reach(Steps.Step.BEFORE_OPENING);
        try {
            PaidPage page = till.open(intended, publicUrl + way(intended.purchase()));
            steps.reach(Steps.Step.AFTER_OPENING);
            steps.reach(Steps.Step.BEFORE_OPENED_COMMITTED);
            boolean opened = intentions.opened(intended, page);
            steps.reach(Steps.Step.AFTER_OPENED_COMMITTED);
            return opened ? Optional.of(intended.on(page)) : Optional.empty();
        } catch (TillRefused no) {
            LOG.errorf("Stripe opens no page for payment %s: %s", intended.id(), no.code());
            QuarkusTransaction.requiringNew().run(() -> end(intended.id(), Payment.State.FAILED, no.code()));
            throw refused(no.code());
        }
    }

    /** What is said, each time, to whom Stripe opens no page. */
    static Refusal refused(String reason) {
        return new Refusal(
                        409,
                        "payment-failed",
                        "This sum cannot be paid online, and nothing is booked. Please ask the instructor.")
                .with("reason", reason);
    }

    /** Back to where it is shown that it is paid. */
    private static String way(Purchase purchase) {
        return switch (purchase.kind()) {
            case BOOKING -> "/my-classes?booking=" + purchase.id();
            case PASS -> "/passes?pass=" + purchase.id();
        };
    }

    /** The time of a page that may have been opened is over; if somebody paid on it, Stripe tells. */
    void giveUp(UUID id) {
        QuarkusTransaction.requiringNew().run(() -> end(id, Payment.State.EXPIRED, "service-unavailable"));
    }

    private void end(UUID id, Payment.State how, String problem) {
        Payment payment = Payment.locked(id, sellers);
        if (payment.state == Payment.State.OPENING || payment.state == Payment.State.OPEN) {
            payment.end(how);
            payment.problem = problem;
            Purchase purchase = payment.purchase();
            if (payment.keeps) {
                sellers.of(purchase).expire(purchase.id());
            } else {
                dues.resume(purchase);
            }
        }
    }
}
