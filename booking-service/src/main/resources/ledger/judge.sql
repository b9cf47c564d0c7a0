     -- Wishes, in the order in which they came, each for a seat for every child in every session. Who is barred is not judged, and
     -- who is crowded out is, but gets none.
     whole AS MATERIALIZED (
         SELECT array_agg(DISTINCT session_id) AS sessions, min(now) AS now
           FROM wish
          CROSS JOIN unnest(sessions) AS session_id),
     seen AS MATERIALIZED (SELECT session_id, version FROM seats WHERE session_id = ANY((SELECT sessions FROM whole)::uuid[])),
     seat AS MATERIALIZED (
         SELECT session_id,
                version,
                taken + held + offered AS used,
                CASE WHEN agreed_until > (SELECT now FROM whole) THEN least(intended, agreed_capacity) ELSE intended END AS sold
           FROM seats
          WHERE session_id = ANY((SELECT sessions FROM whole)::uuid[])
          ORDER BY session_id
            FOR NO KEY UPDATE),
     -- Whoever waited for a lock sees the counts as they are now, but held seats and places as they were before.
     fresh AS MATERIALIZED (
         SELECT count(*) = (SELECT count(*) FROM seat) AS ok FROM seen JOIN seat USING (session_id, version)),
     asked AS MATERIALIZED (
         SELECT nth, session_id, children, cardinality(children) AS seats, kind, booking
           FROM wish
          CROSS JOIN unnest(sessions) AS session_id
          WHERE nth NOT IN (SELECT nth FROM barred)),
     kept AS MATERIALIZED (
         SELECT session_id, child_id, offered, booking_id, expires_at <= (SELECT now FROM whole) AS expired
           FROM held_seat
          WHERE session_id = ANY((SELECT sessions FROM whole)::uuid[])),
     own AS MATERIALIZED (
         SELECT asked.nth, asked.session_id, kept.child_id
           FROM kept
           JOIN asked ON asked.session_id = kept.session_id AND kept.child_id = ANY(asked.children)
          WHERE NOT kept.expired AND NOT kept.offered
            AND (kept.booking_id IS NULL OR kept.booking_id = asked.booking)),
     line AS MATERIALIZED (
         SELECT session_id, child_id
           FROM waitlist_seat
          WHERE session_id = ANY((SELECT sessions FROM whole)::uuid[]) AND open),
     doubled AS MATERIALIZED (
         SELECT asked.nth, place.session_id, place.child_id
           FROM asked
          CROSS JOIN unnest(asked.children) AS child (id)
          -- Each looked up by its index, however small the table was when this was planned.
          CROSS JOIN LATERAL (
                SELECT session_id, child_id
                  FROM place
                 WHERE session_id = asked.session_id AND child_id = child.id AND state = 'CONFIRMED'
                OFFSET 0) AS place
          UNION
         SELECT asked.nth, kept.session_id, kept.child_id
           FROM kept
           JOIN asked ON asked.session_id = kept.session_id AND kept.child_id = ANY(asked.children)
          WHERE NOT kept.expired
            AND (kept.offered OR kept.booking_id IS NOT NULL AND kept.booking_id IS DISTINCT FROM asked.booking)),
     -- What each would newly take in a session, and what there is for it: what has expired counts as free, what others wait
     -- for does not, unless it is they who are asked.
     need AS MATERIALIZED (
         SELECT asked.nth,
                asked.session_id,
                asked.seats,
                asked.kind,
                asked.seats - (SELECT count(*)::int FROM own WHERE own.nth = asked.nth AND own.session_id = asked.session_id) AS more,
                seat.sold - seat.used
                + (SELECT count(*)::int FROM kept WHERE kept.session_id = asked.session_id AND kept.expired)
                - (SELECT count(*)::int FROM line
                    WHERE line.session_id = asked.session_id AND line.child_id <> ALL(asked.children) AND asked.kind <> 'OFFERED') AS free
           FROM asked
           JOIN seat USING (session_id)),
     fit AS MATERIALIZED (
         SELECT nth
           FROM wish
           JOIN need USING (nth)
          WHERE nth NOT IN (SELECT nth FROM doubled) AND nth NOT IN (SELECT nth FROM crowded)
          GROUP BY nth
         HAVING count(*) = min(cardinality(sessions))),
     -- A child that an earlier one of these wishes brings to the same session.
     rival AS MATERIALIZED (
         SELECT nth
           FROM (SELECT asked.nth, row_number() OVER (PARTITION BY session_id, child_id ORDER BY asked.nth) AS turn
                   FROM asked
                  CROSS JOIN unnest(children) AS child_id
                  WHERE nth IN (SELECT nth FROM fit)) AS turns
          WHERE turn > 1),
     -- Whoever has a seat even if all before get theirs is served for certain.
     served AS MATERIALIZED (
         SELECT nth
           FROM (SELECT nth, more = 0 OR sum(more) OVER (PARTITION BY session_id ORDER BY nth) <= free AS room
                   FROM need
                  WHERE nth IN (SELECT nth FROM fit)) AS rooms
          WHERE nth NOT IN (SELECT nth FROM rival) AND (SELECT ok FROM fresh)
          GROUP BY nth
         HAVING bool_and(room)),
     -- And whoever has none even if only these get theirs is refused for certain. What lies between is judged again after them.
     room AS MATERIALIZED (
         SELECT nth,
                session_id,
                more > 0 AND free < more + coalesce(
                    sum(more) FILTER (WHERE nth IN (SELECT nth FROM served))
                        OVER (PARTITION BY session_id ORDER BY nth ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)
                    AS lacking
           FROM need),
     verdict AS MATERIALIZED (SELECT nth, nth IN (SELECT nth FROM served) AS fits FROM wish),
     given_back AS (
         DELETE FROM held_seat h
          USING (SELECT session_id, child_id FROM own WHERE nth IN (SELECT nth FROM served)
                  UNION
                 SELECT session_id, child_id FROM kept
                  WHERE expired AND session_id IN (SELECT session_id FROM need WHERE nth IN (SELECT nth FROM served))) AS gone
          WHERE h.session_id = gone.session_id AND h.child_id = gone.child_id
         RETURNING h.session_id, h.offered),
     change AS MATERIALIZED (
         SELECT session_id,
                coalesce(sum(seats) FILTER (WHERE kind = 'TAKEN'), 0)::int AS taken,
                coalesce(sum(seats) FILTER (WHERE kind = 'HELD'), 0)::int - coalesce(min(back.held), 0) AS held,
                coalesce(sum(seats) FILTER (WHERE kind = 'OFFERED'), 0)::int - coalesce(min(back.offered), 0) AS offered
           FROM need
           LEFT JOIN (SELECT session_id,
                             count(*) FILTER (WHERE NOT offered)::int AS held,
                             count(*) FILTER (WHERE offered)::int AS offered
                        FROM given_back
                       GROUP BY session_id) AS back USING (session_id)
          WHERE nth IN (SELECT nth FROM served)
          GROUP BY session_id),
     counted AS (
         UPDATE seats s
            SET taken = s.taken + change.taken,
                held = s.held + change.held,
                offered = s.offered + change.offered,
                capacity = greatest(s.intended,
                    s.taken + s.held + s.offered + change.taken + change.held + change.offered),
                version = s.version + 1
           FROM change
          WHERE s.session_id = change.session_id
         RETURNING s.session_id, s.intended, s.taken, s.held, s.offered, s.version),
