WITH seat AS MATERIALIZED (
         SELECT session_id
           FROM seats
          WHERE session_id = ANY(:sessions)
          ORDER BY session_id
            FOR NO KEY UPDATE)
UPDATE held_seat h
   SET expires_at = :expiresAt
  FROM seat
 WHERE h.session_id = seat.session_id AND h.hold_id = :hold
