WITH due AS (
    SELECT d.id
      FROM unnest(CAST(:endpoints AS uuid[])) WITH ORDINALITY AS e (id, nth)
     CROSS JOIN LATERAL (
           SELECT id
             FROM webhook_delivery
            WHERE endpoint_id = e.id AND state = 'WAITING' AND due_at <= :now
            ORDER BY due_at, id
            LIMIT greatest(0, CAST(:each AS int) - (SELECT count(*) FROM webhook_delivery
                                       WHERE endpoint_id = e.id AND taken_until > :now))
              FOR UPDATE SKIP LOCKED) d
     ORDER BY e.nth
     LIMIT :most)
UPDATE webhook_delivery d
   SET attempts = attempts + 1, tries = tries + 1, due_at = :until, taken_until = :until
  FROM due, webhook_endpoint e
 WHERE d.id = due.id AND e.id = d.endpoint_id
RETURNING d.id, d.endpoint_id, e.url, d.type, d.occurred_at, CAST(d.data AS text), d.attempts, d.tries,
          ARRAY(SELECT s.sealed FROM webhook_secret s
                 WHERE s.endpoint_id = e.id AND (s.ends_at IS NULL OR s.ends_at > :now)
                 ORDER BY s.ends_at DESC NULLS FIRST)
