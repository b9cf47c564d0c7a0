WITH seen AS MATERIALIZED (SELECT session_id, version FROM seats WHERE session_id = ANY(:sessions)),
     seat AS MATERIALIZED (
         SELECT session_id,
                version,
                taken + held + offered AS used,
                CASE WHEN agreed_until > :now THEN least(intended, agreed_capacity) ELSE intended END AS sold
           FROM seats
          WHERE session_id = ANY(:sessions)
          ORDER BY session_id
            FOR NO KEY UPDATE),
     -- Whoever waited for a lock sees the counts as they are now, but held seats and places as they were before.
     fresh AS MATERIALIZED (
         SELECT count(*) = (SELECT count(*) FROM seat) AS ok FROM seen JOIN seat USING (session_id, version)),
     given_back AS (
         DELETE FROM held_seat h
          USING seat
          WHERE h.session_id = seat.session_id
            AND (SELECT ok FROM fresh)
            AND (h.expires_at <= :now OR h.child_id = ANY(:children) AND NOT h.offered
                 AND (h.booking_id IS NULL OR h.booking_id = :booking))
         RETURNING h.session_id, h.offered, h.expires_at > :now AS own),
     waiting AS (
         SELECT session_id, count(*) AS n
           FROM waitlist_seat
          WHERE session_id = ANY(:sessions) AND open AND child_id <> ALL(:children) AND :kind <> 'OFFERED'
          GROUP BY session_id),
     room AS (
         SELECT seat.session_id,
                count(*) FILTER (WHERE NOT given_back.offered)::int AS held,
                count(*) FILTER (WHERE given_back.offered)::int AS offered,
                cardinality(:children) > count(*) FILTER (WHERE given_back.own)
                AND seat.used - count(given_back.session_id) + coalesce(waiting.n, 0) + cardinality(:children) > seat.sold
                    AS lacking
           FROM seat
           LEFT JOIN given_back ON given_back.session_id = seat.session_id
           LEFT JOIN waiting ON waiting.session_id = seat.session_id
          GROUP BY seat.session_id, seat.used, seat.sold, waiting.n),
     doubled AS (
         SELECT session_id, child_id
           FROM place
          WHERE session_id = ANY(:sessions) AND child_id = ANY(:children) AND state = 'CONFIRMED'
          UNION
         SELECT session_id, child_id
           FROM held_seat
          WHERE session_id = ANY(:sessions) AND child_id = ANY(:children) AND expires_at > :now
            AND (offered OR booking_id <> :booking OR booking_id IS NOT NULL AND :booking IS NULL)),
     verdict AS (
         SELECT count(*) = cardinality(:sessions)
                AND (SELECT ok FROM fresh)
                AND NOT bool_or(lacking)
                AND NOT EXISTS (SELECT FROM doubled) AS fits
           FROM room),
     counted AS (
         UPDATE seats s
            SET taken = s.taken + CASE :kind WHEN 'TAKEN' THEN cardinality(:children) ELSE 0 END,
                held = s.held - room.held + CASE :kind WHEN 'HELD' THEN cardinality(:children) ELSE 0 END,
                offered = s.offered - room.offered + CASE :kind WHEN 'OFFERED' THEN cardinality(:children) ELSE 0 END,
                capacity = greatest(s.intended,
                    s.taken + s.held + s.offered - room.held - room.offered + cardinality(:children)),
                version = s.version + 1
           FROM room, verdict
          WHERE s.session_id = room.session_id AND verdict.fits
         RETURNING s.session_id, s.intended, s.taken, s.held, s.offered, s.version),
