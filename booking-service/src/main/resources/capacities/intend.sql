INSERT INTO seats AS s (session_id, intended, capacity, session_version)
VALUES (:session, :capacity, :capacity, :version)
ON CONFLICT (session_id) DO UPDATE
   SET intended = excluded.intended,
       capacity = greatest(excluded.intended, s.taken + s.held + s.offered),
       agreed_capacity = CASE WHEN s.agreed_capacity < excluded.intended THEN s.agreed_capacity END,
       agreed_until = CASE WHEN s.agreed_capacity < excluded.intended THEN s.agreed_until END,
       session_version = excluded.session_version,
       version = s.version + 1
 WHERE s.session_version < excluded.session_version
RETURNING intended, taken, held, offered, version
