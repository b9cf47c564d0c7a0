INSERT INTO attendance AS a (place_id, session_id, carer_id, mark, marked_at)
SELECT p.id, p.session_id, p.carer_id, m.mark, :now
  FROM unnest(:places, :marks) AS m (place_id, mark) JOIN place p ON p.id = m.place_id
 ORDER BY p.id
ON CONFLICT (place_id) DO UPDATE
   SET mark = excluded.mark, marked_at = excluded.marked_at, version = a.version + 1
 WHERE a.mark <> excluded.mark OR a.marked_at IS NULL
