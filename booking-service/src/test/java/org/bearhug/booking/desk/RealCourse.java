package org.bearhug.booking.desk;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bearhug.testing.Sql;

/** What a {@link RealDesk} sells and to whom, written where the feeds would have written it. */
final class RealCourse {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final String BROKEN =
            """
            SELECT 'counted otherwise' AS what FROM seats s
             WHERE s.session_id = ANY(?)
               AND (s.taken, s.held, s.offered) IS DISTINCT FROM (
                   (SELECT count(*)::int FROM place p WHERE p.session_id = s.session_id AND p.state = 'CONFIRMED'),
                   (SELECT count(*)::int FROM held_seat h WHERE h.session_id = s.session_id AND NOT h.offered),
                   (SELECT count(*)::int FROM held_seat h WHERE h.session_id = s.session_id AND h.offered))
            UNION ALL
            SELECT 'more than there is' FROM seats s
             WHERE s.session_id = ANY(?) AND taken + held + offered > intended
            UNION ALL
            SELECT 'twice in a session' FROM held_seat h JOIN place p USING (session_id, child_id)
             WHERE h.session_id = ANY(?) AND p.state = 'CONFIRMED'
            UNION ALL
            SELECT 'price' FROM booking b
             WHERE b.id IN (SELECT booking_id FROM place WHERE session_id = ANY(?))
               AND b.amount <> (SELECT sum(price) FROM place p WHERE p.booking_id = b.id)
            UNION ALL
            SELECT 'owed' FROM booking b
             WHERE b.id IN (SELECT booking_id FROM place WHERE session_id = ANY(?))
               AND (SELECT coalesce(sum(amount), 0) FROM money_entry m
                     WHERE m.booking_id = b.id AND m.kind IN ('CHARGE', 'CREDIT'))
                   <> b.amount - (SELECT sum(came_back) FROM place p WHERE p.booking_id = b.id)
            UNION ALL
            SELECT 'kept of a cancelled session' FROM held_seat h JOIN class_session c ON c.id = h.session_id
             WHERE h.session_id = ANY(?) AND c.state = 'CANCELLED'
            UNION ALL
            SELECT 'offer past its time' FROM waitlist_entry e
             WHERE e.course_id = ? AND e.state = 'OFFERED' AND e.offer_expires_at <= ?
            UNION ALL
            SELECT 'credit without absence' FROM make_up_credit c JOIN place p ON p.id = c.place_id
             WHERE c.course_id = ? AND (p.state = 'CONFIRMED' OR p.came_back <> 0)""";

    private final Sql sql;
    private final UUID id = UUID.randomUUID();
    private final List<UUID> blocks = ids(2);
    private final List<UUID> sessions = ids(Desk.SESSIONS);
    private final List<UUID> carers = ids(Desk.FAMILIES);
    private final List<UUID> passes = ids(Desk.FAMILIES);
    private final AtomicLong version = new AtomicLong(1);
    private final List<List<UUID>> children = IntStream.range(0, Desk.FAMILIES)
            .mapToObj(family -> ids(Desk.children(family)))
            .toList();

    RealCourse(Sql sql) {
        this.sql = sql;
        IntStream.range(0, Desk.SESSIONS).forEach(this::schedule);
        IntStream.range(0, 2)
                .forEach(block -> sql.change(
                        """
                        INSERT INTO class_block (id, course_id, instructor_id, state, session_ids, price_amount, currency,
                                                 sibling_percent, version)
                        VALUES (?, ?, ?, 'PUBLISHED', ARRAY[?, ?]::uuid[], 6501, 'GBP', 10, 1)""",
                        blocks.get(block),
                        id,
                        id,
                        sessions.get(2 * block),
                        sessions.get(2 * block + 1)));
        sql.change(
                """
                INSERT INTO voucher (instructor_id, code, percent, uses, course_ids, made_at)
                VALUES (?, 'MODEL', 50, ?, '{}', now())""",
                id,
                Desk.VOUCHERS);
        sql.change(
                """
                INSERT INTO pass_offer (id, instructor_id, title, units, amount, currency, valid_weeks, course_ids, made_at)
                VALUES (?, ?, 'Pass', ?, 0, 'GBP', 100, '{}', now())""",
                id,
                id,
                Desk.UNITS);
        passes.forEach(pass -> sql.change(
                """
                INSERT INTO pass (id, offer_id, instructor_id, carer_id, title, units, amount, currency, course_ids,
                                  bought_at, valid_until)
                VALUES (?, ?, ?, ?, 'Pass', ?, 0, 'GBP', '{}', '2031-01-01Z', '2032-01-01Z')""",
                pass,
                id,
                id,
                carers.get(passes.indexOf(pass)),
                Desk.UNITS));
        IntStream.range(0, Desk.FAMILIES).forEach(family -> children.get(family)
                .forEach(child -> sql.change(
                        """
                                INSERT INTO child (id, carer_id, carer_ids, name, born_on, erased, version)
                                VALUES (?, ?, ARRAY[?]::uuid[], 'Child', '2030-12-20', false, 1)""",
                        child,
                        carers.get(family),
                        carers.get(family))));
    }

