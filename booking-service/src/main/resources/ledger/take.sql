     made AS (
         INSERT INTO booking (carer_id, block_id, session_id, title, children, state, amount, currency,
                line_codes, line_texts, line_amounts, booked_at,
                full_until_days, part_until_days, part_percent, make_up_weeks, make_ups_per_block)
         SELECT :carer, :block, :session, :title, cardinality(:children), 'CONFIRMED', :amount, :currency,
                :lineCodes, :lineTexts, :lineAmounts, :now,
                :fullUntil, :partUntil, :partPercent, :makeUpWeeks, :makeUps
           FROM verdict
          WHERE fits
         RETURNING id),
     charged AS (
         INSERT INTO money_entry (booking_id, kind, amount, currency, reason, entered_by, entered_at)
         SELECT id, 'CHARGE', :amount, :currency, 'booked', :carer, :now
           FROM made
          WHERE :amount > 0),
     placed AS (
         INSERT INTO place (booking_id, session_id, child_id, carer_id, state, taken_at, price)
         SELECT made.id, counted.session_id, child_id, :carer, 'CONFIRMED', :now,
                (CAST(:shares AS bigint[]))[(child.nth - 1) * cardinality(:sessions) + dated.nth]
           FROM made, counted,
                unnest(:children) WITH ORDINALITY AS child (child_id, nth),
                unnest(:sessions) WITH ORDINALITY AS dated (session_id, nth)
          WHERE dated.session_id = counted.session_id
         RETURNING booking_id AS owner_id, id, session_id, child_id, version, price)
