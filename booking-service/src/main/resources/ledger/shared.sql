WITH wish AS MATERIALIZED (
         SELECT w.*, 201 AS status, NULL::uuid AS booking, 'TAKEN' AS kind, CAST(? AS timestamptz) AS now
           FROM json_to_recordset(CAST(? AS json)) AS w (
                nth int, refused boolean, caller text, endpoint text, key text, fingerprint text,
                sessions uuid[], children uuid[], id uuid, carer uuid, block uuid, session uuid, title text,
                amount bigint, currency text, line_codes text[], line_texts text[], line_amounts bigint[],
                full_until int, part_until int, part_percent int, make_up_weeks int, make_ups int,
                places uuid[], place_sessions uuid[], place_children uuid[], shares bigint[], facts text[],
                instructor uuid, due uuid, due_at timestamptz, location text, body text)),
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
