package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** How many seats are left, in one query. */
@ApplicationScoped
public class Availability {

    private static final String READ =
            """
            SELECT s.session_id, s.intended,
                   CASE WHEN c.state <> 'SCHEDULED' THEN 0
                        ELSE CASE WHEN s.agreed_until > :now THEN least(s.intended, s.agreed_capacity)
                                  ELSE s.intended END
                             - s.taken - s.held - s.offered
                             + (SELECT count(*)::int
                                  FROM held_seat h
                                 WHERE h.session_id = s.session_id AND h.expires_at <= :now)
                             - (SELECT count(*)::int
                                  FROM waitlist_seat w
                                 WHERE w.session_id = s.session_id AND w.open) END
              FROM seats s
              JOIN class_session c ON c.id = s.session_id
             WHERE c.published AND s.session_id = ANY(%s)
             ORDER BY c.starts_at, s.session_id""";

    private static final String OF_SESSIONS = READ.formatted(":ids");

    private static final String OF_BLOCK =
            READ.formatted("ARRAY(SELECT unnest(b.session_ids) FROM class_block b WHERE b.id = :ids)");

    @Inject
    Session database;

    @Inject
    Clock clock;

    /**
     * The seats of a session.
     *
     * @param seatsLeft how many can still be booked: neither taken nor held nor offered, and beyond what those in line
     *     wait for; none in a cancelled session
     */
    public record Seats(UUID sessionId, int capacity, int seatsLeft, Instant asOf) {}

    /** Of these sessions, in the order of their dates; those not known are left out. */
    @Transactional
    public List<Seats> ofSessions(Collection<UUID> ids) {
        return read(OF_SESSIONS, ids.toArray(UUID[]::new));
    }

    @Transactional
    List<Seats> ofBlock(UUID id) {
        return read(OF_BLOCK, id);
    }

    private List<Seats> read(String query, Object ids) {
        Instant now = clock.instant();
        return database.createNativeQuery(query, Object[].class)
                .setParameter("ids", ids)
                .setParameter("now", now)
                .setTupleTransformer((row, columns) ->
                        new Seats((UUID) row[0], (Integer) row[1], Math.max(0, (Integer) row[2]), now))
                .getResultList();
    }
}
