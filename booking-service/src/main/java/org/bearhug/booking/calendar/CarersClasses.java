package org.bearhug.booking.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.families.Families;
import org.bearhug.kit.Refusal;
import org.hibernate.Session;

/** The sessions in which the children of a carer have or had a place, from a month back to a year ahead. */
@ApplicationScoped
class CarersClasses {

    private static final Duration BACK = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(365);
    private static final int MOST = 1_000;

    private static final String CLASSES =
            """
            SELECT s.id, s.title, s.local_start, s.time_zone, extract(epoch FROM s.ends_at - s.starts_at)::bigint,
                   s.state = 'SCHEDULED' AND bool_or(p.state = 'CONFIRMED'),
                   greatest(max(p.taken_at), max(p.released_at)), s.version + sum(p.version)::bigint
              FROM place p
              JOIN child ON child.id = p.child_id
              JOIN class_session s ON s.id = p.session_id
             WHERE %s AND s.starts_at BETWEEN :from AND :until
             GROUP BY s.id
             ORDER BY s.starts_at, s.id
             LIMIT :most"""
                    .formatted(Families.CARED_FOR);

    @Inject
    Session database;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Clock clock;

    /**
     * A class in somebody's calendar.
     *
     * @param held whether it takes place and a child has a place in it
     * @param changedAt when a place in it was last taken or given back
     * @param sequence grows with each change of the session or of a place
     */
    record CalendarClass(
            UUID sessionId,
            String title,
            ZonedDateTime start,
            Duration length,
            boolean held,
            Instant changedAt,
            long sequence) {

        static CalendarClass of(Object[] row) {
            return new CalendarClass(
                    (UUID) row[0],
                    (String) row[1],
                    ((LocalDateTime) row[2]).atZone(ZoneId.of((String) row[3])),
                    Duration.ofSeconds((Long) row[4]),
                    (Boolean) row[5],
                    (Instant) row[6],
                    (Long) row[7]);
        }
    }

    /**
     * In the order of their dates.
     *
     * @throws Refusal 404 for a token that is not known (any more)
     */
    @Transactional
    List<CalendarClass> of(String token) {
        UUID carer = subscriptions.carerOf(token).orElseThrow(() -> Refusal.notFound("calendar"));
        Instant now = clock.instant();
        return database.createNativeQuery(CLASSES, Object[].class)
                .setParameter("carer", carer)
                .setParameter("from", now.minus(BACK))
                .setParameter("until", now.plus(AHEAD))
                .setParameter("most", MOST)
                .setTupleTransformer((row, columns) -> CalendarClass.of(row))
                .getResultList();
    }
}
