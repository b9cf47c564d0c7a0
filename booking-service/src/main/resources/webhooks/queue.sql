     -- Nobody deletes them before this is committed; those that are just being deleted are waited for, and left out.
     listener AS MATERIALIZED (
         SELECT id, instructor_id, types, listens_since
           FROM webhook_endpoint
          WHERE enabled AND instructor_id IN (SELECT instructor_id FROM event)
            FOR KEY SHARE),
     wanted AS (
         SELECT e.id AS endpoint_id, event.nth, event.type, event.occurred_at, event.data,
                row_number() OVER (PARTITION BY e.id ORDER BY event.nth) AS turn
           FROM event
           JOIN listener e ON e.instructor_id = event.instructor_id
          WHERE (e.types = '{}' OR event.type = ANY(e.types))
            AND event.occurred_at >= e.listens_since),
     room AS (
         SELECT asked.endpoint_id,
                CAST(:limit AS bigint) - (SELECT count(*) FROM webhook_delivery d
                           WHERE d.endpoint_id = asked.endpoint_id AND d.state = 'WAITING') AS free
           FROM (SELECT DISTINCT endpoint_id FROM wanted) asked),
     queued AS (
         INSERT INTO webhook_delivery (endpoint_id, type, data, occurred_at, queued_at, due_at)
         SELECT endpoint_id, type, data, occurred_at, CAST(:now AS timestamptz), CAST(:now AS timestamptz)
           FROM wanted
           JOIN room USING (endpoint_id)
          WHERE turn <= free
          ORDER BY nth, endpoint_id),
     dropped AS (
         UPDATE webhook_endpoint e
            SET dropped = e.dropped + lost.n
           FROM (SELECT endpoint_id, count(*) AS n
                   FROM wanted
                   JOIN room USING (endpoint_id)
                  WHERE turn > free
                  GROUP BY endpoint_id) lost
          WHERE e.id = lost.endpoint_id)
