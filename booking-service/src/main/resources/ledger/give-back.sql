WITH seat AS MATERIALIZED (
         SELECT session_id
           FROM seats
          WHERE session_id IN (SELECT session_id FROM held_seat h WHERE %1$s)
          ORDER BY session_id
            FOR NO KEY UPDATE),
     back AS (
         DELETE FROM held_seat h
          USING seat
          WHERE h.session_id = seat.session_id AND %1$s
         RETURNING h.session_id, h.offered)
UPDATE seats s
   SET held = s.held - b.held,
       offered = s.offered - b.offered,
       capacity = greatest(s.intended, s.taken + s.held + s.offered - b.held - b.offered),
       version = s.version + 1
  FROM (SELECT session_id, count(*) FILTER (WHERE NOT offered)::int AS held,
               count(*) FILTER (WHERE offered)::int AS offered
          FROM back
         GROUP BY session_id) b
 WHERE s.session_id = b.session_id
RETURNING s.session_id, s.intended, s.taken, s.held, s.offered, s.version
