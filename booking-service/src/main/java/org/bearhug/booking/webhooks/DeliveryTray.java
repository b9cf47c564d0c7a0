package org.bearhug.booking.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.sql.SqlFile;
import org.hibernate.Session;

/**
 * Hands out deliveries that are due. Whoever takes one has it to itself for a minute; when it dies the delivery comes back by
 * itself, so it may arrive twice and is not lost. To one endpoint few are on their way at once, counted over all instances,
 * and endpoints with the fewest come first: a slow one holds up no other.
 */
@ApplicationScoped
class DeliveryTray {

    /** Longer than a name look-up and a call together. */
    static final Duration TAKEN_FOR = Duration.ofMinutes(1);

    /** So many are on their way to one endpoint at once. */
    static final int AT_ONCE_EACH = 2;

    /** The lock of its row makes counting what is on its way to an endpoint, and taking more, one step. */
    private static final String ENDPOINTS = SqlFile.read("webhooks/endpoints");

    private static final String TAKE = SqlFile.read("webhooks/take");

    @Inject
    Session database;

    @Inject
    Clock clock;

    /**
     * A delivery that is ours to try.
     *
     * @param attempts how often it was taken, with this time, which tells it from a later taking
     * @param tries since it was last put into the queue, with this one
     * @param sealed the secrets that sign
     */
    record Taken(
            UUID id,
            UUID endpoint,
            String url,
            String type,
            Instant occurredAt,
            String data,
            int attempts,
            int tries,
            String[] sealed) {

        static Taken of(Object[] row) {
            return new Taken(
                    (UUID) row[0],
                    (UUID) row[1],
                    (String) row[2],
                    (String) row[3],
                    (Instant) row[4],
                    (String) row[5],
                    (Integer) row[6],
                    (Integer) row[7],
                    (String[]) row[8]);
        }

        @Override
        public String toString() {
            return id.toString();
        }
    }

    /** At most so many. */
    @Transactional
    List<Taken> take(int most) {
        Instant now = clock.instant();
        List<UUID> endpoints = database.createNativeQuery(ENDPOINTS, UUID.class)
                .setParameter("now", now)
                .setParameter("most", most)
                .getResultList();
        if (endpoints.isEmpty()) {
            return List.of();
        }
        return database.createNativeQuery(TAKE, Object[].class)
                .setParameter("endpoints", endpoints.toArray(UUID[]::new))
                .setParameter("each", AT_ONCE_EACH)
                .setParameter("most", most)
                .setParameter("now", now)
                .setParameter("until", now.plus(TAKEN_FOR))
                .setTupleTransformer((row, columns) -> Taken.of(row))
                .getResultList();
    }
}
