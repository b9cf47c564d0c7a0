WITH wish AS MATERIALIZED (
         SELECT w.*,
                CAST(session_list AS uuid[]) AS sessions,
                CAST(child_list AS uuid[]) AS children,
                201 AS status,
                NULL::uuid AS booking,
                'TAKEN' AS kind,
                CAST(? AS timestamptz) AS now
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
     barred AS MATERIALIZED (
         SELECT nth FROM wish WHERE refused OR EXISTS (SELECT FROM changed)
          UNION
         SELECT nth FROM claim WHERE NOT free OR stored),
