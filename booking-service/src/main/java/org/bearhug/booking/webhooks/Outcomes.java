package org.bearhug.booking.webhooks;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/** Writes down what came of a try, and what follows for the delivery and its endpoint. */
@ApplicationScoped
class Outcomes {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** Only as long as nobody else has taken it since. */
    private static final String CLOSE =
            """
            UPDATE webhook_delivery
               SET state = :state, due_at = :due, taken_until = NULL, attempted_at = :now,
                   response_status = :status, response = :response, problem = :problem
             WHERE id = :id AND attempts = :attempts""";

    private static final String IT_WORKS =
            "UPDATE webhook_endpoint SET failing_since = NULL, paused_until = NULL WHERE id = :id AND failing_since IS NOT NULL";

    private static final String IT_FAILS =
            """
            UPDATE webhook_endpoint
               SET failing_since = coalesce(failing_since, :now),
                   paused_until = greatest(paused_until, CAST(:pausedUntil AS timestamptz))
             WHERE id = :id
            RETURNING failing_since""";

    @Inject
    Session database;

    @Inject
    Farewell farewell;

    @Inject
    MeterRegistry meters;

    @Inject
    Clock clock;

    @ConfigProperty(name = "bearhug.webhook-failing-for")
    Duration longestFailing;

    @Transactional
    void record(DeliveryTray.Taken delivery, Answer answer) {
        if (answer.isSuccess()) {
            // The endpoint first, as whoever deletes it: in one order nobody waits for each other.
            database.createNativeMutationQuery(IT_WORKS)
                    .setParameter("id", delivery.endpoint())
                    .executeUpdate();
            close(delivery, answer, WebhookDelivery.State.DELIVERED, clock.instant());
        } else {
            failed(delivery, answer);
        }
    }

    private void failed(DeliveryTray.Taken delivery, Answer answer) {
        Instant now = clock.instant();
        Optional<Instant> failingSince = fails(delivery.endpoint(), answer, now);
        Optional<Duration> pause =
                answer.isGone() ? Optional.empty() : RetrySchedule.after(delivery.tries(), ThreadLocalRandom.current());
        Instant due =
                now.plus(pause.map(usual -> longer(usual, answer.retryAfter())).orElse(Duration.ZERO));
        close(delivery, answer, pause.isPresent() ? WebhookDelivery.State.WAITING : WebhookDelivery.State.FAILED, due);
        if (answer.isGone()) {
            farewell.to(delivery.endpoint(), WebhookEndpoint.DisabledWhy.GONE);
        } else if (failingSince
                .filter(since -> !now.isBefore(since.plus(longestFailing)))
                .isPresent()) {
            farewell.to(delivery.endpoint(), WebhookEndpoint.DisabledWhy.FAILING);
        }
    }

    /** Since when; nothing when the endpoint was deleted meanwhile. */
    private Optional<Instant> fails(UUID endpoint, Answer answer, Instant now) {
        Duration pause = answer.retryAfter() == null ? PAUSE : answer.retryAfter();
        return database.createNativeQuery(IT_FAILS, Instant.class)
                .setParameter("id", endpoint)
                .setParameter("now", now)
                .setParameter("pausedUntil", answer.asksForPause() ? now.plus(pause) : null, Instant.class)
                .uniqueResultOptional();
    }

    private static Duration longer(Duration usual, Duration asked) {
        return asked != null && asked.compareTo(usual) > 0 ? asked : usual;
    }

    private void close(DeliveryTray.Taken delivery, Answer answer, WebhookDelivery.State state, Instant due) {
        database.createNativeMutationQuery(CLOSE)
                .setParameter("state", state.name())
                .setParameter("due", due)
                .setParameter("now", clock.instant())
                .setParameter("status", answer.status(), Integer.class)
                .setParameter("response", answer.beginning(), String.class)
                .setParameter(
                        "problem",
                        answer.problem() == null ? null : answer.problem().name(),
                        String.class)
                .setParameter("id", delivery.id())
                .setParameter("attempts", delivery.attempts())
                .executeUpdate();
        meters.counter("bearhug.webhooks", "outcome", state.name()).increment();
    }
}
