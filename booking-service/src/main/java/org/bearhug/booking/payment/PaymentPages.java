package org.bearhug.booking.payment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import java.util.function.Function;
import org.bearhug.booking.money.Purchase;
import org.bearhug.kit.Refusal;
import org.jboss.logging.Logger;

/** Leads whoever has just bought something to the page on which it is paid. */
@ApplicationScoped
public class PaymentPages {

    private static final Logger LOG = Logger.getLogger(PaymentPages.class);

    @Inject
    Payments payments;

    @Inject
    Opening opening;

    @Inject
    Steps steps;

    /**
     * The same answer, with the page where it is to be paid first. It is opened now, after what was bought is committed, or was
     * by an earlier request under the same key.
     *
     * @param anew what was bought, read once more
     * @throws Refusal 409 {@code payment-failed}
     */
    public Response shown(Purchase.Kind kind, Response bought, Function<UUID, ?> anew) {
        if (!payments.isOnline()) {
            return bought;
        }
        URI location = bought.getLocation();
        UUID id =
                UUID.fromString(location.getPath().substring(location.getPath().lastIndexOf('/') + 1));
        return begin(new Purchase(kind, id))
                ? Response.created(location).entity(anew.apply(id)).build()
                : bought;
    }

    /**
     * Opens the page on which it is paid, unless it is open. Stripe being away is no harm: a job tries again.
     *
     * @return whether this is being paid by Stripe
     * @throws org.bearhug.kit.Refusal 409 {@code payment-failed} when Stripe will not, and each time after that
     */
    private boolean begin(Purchase purchase) {
        steps.reach(Steps.Step.AFTER_INTENDED_COMMITTED);
        Payment payment = QuarkusTransaction.requiringNew()
                .call(() -> Payment.latestOf(purchase).orElse(null));
        if (payment == null || payment.provider != Payment.Provider.STRIPE) {
            return false;
        }
        if (payment.wasRefused()) {
            throw Opening.refused(payment.problem);
        }
        if (!payment.isUnderWay()) {
            return false;
        }
        try {
            opening.open(payment.id);
        } catch (TillAway away) {
            LOG.warnf("The page of payment %s has to wait: %s", payment.id, away.getMessage());
        }
        return true;
    }
}
