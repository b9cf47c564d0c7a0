package org.bearhug.booking.model;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bearhug.testing.Sql;

/** What must never be, whatever was done. */
record Invariants(Sql sql, UUID course, List<UUID> sessions) {

    private static final String BROKEN =
            """
            WITH now AS (SELECT CAST(? AS timestamptz) AS now),
                 course AS (SELECT CAST(? AS uuid) AS id),
                 session AS (SELECT unnest(CAST(? AS uuid[])) AS id),
                 concerned AS (SELECT * FROM booking
                                WHERE id IN (SELECT booking_id FROM place WHERE session_id IN (SELECT id FROM session)))
            SELECT 'counted otherwise' AS what FROM seats s
             WHERE s.session_id IN (SELECT id FROM session)
               AND (s.taken, s.held, s.offered) IS DISTINCT FROM (
                   (SELECT count(*)::int FROM place p WHERE p.session_id = s.session_id AND p.state = 'CONFIRMED'),
                   (SELECT count(*)::int FROM held_seat h WHERE h.session_id = s.session_id AND NOT h.offered),
                   (SELECT count(*)::int FROM held_seat h WHERE h.session_id = s.session_id AND h.offered))
            UNION ALL
            SELECT 'more than there is' FROM seats s
             WHERE s.session_id IN (SELECT id FROM session) AND taken + held + offered > intended
            UNION ALL
            SELECT 'twice in a session' FROM held_seat h JOIN place p USING (session_id, child_id)
             WHERE h.session_id IN (SELECT id FROM session) AND p.state = 'CONFIRMED'
            UNION ALL
            SELECT 'twice in a session' FROM place p
             WHERE p.session_id IN (SELECT id FROM session) AND p.state = 'CONFIRMED'
             GROUP BY session_id, child_id HAVING count(*) > 1
            UNION ALL
            SELECT 'price' FROM concerned b WHERE b.amount <> (SELECT sum(price) FROM place p WHERE p.booking_id = b.id)
            UNION ALL
            SELECT 'lines of a price' FROM concerned b WHERE b.amount <> sum_of(b.line_amounts)
            UNION ALL
            SELECT 'owed' FROM concerned b
             WHERE (SELECT coalesce(sum(amount), 0) FROM money_entry m
                     WHERE m.booking_id = b.id AND m.kind IN ('CHARGE', 'CREDIT'))
                   <> b.amount - (SELECT sum(came_back) FROM place p WHERE p.booking_id = b.id)
            UNION ALL
            SELECT 'kept of a cancelled session' FROM held_seat h JOIN class_session c ON c.id = h.session_id
             WHERE h.session_id IN (SELECT id FROM session) AND c.state = 'CANCELLED'
            UNION ALL
            SELECT 'taken of a cancelled session' FROM place p JOIN class_session c ON c.id = p.session_id
             WHERE p.session_id IN (SELECT id FROM session) AND p.state = 'CONFIRMED' AND c.state = 'CANCELLED'
            UNION ALL
            SELECT 'offer past its time' FROM waitlist_entry e, now
             WHERE e.course_id = (SELECT id FROM course) AND e.state = 'OFFERED' AND e.offer_expires_at <= now
            UNION ALL
            SELECT 'offer without its seats' FROM waitlist_entry e JOIN hold h ON h.id = e.hold_id
             WHERE e.course_id = (SELECT id FROM course) AND e.state = 'OFFERED'
               AND (SELECT count(*) FROM held_seat s WHERE s.hold_id = h.id AND s.offered)
                   <> cardinality(h.session_ids) * cardinality(h.child_ids)
            UNION ALL
            SELECT 'waits and does not' FROM waitlist_entry e
             WHERE e.course_id = (SELECT id FROM course)
               AND (e.state = 'WAITING') <> EXISTS (SELECT FROM waitlist_seat s WHERE s.entry_id = e.id)
            UNION ALL
            SELECT 'credit without absence' FROM make_up_credit c JOIN place p ON p.id = c.place_id
             WHERE c.course_id = (SELECT id FROM course) AND (p.state = 'CONFIRMED' OR p.came_back <> 0)
            UNION ALL
            SELECT 'credit of a booking that is over' FROM make_up_credit c JOIN booking b ON b.id = c.booking_id
             WHERE c.course_id = (SELECT id FROM course) AND b.state <> 'CONFIRMED'
            UNION ALL
            SELECT 'uses of the voucher' FROM voucher v
             WHERE v.instructor_id = (SELECT id FROM course)
               AND (v.used > v.uses OR v.used <> (SELECT count(*) FROM voucher_use u WHERE u.voucher_id = v.id))
            UNION ALL
            SELECT 'uses of a pass' FROM pass p
             WHERE p.instructor_id = (SELECT id FROM course)
               AND (p.used > p.units
                    OR p.used <> (SELECT coalesce(sum(units), 0) FROM pass_use u WHERE u.pass_id = p.id))
            UNION ALL
            SELECT 'held for what is not being paid' FROM held_seat h JOIN booking b ON b.id = h.booking_id
             WHERE h.session_id IN (SELECT id FROM session) AND b.state <> 'PENDING_PAYMENT'
            UNION ALL
            SELECT 'money of Stripe' FROM course
             WHERE (SELECT coalesce(sum(m.amount), 0)
                      FROM payment p
                      JOIN money_entry m ON m.kind = 'PAYMENT' AND m.reference = p.session_ref
                           AND coalesce(m.booking_id, m.pass_id) = coalesce(p.booking_id, p.pass_id)
                     WHERE p.instructor_id = course.id)
                   <> -(SELECT coalesce(sum(p.amount), 0) FROM payment p
                         WHERE p.instructor_id = course.id AND p.provider = 'STRIPE' AND p.state = 'PAID')
            UNION ALL
            SELECT 'refunds of Stripe' FROM course
             WHERE (SELECT coalesce(sum(m.amount), 0)
                      FROM refund r
                      JOIN payment p ON p.id = r.payment_id
                      JOIN money_entry m ON m.kind = 'REFUND' AND m.reference = r.refund_ref
                           AND coalesce(m.booking_id, m.pass_id) = coalesce(r.booking_id, r.pass_id)
                     WHERE p.instructor_id = course.id)
                   <> (SELECT coalesce(sum(r.amount), 0) FROM refund r JOIN payment p ON p.id = r.payment_id
                        WHERE p.instructor_id = course.id AND r.state = 'SUCCEEDED')
            UNION ALL
            SELECT 'more back than came' FROM payment p
             WHERE p.instructor_id = (SELECT id FROM course) AND p.provider = 'STRIPE'
               AND p.amount < (SELECT sum(r.amount) FROM refund r WHERE r.payment_id = p.id AND r.state IN ('SENT', 'SUCCEEDED'))
            UNION ALL
            SELECT 'over and used' FROM pass p
             WHERE p.instructor_id = (SELECT id FROM course)
               AND coalesce(p.returned_at, p.lapsed_at) IS NOT NULL AND p.used > 0
            UNION ALL
            SELECT 'used and never paid' FROM pass p
             WHERE p.instructor_id = (SELECT id FROM course) AND p.used > 0 AND p.amount > 0
               AND NOT EXISTS (SELECT FROM money_entry m WHERE m.pass_id = p.id AND m.kind = 'PAYMENT')
            UNION ALL
            SELECT 'money of a pass' FROM pass p
             WHERE p.instructor_id = (SELECT id FROM course)
               AND (SELECT coalesce(sum(amount), 0) FROM money_entry m
                     WHERE m.pass_id = p.id AND m.kind IN ('CHARGE', 'CREDIT'))
                   <> CASE WHEN coalesce(p.returned_at, p.lapsed_at) IS NULL THEN p.amount ELSE 0 END
            UNION ALL
            SELECT 'due and not owed' FROM payment p
             WHERE p.instructor_id = (SELECT id FROM course) AND p.state = 'DUE'
               AND (SELECT sum(amount) FROM money_entry m WHERE m.booking_id = p.booking_id) <= 0""";

    List<String> broken(Instant now) {
        return sql.rows(BROKEN, Timestamp.from(now), course, sessions.toArray(UUID[]::new)).stream()
                .map(row -> (String) row.get("what"))
                .toList();
    }
}
