     -- What is paid first is held for its booking until then: by the hold that there is, or a new one.
     passed_on AS (
         UPDATE hold h
            SET booking_id = agreed.id, expires_at = kept_until
           FROM agreed
          WHERE h.id = agreed.hold AND kind = 'HELD'
         RETURNING h.id, h.booking_id),
     begun AS (
         INSERT INTO hold (carer_id, block_id, session_id, title, session_ids, child_ids, amount, currency,
                line_codes, line_texts, line_amounts, shares, offered, booking_id,
                held_at, expires_at, full_until_days, part_until_days, part_percent, make_up_weeks, make_ups_per_block)
         SELECT carer, block, session, title, sessions, children, amount, currency,
                CAST(line_codes AS text[]), CAST(line_texts AS text[]), CAST(line_amounts AS bigint[]),
                ARRAY(SELECT price FROM spot WHERE spot.nth = agreed.nth ORDER BY turn), false, id,
                now, kept_until, full_until, part_until, part_percent, make_up_weeks, make_ups
           FROM agreed
          WHERE kind = 'HELD' AND hold IS NULL
         RETURNING id, booking_id),
     -- After whatever was held for these children there is given back.
     kept_seat AS (
         INSERT INTO held_seat (session_id, child_id, hold_id, offered, expires_at, booking_id)
         SELECT spot.session_id, spot.child_id, keeping.id, false, kept_until, agreed.id
           FROM (SELECT id, booking_id FROM passed_on UNION ALL SELECT id, booking_id FROM begun) AS keeping
           JOIN agreed ON agreed.id = keeping.booking_id
           JOIN spot ON spot.nth = agreed.nth
           JOIN counted ON counted.session_id = spot.session_id),
