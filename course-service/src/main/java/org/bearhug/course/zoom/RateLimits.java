package org.bearhug.course.zoom;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Spaces the calls of all instances to one account, by the weight of the call. Zoom counts an account's calls by the
 * second, whoever makes them, so each takes the next free moment from the database and waits for it.
 */
@ApplicationScoped
class RateLimits {

    private static final String TAKE =
            """
            INSERT INTO zoom_rate AS r (connection_id, label, next_at)
            VALUES (:connection, :label, clock_timestamp() + make_interval(secs => :gap))
            ON CONFLICT (connection_id, label) DO UPDATE
               SET next_at = greatest(r.next_at, clock_timestamp()) + make_interval(secs => :gap)
            RETURNING greatest(0, extract(epoch FROM next_at - clock_timestamp()) - :gap)::float8""";

    private static final double LONGEST_SECONDS = 20;

    @Inject
    Session database;

    @Inject
    ZoomSettings settings;

    /** Returns when the call may be made. */
    void await(UUID connection, ZoomPlanLevel.Weight weight) {
        double seconds = QuarkusTransaction.requiringNew().call(() -> take(connection, weight));
        try {
            Thread.sleep((long) (Math.min(seconds, LONGEST_SECONDS) * 1000));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw ZoomFailure.throttled(null);
        }
    }

    private double take(UUID connection, ZoomPlanLevel.Weight weight) {
        return database.createNativeQuery(TAKE, Double.class)
                .setParameter("connection", connection)
                .setParameter("label", weight.name())
                .setParameter("gap", 1.0 / settings.plan.perSecond(weight))
                .getSingleResult();
    }
}
