WITH wish AS MATERIALIZED (
         SELECT w.*,
                CAST(session_list AS uuid[]) AS sessions,
                CAST(child_list AS uuid[]) AS children,
                201 AS status,
                NULL::uuid AS booking,
                'TAKEN' AS kind,
                CAST(? AS timestamptz) AS now,
                CAST(? AS int) AS most_unpaid
           FROM unnest(%s) WITH ORDINALITY AS w (
                caller, endpoint, key, fingerprint, refused, session_list, child_list,
                id, carer, block, session, title, amount, currency, line_codes, line_texts, line_amounts,
                full_until, part_until, part_percent, make_up_weeks, make_ups,
                instructor, due, due_at, location, body, nth)),
     -- A place for each child in each session of each of them.
     spot AS MATERIALIZED (
         SELECT * FROM unnest(%s) WITH ORDINALITY AS p (nth, place, session_id, child_id, price, fact, turn)),
     claim AS MATERIALIZED (%s),
     -- What was known of the world when these wishes were written down, by its versions, and is so no longer.
     changed AS MATERIALIZED (
         SELECT id FROM unnest(CAST(? AS uuid[]), CAST(? AS bigint[])) AS known (id, version)
          WHERE NOT EXISTS (SELECT FROM class_session s WHERE s.id = known.id AND s.version = known.version)
          UNION ALL
         SELECT id FROM unnest(CAST(? AS uuid[]), CAST(? AS bigint[])) AS known (id, version)
          WHERE NOT EXISTS (SELECT FROM class_block b WHERE b.id = known.id AND b.version = known.version)
          UNION ALL
         SELECT id FROM unnest(CAST(? AS uuid[]), CAST(? AS bigint[])) AS known (id, version)
          WHERE NOT EXISTS (SELECT FROM child c WHERE c.id = known.id AND c.version = known.version)
          UNION ALL
         SELECT id FROM unnest(CAST(? AS uuid[]), CAST(? AS bigint[])) AS known (id, version)
          WHERE coalesce((SELECT r.version FROM payment_rules r WHERE r.account_id = known.id), 0) <> known.version),
     -- Who has as many unpaid bookings as one may have; and who would have more if those before came about. Their carers are locked.
     owing AS MATERIALIZED (
         SELECT nth, unpaid >= most_unpaid AS too_many
           FROM (SELECT nth, most_unpaid, row_number() OVER (PARTITION BY carer ORDER BY nth) AS turn,
                        (SELECT count(*) FROM payment p WHERE p.carer_id = wish.carer AND p.state = 'DUE') AS unpaid
                   FROM wish
                  WHERE due IS NOT NULL) AS counted
          WHERE unpaid + turn > most_unpaid),
     barred AS MATERIALIZED (
         SELECT nth FROM wish WHERE refused OR EXISTS (SELECT FROM changed)
          UNION
         SELECT nth FROM claim WHERE NOT free OR stored
          UNION
         SELECT nth FROM owing),
