package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bearhug.kit.Page;
import org.bearhug.reads.Reading;
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
                             + h.expired
                             - (SELECT count(*)::int
                                  FROM waitlist_seat w
                                 WHERE w.session_id = s.session_id AND w.open) END,
                   least(h.next_expiry, CASE WHEN s.agreed_until > :now THEN s.agreed_until END)
              FROM seats s
              JOIN class_session c ON c.id = s.session_id
             CROSS JOIN LATERAL (
                   SELECT count(*) FILTER (WHERE expires_at <= :now)::int AS expired,
                          min(expires_at) FILTER (WHERE expires_at > :now) AS next_expiry
                     FROM held_seat
                    WHERE session_id = s.session_id) h
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

    /** As last read: it changes by itself when a hold, an offer or an agreement about the capacity ends. */
    private record Row(Seats seats, Instant until) {}

    /** Of these sessions, in the order of their dates; those not known are left out. */
    @Transactional
    public List<Seats> ofSessions(Collection<UUID> ids) {
        return read(OF_SESSIONS, ids.toArray(UUID[]::new)).stream()
                .map(Row::seats)
                .toList();
    }

    /** As {@link #ofSessions}, for everybody. */
    @Transactional
    Reading<Page<Seats>> shownOfSessions(Collection<UUID> ids) {
        return reading(read(OF_SESSIONS, ids.toArray(UUID[]::new)), ids.stream());
    }

    @Transactional
    Reading<Page<Seats>> shownOfBlock(UUID id) {
        List<Row> rows = read(OF_BLOCK, id);
        return reading(rows, Stream.concat(Stream.of(id), rows.stream().map(row -> row.seats.sessionId)));
    }

    private static Reading<Page<Seats>> reading(List<Row> rows, Stream<UUID> subjects) {
        return new Reading<>(
                new Page<>(rows.stream().map(Row::seats).toList(), null),
                null,
                subjects.map(UUID::toString).collect(Collectors.toSet()),
                rows.stream()
                        .map(Row::until)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null));
    }

    private List<Row> read(String query, Object ids) {
        Instant now = clock.instant();
        return database.createNativeQuery(query, Object[].class)
                .setParameter("ids", ids)
                .setParameter("now", now)
                .setTupleTransformer((row, columns) -> new Row(
                        new Seats((UUID) row[0], (Integer) row[1], Math.max(0, (Integer) row[2]), now),
                        (Instant) row[3]))
                .getResultList();
    }
}
