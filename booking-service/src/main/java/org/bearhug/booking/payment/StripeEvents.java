package org.bearhug.booking.payment;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bearhug.booking.jobs.OneByOne;
import org.bearhug.kit.Refusal;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Stripe's messages: kept first, each once, and worked on afterwards. What they say is not believed; they name what Stripe is to be
 * asked about, so they may come twice, late and in any order.
 */
@ApplicationScoped
class StripeEvents {

    private static final Logger LOG = Logger.getLogger(StripeEvents.class);

    private static final Duration KEPT = Duration.ofDays(30);

    /** How long a message about something unknown is worth another try. */
    private static final Duration TRIED = Duration.ofDays(3);

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
    EventWork work;

    @Inject
    Steps steps;

    @Inject
    Clock clock;

    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    /** What is kept of a message: names of things and a word, nothing about a person. */
    record Kept(String id, String type, String object, String intent, UUID payment, String status, Instant receivedAt) {

        static Kept of(Object[] row) {
            return new Kept(
                    (String) row[0],
                    (String) row[1],
                    (String) row[2],
                    (String) row[3],
                    (UUID) row[4],
                    (String) row[5],
                    (Instant) row[6]);
        }

        @Override
        public String toString() {
            return id;
        }
    }

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
        if (!thread.isShutdown()) {
            thread.execute(this::work);
        }
    }

    private static String status(JsonNode object) {
        JsonNode error = object.path("last_payment_error");
        return name(error.isObject() ? error.path("code") : object.path("status"));
    }

    private static String name(JsonNode text) {
        String value = text.textValue();
        return value == null || value.length() > 100 ? null : value;
    }

    @Scheduled(every = "{bearhug.tidy-every}", identity = "work-on-stripe-events")
    void work() {
        Instant now = clock.instant();
        List<Kept> claimed = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(CLAIM, Object[].class)
                        .setParameter("now", now)
                        .setTupleTransformer((row, columns) -> Kept.of(row))
                        .getResultList());
        OneByOne.each("message", claimed, this::attempt);
    }

    private void attempt(Kept event) {
        try {
            boolean done = work.on(event);
            steps.reach(Steps.Step.BEFORE_WORKED_COMMITTED);
            if (done || isOld(event)) {
                worked(event);
            }
        } catch (TillRefused unknown) {
            LOG.warnf("Stripe knows nothing of message %s (%s): %s", event.id(), event.type(), unknown.code());
            if (isOld(event)) {
                worked(event);
            }
        } catch (TillAway | Refusal wait) {
            LOG.warnf("Message %s (%s) has to wait: %s", event.id(), event.type(), wait.getMessage());
        }
    }

    private boolean isOld(Kept event) {
        return clock.instant().isAfter(event.receivedAt().plus(TRIED));
    }

    private void worked(Kept event) {
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

    @PreDestroy
    void stop() {
        thread.shutdown();
    }
}
