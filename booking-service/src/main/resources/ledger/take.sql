     made AS (
         INSERT INTO booking (id, carer_id, block_id, session_id, title, children, state, amount, currency,
                line_codes, line_texts, line_amounts, booked_at,
                full_until_days, part_until_days, part_percent, make_up_weeks, make_ups_per_block)
         SELECT coalesce(:booking, uuidv7()), :carer, :block, :session, :title, cardinality(:children), 'CONFIRMED',
                :amount, :currency, :lineCodes, :lineTexts, :lineAmounts, :now,
                :fullUntil, :partUntil, :partPercent, :makeUpWeeks, :makeUps
           FROM verdict
          WHERE fits
             ON CONFLICT (id) DO UPDATE SET state = 'CONFIRMED', version = booking.version + 1
         RETURNING id),
     charged AS (
         INSERT INTO money_entry (booking_id, kind, amount, currency, reason, entered_by, entered_at)
         SELECT id, 'CHARGE', :amount, :currency, 'booked', :carer, :now
           FROM made
          WHERE :amount > 0),
     due AS (
         INSERT INTO payment (booking_id, carer_id, instructor_id, provider, state, amount, currency, until, created_at)
         SELECT made.id, :carer, :instructor, 'MANUAL', 'DUE', :amount, :currency,
                CAST(:now AS timestamptz) + make_interval(days => coalesce(rules.due_days, :usualDueDays)), :now
           FROM made
           LEFT JOIN payment_rules rules ON rules.account_id = :instructor
          WHERE :amount > 0 AND NOT :online
         RETURNING id, until, (SELECT how_to_pay FROM payment_rules WHERE account_id = :instructor)),
     placed AS (
         INSERT INTO place (booking_id, session_id, child_id, carer_id, state, taken_at, price)
         SELECT made.id, counted.session_id, child_id, :carer, 'CONFIRMED', :now,
                (CAST(:shares AS bigint[]))[(child.nth - 1) * cardinality(:sessions) + dated.nth]
           FROM made, counted,
                unnest(:children) WITH ORDINALITY AS child (child_id, nth),
                unnest(:sessions) WITH ORDINALITY AS dated (session_id, nth)
          WHERE dated.session_id = counted.session_id
         RETURNING booking_id AS owner_id, id, session_id, child_id, version, price)
