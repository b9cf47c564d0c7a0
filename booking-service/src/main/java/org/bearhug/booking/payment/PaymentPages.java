package org.bearhug.booking.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Function;
import org.bearhug.booking.money.Purchase;
import org.bearhug.kit.Idempotency;
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
    Intentions intentions;

    @Inject
    ObjectMapper json;

    @Inject
    Steps steps;

    /** An answer that was kept, and what Stripe is to be asked a page for before it is given. */
    public record Unopened(String answer, Intended intended) {}

    /** Whether there are any. */
    public boolean areOpened() {
        return payments.isOnline();
    }

    /** As {@link #shown}, of what was just committed and says itself, by its entity, whether there is something to pay. */
    public Response open(Purchase.Kind kind, Response bought, Function<UUID, ?> anew) {
        if (!(bought.getEntity() instanceof Unopened unopened)) {
            return Idempotency.isRepeated(bought) ? shown(kind, bought, anew) : bought;
        }
        steps.reach(Steps.Step.AFTER_INTENDED_COMMITTED);
        PaymentView page = opened(unopened.intended());
        return page == null
                ? answer(bought, anew.apply(unopened.intended().purchase().id()))
                : with(page, bought, unopened.answer());
    }

    /**
     * The same answer, with the page where it is to be paid first. It is opened now, after what was bought is committed, or was
     * by an earlier request under the same key. Stripe being away is no harm: a job tries again.
     *
     * @param anew what was bought, read once more, where more has become of it than a page
     * @throws Refusal 409 {@code payment-failed} when Stripe will not, and each time after that
     */
    public Response shown(Purchase.Kind kind, Response bought, Function<UUID, ?> anew) {
        if (!payments.isOnline()) {
            return bought;
        }
        String path = bought.getLocation().getPath();
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        steps.reach(Steps.Step.AFTER_INTENDED_COMMITTED);
        Intentions.Standing payment =
                intentions.latestOf(new Purchase(kind, id)).orElse(null);
        if (payment == null || !payment.isByStripe()) {
            return bought;
        }
        if (payment.wasRefused()) {
            throw Opening.refused(payment.problem());
        }
        if (!payment.isUnderWay()) {
            return bought;
        }
        PaymentView page = payment.isWaiting() ? opened(payment.intended()) : null;
        return page == null || Idempotency.isRepeated(bought)
                ? answer(bought, anew.apply(id))
                : with(page, bought, bought.getEntity());
    }

    /** How it is paid now; null when that is not known without a look. */
    private PaymentView opened(Intended intended) {
        try {
            return opening.open(intended).orElse(null);
        } catch (TillAway away) {
            LOG.warnf("The page of payment %s has to wait: %s", intended.id(), away.getMessage());
            return null;
        }
    }

    /** What was answered a moment ago; nothing has changed in it but how it is paid, for which there is a page now. */
    private Response with(PaymentView page, Response bought, Object answered) {
        ObjectNode answer = answered instanceof String kept ? read(kept) : json.valueToTree(answered);
        answer.set("payment", json.valueToTree(page));
        answer.put("payableOnline", false);
        return answer(bought, answer);
    }

    private static Response answer(Response bought, Object entity) {
        return Response.created(bought.getLocation()).entity(entity).build();
    }

    private ObjectNode read(String answer) {
        try {
            return json.readValue(answer, ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what we wrote ourselves cannot be read", e);
        }
    }
}
