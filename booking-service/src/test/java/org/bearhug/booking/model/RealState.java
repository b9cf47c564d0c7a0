package org.bearhug.booking.model;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bearhug.testing.Sql;

/** How a desk stands by its database, in the words of {@link Desk.State}. */
record RealState(Sql sql, UUID instructor, List<UUID> sessions, List<UUID> children) {

    /** What has expired counts as free, whether a job has come or not. */
    private static final String SEATS =
            """
            SELECT format('held %s offered %s taken %s of %s',
                       (SELECT count(*) FROM held_seat h
                         WHERE h.session_id = s.session_id AND NOT offered AND expires_at > ?),
                       (SELECT count(*) FROM held_seat h
                         WHERE h.session_id = s.session_id AND offered AND expires_at > ?),
                       taken, intended)
              FROM unnest(CAST(? AS uuid[])) WITH ORDINALITY AS o (id, nth) JOIN seats s ON s.session_id = o.id
             ORDER BY o.nth""";

    private static final String BOOKINGS =
            """
            SELECT format('%s owed %s%s %s', b.state,
                       (SELECT coalesce(sum(amount), 0) FROM money_entry m WHERE m.booking_id = b.id),
                       (SELECT ', wanted back ' || sum(amount) FROM refund r
                         WHERE r.booking_id = b.id AND r.state = 'WANTED' HAVING count(*) > 0),
                       coalesce((SELECT state FROM payment p WHERE p.booking_id = b.id ORDER BY id DESC LIMIT 1), '-'))
              FROM unnest(CAST(? AS uuid[])) WITH ORDINALITY AS o (id, nth) JOIN booking b USING (id)
             ORDER BY o.nth""";

    private static final String PLACES =
            """
            SELECT lower(p.state) || ' ' || coalesce(a.mark, '-')
              FROM unnest(CAST(? AS uuid[])) WITH ORDINALITY AS o (id, nth)
              JOIN place p ON p.booking_id = o.id
              JOIN class_session c ON c.id = p.session_id
              LEFT JOIN attendance a ON a.place_id = p.id
             ORDER BY o.nth, c.starts_at, array_position(CAST(? AS uuid[]), p.child_id)""";

    private static final String PLACES_OF =
            """
            SELECT p.id FROM place p JOIN class_session c ON c.id = p.session_id
             WHERE p.booking_id = ? ORDER BY c.starts_at, array_position(CAST(? AS uuid[]), p.child_id)""";

    private static final String LINE =
            """
            SELECT e.state FROM unnest(CAST(? AS uuid[])) WITH ORDINALITY AS o (id, nth) JOIN waitlist_entry e USING (id)
             ORDER BY o.nth""";

    private static final String VOUCHER_USES =
            """
            SELECT count(*)::int FROM voucher_use u JOIN voucher v ON v.id = u.voucher_id
             WHERE v.instructor_id = ? AND (u.expires_at IS NULL OR u.expires_at > ?)""";

    private static final String PASSES =
            """
            SELECT format('%s used, owed %s%s %s%s%s', p.used,
                       (SELECT coalesce(sum(amount), 0) FROM money_entry m WHERE m.pass_id = p.id),
                       (SELECT ', wanted back ' || sum(amount) FROM refund r
                         WHERE r.pass_id = p.id AND r.state = 'WANTED' HAVING count(*) > 0),
                       coalesce((SELECT state FROM payment y WHERE y.pass_id = p.id ORDER BY id DESC LIMIT 1), '-'),
                       CASE WHEN p.returned_at IS NOT NULL THEN ', returned' END,
                       CASE WHEN p.lapsed_at IS NOT NULL THEN ', lapsed' END)
              FROM unnest(CAST(? AS uuid[])) WITH ORDINALITY AS o (id, nth) JOIN pass p USING (id)
             ORDER BY o.nth""";

    Desk.State at(List<UUID> bookings, List<UUID> entries, List<UUID> passes, Instant now) {
        Timestamp time = Timestamp.from(now);
        return new Desk.State(
                column(SEATS, time, time, array(sessions)),
                column(BOOKINGS, array(bookings)),
                column(PLACES, array(bookings), array(children)),
                column(LINE, array(entries)),
                column(PASSES, array(passes)),
                sql.<Integer>one(VOUCHER_USES, instructor, time));
    }

    List<UUID> places(UUID booking) {
        return column(PLACES_OF, booking, array(children));
    }

    @SuppressWarnings("unchecked")
    private <T> List<T> column(String query, Object... parameters) {
        return sql.rows(query, parameters).stream()
                .map(row -> (T) row.values().iterator().next())
                .toList();
    }

    private static Object array(List<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
