WITH asked AS (SELECT * FROM unnest(:sessions, :capacities) AS a (session_id, capacity)),
     seat AS MATERIALIZED (
         SELECT session_id, taken + held + offered AS taken
           FROM seats
          WHERE session_id = ANY(:sessions)
          ORDER BY session_id
            FOR NO KEY UPDATE),
     short AS (SELECT session_id, taken FROM seat JOIN asked USING (session_id) WHERE taken > capacity),
     agreed AS (
         UPDATE seats s
            SET agreed_capacity =
                least(asked.capacity, CASE WHEN s.agreed_until > :now THEN s.agreed_capacity END),
                agreed_until = :until
           FROM seat JOIN asked USING (session_id)
          WHERE s.session_id = seat.session_id AND NOT EXISTS (SELECT FROM short))
SELECT session_id, taken FROM short
