     made AS (
         INSERT INTO hold (carer_id, block_id, session_id, title, session_ids, child_ids, amount, currency,
                line_codes, line_texts, line_amounts, shares, offered,
                held_at, expires_at, full_until_days, part_until_days, part_percent, make_up_weeks, make_ups_per_block)
         SELECT :carer, :block, :session, :title, :sessions, :children, :amount, :currency,
                :lineCodes, :lineTexts, :lineAmounts, :shares, :kind = 'OFFERED',
                :now, :expiresAt, :fullUntil, :partUntil, :partPercent, :makeUpWeeks, :makeUps
           FROM verdict
          WHERE fits
         RETURNING id),
     due AS (SELECT NULL::uuid AS id, NULL::timestamptz AS until, NULL::text AS how_to_pay WHERE false),
     placed AS (
         INSERT INTO held_seat (session_id, child_id, hold_id, offered, expires_at)
         SELECT counted.session_id, child_id, made.id, :kind = 'OFFERED', :expiresAt
           FROM made, counted, unnest(:children) AS child_id
         RETURNING hold_id AS owner_id, NULL::uuid AS id, session_id, child_id, NULL::bigint AS version, NULL::bigint AS price)
