WITH seat AS MATERIALIZED (
         SELECT session_id
           FROM seats
          WHERE session_id IN (SELECT session_id
                                 FROM place
                                WHERE booking_id = :booking AND state = 'CONFIRMED' AND child_id = ANY(:children)
                                  AND session_id = ANY(:sessions))
          ORDER BY session_id
            FOR NO KEY UPDATE),
     released AS (
         UPDATE place p
            SET state = 'RELEASED', released_at = :now, version = p.version + 1
           FROM seat
          WHERE p.session_id = seat.session_id AND p.booking_id = :booking AND p.state = 'CONFIRMED'
            AND p.child_id = ANY(:children)
         RETURNING p.id, p.session_id, p.child_id, p.version, p.price),
     counted AS (
         UPDATE seats s
            SET taken = s.taken - r.n,
                capacity = greatest(s.intended, s.taken + s.held + s.offered - r.n),
                version = s.version + 1
           FROM (SELECT session_id, count(*)::int AS n FROM released GROUP BY session_id) r
          WHERE s.session_id = r.session_id
         RETURNING s.session_id, s.intended, s.taken, s.held, s.offered, s.version)
SELECT released.session_id,
       false,
       false,
       released.child_id,
       :booking,
       released.id,
       released.version,
       released.price,
       counted.intended,
       counted.taken,
       counted.held,
       counted.offered,
       counted.version
  FROM released
  JOIN counted ON counted.session_id = released.session_id
 ORDER BY released.session_id
