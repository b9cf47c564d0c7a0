WITH seat AS MATERIALIZED (
         SELECT session_id
           FROM seats
          WHERE session_id = ANY(:sessions)
          ORDER BY session_id
            FOR NO KEY UPDATE),
     kept AS (
         UPDATE held_seat h
            SET booking_id = :booking, expires_at = :expiresAt, offered = false
           FROM seat
          WHERE h.session_id = seat.session_id AND h.hold_id = :hold
         RETURNING h.session_id, old.offered)
UPDATE seats s
   SET held = s.held + k.offered,
       offered = s.offered - k.offered,
       version = s.version + 1
  FROM (SELECT session_id, count(*)::int AS seats, count(*) FILTER (WHERE offered)::int AS offered
          FROM kept
         GROUP BY session_id) k
 WHERE s.session_id = k.session_id
RETURNING s.session_id, s.intended, s.taken, s.held, s.offered, s.version, k.seats
