package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;

/**
 * Takes and releases seats, each time all of a booking's in one statement: first the sessions' rows are locked in the
 * order of their ids, then it is judged, then written. The constraints of the tables stand behind it.
 */
@ApplicationScoped
class SeatLedger {

    private static final String TAKE =
            """
            WITH seat AS MATERIALIZED (
                     SELECT session_id, taken,
                            CASE WHEN agreed_until > :now THEN least(capacity, agreed_capacity) ELSE capacity END AS sold
                       FROM seats
                      WHERE session_id = ANY(:sessions)
                      ORDER BY session_id
                        FOR NO KEY UPDATE),
                 doubled AS (
                     SELECT session_id, child_id
                       FROM place
                      WHERE session_id = ANY(:sessions) AND child_id = ANY(:children) AND state = 'CONFIRMED'),
                 verdict AS (
                     SELECT count(*) = cardinality(:sessions)
                            AND bool_and(taken + cardinality(:children) <= sold)
                            AND NOT EXISTS (SELECT FROM doubled) AS fits
                       FROM seat),
                 counted AS (
                     UPDATE seats s
                        SET taken = s.taken + cardinality(:children), version = s.version + 1
                       FROM seat, verdict
                      WHERE s.session_id = seat.session_id AND verdict.fits
                     RETURNING s.session_id, s.intended, s.taken, s.version),
                 booked AS (
                     INSERT INTO booking (carer_id, block_id, session_id, title, children, state, amount, currency, booked_at)
                     SELECT :carer, :block, :session, :title, cardinality(:children), 'CONFIRMED', :amount, :currency, :now
                       FROM verdict
                      WHERE fits
                     RETURNING id),
                 placed AS (
                     INSERT INTO place (booking_id, session_id, child_id, carer_id, state, taken_at)
                     SELECT booked.id, counted.session_id, child_id, :carer, 'CONFIRMED', :now
                       FROM booked, counted, unnest(:children) AS child_id
                     RETURNING booking_id, id, session_id, child_id, version)
            SELECT seat.session_id,
                   seat.taken + cardinality(:children) > seat.sold,
                   doubled.child_id IS NOT NULL,
                   coalesce(placed.child_id, doubled.child_id),
                   placed.booking_id,
                   placed.id,
                   placed.version,
                   counted.intended,
                   counted.taken,
                   counted.version
              FROM seat
              LEFT JOIN doubled USING (session_id)
              LEFT JOIN counted USING (session_id)
              LEFT JOIN placed USING (session_id)
             ORDER BY seat.session_id""";

    private static final String RELEASE =
            """
            WITH seat AS MATERIALIZED (
                     SELECT session_id
                       FROM seats
                      WHERE session_id IN (SELECT session_id
                                             FROM place
                                            WHERE booking_id = :booking AND state = 'CONFIRMED'
                                              AND child_id = ANY(:children)
                                              AND session_id = ANY(:sessions))
                      ORDER BY session_id
                        FOR NO KEY UPDATE),
                 released AS (
                     UPDATE place p
                        SET state = 'RELEASED', released_at = :now, version = p.version + 1
                       FROM seat
                      WHERE p.session_id = seat.session_id AND p.booking_id = :booking AND p.state = 'CONFIRMED'
                        AND p.child_id = ANY(:children)
                     RETURNING p.id, p.session_id, p.child_id, p.version),
                 counted AS (
                     UPDATE seats s
                        SET taken = s.taken - r.n, capacity = greatest(s.intended, s.taken - r.n), version = s.version + 1
                       FROM (SELECT session_id, count(*)::int AS n FROM released GROUP BY session_id) r
                      WHERE s.session_id = r.session_id
                     RETURNING s.session_id, s.intended, s.taken, s.version)
            SELECT session_id,
                   false,
                   false,
                   released.child_id,
                   :booking,
                   released.id,
                   released.version,
                   counted.intended,
                   counted.taken,
                   counted.version
              FROM released
              JOIN counted USING (session_id)
             ORDER BY session_id""";

    @Inject
    Session database;

    /**
     * Takes a seat for each child in each session, and writes the booking.
     *
     * @return one entry for each place
     * @throws Refusal 409 {@code already-booked} or {@code session-full}; nothing is taken then
     */
    List<SeatChange> take(Agreement agreement, Instant now) {
        List<SeatChange> changes;
        try {
            changes = database.createNativeQuery(TAKE, Object[].class)
                    .setParameter("sessions", uuids(agreement.sessionIds()))
                    .setParameter("children", uuids(agreement.childIds()))
                    .setParameter("carer", agreement.carerId())
                    .setParameter("block", agreement.blockId(), UUID.class)
                    .setParameter("session", agreement.sessionId(), UUID.class)
                    .setParameter("title", agreement.title())
                    .setParameter("amount", agreement.price().amount())
                    .setParameter("currency", agreement.price().currency())
                    .setParameter("now", now)
                    .setTupleTransformer((row, columns) -> SeatChange.of(row))
                    .getResultList();
        } catch (ConstraintViolationException violation) {
            if ("one_active_place_per_child_and_session".equals(violation.getConstraintName())) {
                // Booked by another request between our look and our lock.
                throw SeatChange.alreadyBooked();
            }
            throw violation;
        }
        if (changes.isEmpty() || changes.get(0).placeId() == null) {
            throw SeatChange.refusal(changes);
        }
        return changes;
    }

    /**
     * Gives back what this booking still holds in these sessions for these children; returns one entry for each place
     * given back.
     */
    List<SeatChange> release(UUID booking, Collection<UUID> children, Collection<UUID> sessions, Instant now) {
        return database.createNativeQuery(RELEASE, Object[].class)
                .setParameter("booking", booking)
                .setParameter("children", uuids(children))
                .setParameter("sessions", uuids(sessions))
                .setParameter("now", now)
                .setTupleTransformer((row, columns) -> SeatChange.of(row))
                .getResultList();
    }

    private static UUID[] uuids(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
