SELECT e.id
  FROM webhook_endpoint e
 WHERE e.enabled AND (e.paused_until IS NULL OR e.paused_until <= :now)
   AND EXISTS (SELECT FROM webhook_delivery d
                WHERE d.endpoint_id = e.id AND d.state = 'WAITING' AND d.due_at <= :now)
 ORDER BY (SELECT count(*) FROM webhook_delivery d WHERE d.endpoint_id = e.id AND d.taken_until > :now)
 LIMIT :most
   FOR NO KEY UPDATE SKIP LOCKED
