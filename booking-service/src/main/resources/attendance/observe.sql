INSERT INTO attendance AS a (place_id, session_id, carer_id, observed_seconds, observed_version)
SELECT id, session_id, carer_id, :seconds, :version FROM place WHERE id = :place
ON CONFLICT (place_id) DO UPDATE
   SET observed_seconds = excluded.observed_seconds, observed_version = excluded.observed_version,
       version = a.version + 1
 WHERE a.observed_version < excluded.observed_version