    private static List<UUID> ids(int number) {
        return Stream.generate(UUID::randomUUID).limit(number).toList();
    }

    private void schedule(int session) {
        Instant start = Desk.start(session);
        sql.change(
                """
                INSERT INTO class_session (id, course_id, block_id, instructor_id, title, starts_at, ends_at, local_start,
                       time_zone, age_from_weeks, age_to_weeks, drop_in_amount, currency, state, published, version)
                VALUES (?, ?, ?, ?, 'Modelled', ?, ?, ?, 'Europe/London', 0, 100, 1500, 'GBP', 'SCHEDULED', true, 1)""",
                sessions.get(session),
                id,
                blocks.get(session / 2),
                id,
                Timestamp.from(start),
                Timestamp.from(start.plusSeconds(3600)),
                LocalDateTime.ofInstant(start, LONDON));
        sql.change(
                "INSERT INTO seats (session_id, intended, capacity, session_version) VALUES (?, ?, ?, 1)",
                sessions.get(session),
                Desk.SEATS,
                Desk.SEATS);
    }

    UUID id() {
        return id;
    }

    UUID block(int block) {
        return blocks.get(block);
    }

    List<UUID> sessions() {
        return sessions;
    }

    UUID session(int session) {
        return sessions.get(session);
    }

    UUID carer(int family) {
        return carers.get(family);
    }

    Wanted wanted(int family, int option) {
        return option < 2
                ? new Wanted(blocks.get(option), null, children.get(family))
                : new Wanted(null, sessions.get(option - 2), children.get(family));
    }

    WaitlistResource.Wish wish(int family, List<Integer> options) {
        return options.get(0) < 2
                ? new WaitlistResource.Wish(options.stream().map(blocks::get).toList(), null, children.get(family))
                : new WaitlistResource.Wish(null, sessions.get(options.get(0) - 2), children.get(family));
    }

    UUID pass(int family) {
        return passes.get(family);
    }

    void cancel(int session) {
        sql.change(
                "UPDATE class_session SET state = 'CANCELLED', version = version + 1 WHERE id = ?",
                sessions.get(session));
    }

    void resize(int session, int seats) {
        QuarkusTransaction.requiringNew().run(() -> Arc.container()
                .instance(Capacities.class)
                .get()
                .intend(sessions.get(session), blocks.get(session / 2), seats, version.incrementAndGet()));
    }

    /** By the dates of their sessions, then by child. */
    List<UUID> placesInOrder(UUID booking) {
        return sql
                .rows(
                        """
                        SELECT p.id FROM place p JOIN class_session c ON c.id = p.session_id
                         WHERE p.booking_id = ? ORDER BY c.starts_at, array_position(?::uuid[], p.child_id)""",
                        booking,
                        children.stream().flatMap(List::stream).toArray(UUID[]::new))
                .stream()
                .map(row -> (UUID) row.get("id"))
                .toList();
    }

    void close() {
        UUID[] all = sessions.toArray(UUID[]::new);
        sql.change("DELETE FROM held_seat WHERE session_id = ANY(?)", (Object) all);
        sql.change("UPDATE seats SET held = 0, offered = 0 WHERE session_id = ANY(?)", (Object) all);
        sql.change("DELETE FROM waitlist_seat WHERE session_id = ANY(?)", (Object) all);
        sql.change(
                "UPDATE waitlist_entry SET state = 'LEFT' WHERE course_id = ? AND state IN ('WAITING', 'OFFERED')", id);
    }

    String seats(int session) {
        Map<String, Object> row = sql.rows(
                        "SELECT held, offered, taken FROM seats WHERE session_id = ?", sessions.get(session))
                .get(0);
        return "held %s offered %s taken %s".formatted(row.get("held"), row.get("offered"), row.get("taken"));
    }

    List<String> broken(Instant now) {
        UUID[] all = sessions.toArray(UUID[]::new);
        return sql.rows(BROKEN, all, all, all, all, all, all, id, Timestamp.from(now), id).stream()
                .map(row -> (String) row.get("what"))
                .toList();
    }
}
