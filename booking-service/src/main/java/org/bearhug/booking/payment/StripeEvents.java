package org.bearhug.booking.payment;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Stripe's messages, each kept once before it is worked on by {@link EventRounds}. */
@ApplicationScoped
class StripeEvents {

    private static final Duration KEPT = Duration.ofDays(30);

    private static final String KEEP =
            """
            INSERT INTO stripe_event (id, type, object_ref, intent_ref, payment_id, status, received_at, due_at)
            VALUES (:id, :type, :object, :intent, :payment, :status, :now, :now)
            ON CONFLICT DO NOTHING""";

    private static final String CLAIM =
            """
            UPDATE stripe_event
               SET tries = tries + 1,
                   due_at = CAST(:now AS timestamptz) + %s
             WHERE id IN (SELECT id FROM stripe_event WHERE worked_at IS NULL AND due_at <= :now
                           ORDER BY due_at LIMIT 50 FOR UPDATE SKIP LOCKED)
            RETURNING id, type, object_ref, intent_ref, payment_id, status, received_at"""
                    .formatted(Pauses.UNANSWERED);

    @Inject
    Session database;

    @Inject
    Steps steps;

    @Inject
    Clock clock;

    void keep(JsonNode event) {
        JsonNode object = event.path("data").path("object");
        Instant now = clock.instant();
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeMutationQuery(KEEP)
                    .setParameter("id", name(event.path("id")))
                    .setParameter("type", name(event.path("type")))
                    .setParameter("object", name(object.path("id")), String.class)
                    .setParameter("intent", name(object.path("payment_intent")), String.class)
                    .setParameter(
                            "payment",
                            PaidPage.ours(
                                    object.path("metadata").path("payment").textValue()),
                            UUID.class)
                    .setParameter("status", status(object), String.class)
                    .setParameter("now", now)
                    .executeUpdate();
            steps.reach(Steps.Step.BEFORE_KEPT_COMMITTED);
        });
        steps.reach(Steps.Step.AFTER_KEPT_COMMITTED);
    }

    private static String status(JsonNode object) {
        JsonNode error = object.path("last_payment_error");
        return name(error.isObject() ? error.path("code") : object.path("status"));
    }

    private static String name(JsonNode text) {
        String value = text.textValue();
        return value == null || value.length() > 100 ? null : value;
    }

    /** Those whose turn it is; who has claimed one has it for a while. */
    List<KeptEvent> claim() {
        return QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(CLAIM, Object[].class)
                .setParameter("now", clock.instant())
                .setTupleTransformer((row, columns) -> KeptEvent.of(row))
                .getResultList());
    }

    /** It is not worked on any more. */
    void worked(KeptEvent event) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeMutationQuery("UPDATE stripe_event SET worked_at = :now WHERE id = :id")
                        .setParameter("now", clock.instant())
                        .setParameter("id", event.id())
                        .executeUpdate());
    }

    @Scheduled(every = "6h", delayed = "5m", identity = "forget-stripe-events")
    void forget() {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeMutationQuery(
                        "DELETE FROM stripe_event WHERE received_at < :before AND worked_at IS NOT NULL")
                .setParameter("before", clock.instant().minus(KEPT))
                .executeUpdate());
    }
}
