package org.bearhug.course.zoom;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Spaces the calls of all instances to one account, by the weight of the call. Zoom counts an account's calls by the
 * second, whoever makes them, so each takes the next free moment from the database and waits for it; and by the day.
 */
@ApplicationScoped
class RateLimits {

    private static final String TAKE =
            """
            INSERT INTO zoom_rate AS r (connection_id, label, next_at, day, used)
            VALUES (:connection, :label, clock_timestamp() + make_interval(secs => :gap), :today, 1)
            ON CONFLICT (connection_id, label) DO UPDATE
               SET next_at = greatest(r.next_at, clock_timestamp()) + make_interval(secs => :gap),
                   day = excluded.day, used = CASE WHEN r.day = excluded.day THEN r.used + 1 ELSE 1 END
             WHERE r.day IS DISTINCT FROM excluded.day OR r.used < :limit
            RETURNING greatest(0, extract(epoch FROM next_at - clock_timestamp()) - :gap)::float8""";

    private static final double LONGEST_SECONDS = 20;

    @Inject
    Session database;

    @Inject
    ZoomSettings settings;

    @Inject
    Clock clock;

    /**
     * Returns when the call may be made.
     *
     * @throws ZoomFailure when it may not be made today
     */
    void await(UUID connection, ZoomPlanLevel.Weight weight) {
        Instant now = clock.instant();
        double seconds = QuarkusTransaction.requiringNew()
                .call(() -> take(connection, weight, LocalDate.ofInstant(now, ZoneOffset.UTC)))
                .orElseThrow(() -> ZoomFailure.throttled(ZoomCalls.tomorrow(now)));
        try {
            Thread.sleep((long) (Math.min(seconds, LONGEST_SECONDS) * 1000));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw ZoomFailure.throttled(null);
        }
    }

    /** The seconds to wait; empty when the day's number is reached. */
    private Optional<Double> take(UUID connection, ZoomPlanLevel.Weight weight, LocalDate today) {
        return database.createNativeQuery(TAKE, Double.class)
                .setParameter("connection", connection)
                .setParameter("label", weight.name())
                .setParameter("gap", 1.0 / settings.plan.perSecond(weight))
                .setParameter("today", today)
                .setParameter("limit", settings.plan.perDay(weight))
                .uniqueResultOptional();
    }
}
