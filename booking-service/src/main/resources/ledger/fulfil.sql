WITH seat AS MATERIALIZED (
         SELECT session_id
           FROM seats
          WHERE session_id = ANY(:sessions)
          ORDER BY session_id
            FOR NO KEY UPDATE),
     mine AS (
         DELETE FROM held_seat h
          USING seat
          WHERE h.session_id = seat.session_id AND h.hold_id = :hold
         RETURNING h.session_id, h.child_id, h.offered),
     fresh AS (SELECT true AS ok),
     verdict AS (SELECT count(*) = cardinality(:sessions) * cardinality(:children) AS fits FROM mine),
     room AS (
         SELECT session_id, false AS lacking, count(*) FILTER (WHERE NOT offered)::int AS held,
                count(*) FILTER (WHERE offered)::int AS offered
           FROM mine
          GROUP BY session_id),
     doubled AS (SELECT NULL::uuid AS session_id, NULL::uuid AS child_id WHERE false),
     counted AS (
         UPDATE seats s
            SET taken = s.taken + room.held + room.offered,
                held = s.held - room.held,
                offered = s.offered - room.offered,
                version = s.version + 1
           FROM room, verdict
          WHERE s.session_id = room.session_id AND verdict.fits
         RETURNING s.session_id, s.intended, s.taken, s.held, s.offered, s.version),
