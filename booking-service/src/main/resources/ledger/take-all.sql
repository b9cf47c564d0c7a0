     agreed AS MATERIALIZED (SELECT * FROM wish WHERE nth IN (SELECT nth FROM served)),
     made AS (
         INSERT INTO booking (id, carer_id, block_id, session_id, title, children, state, amount, currency,
                line_codes, line_texts, line_amounts, booked_at,
                full_until_days, part_until_days, part_percent, make_up_weeks, make_ups_per_block)
         SELECT id, carer, block, session, title, cardinality(children),
                CASE kind WHEN 'TAKEN' THEN 'CONFIRMED' ELSE 'PENDING_PAYMENT' END, amount, currency,
                CAST(line_codes AS text[]), CAST(line_texts AS text[]), CAST(line_amounts AS bigint[]), now,
                full_until, part_until, part_percent, make_up_weeks, make_ups
           FROM agreed),
     charged AS (
         INSERT INTO money_entry (booking_id, kind, amount, currency, reason, entered_by, entered_at)
         SELECT id, 'CHARGE', amount, currency, 'booked', carer, now
           FROM agreed
          WHERE amount > 0 AND kind = 'TAKEN'
          ORDER BY nth),
     owed AS (
         INSERT INTO payment (id, booking_id, carer_id, instructor_id, provider, state, amount, currency, keeps_seats,
                until, created_at, page_ends_at, asked_at)
         SELECT due, id, carer, instructor,
                CASE kind WHEN 'TAKEN' THEN 'MANUAL' ELSE 'STRIPE' END,
                CASE kind WHEN 'TAKEN' THEN 'DUE' ELSE 'OPENING' END,
                amount, currency, kind = 'HELD', due_at, now, page_ends, CASE kind WHEN 'HELD' THEN now END
           FROM agreed
          WHERE due IS NOT NULL),
     placed AS (
         INSERT INTO place (id, booking_id, session_id, child_id, carer_id, state, taken_at, price)
         SELECT place, agreed.id, spot.session_id, spot.child_id, carer, 'CONFIRMED', now, price
           FROM agreed
           JOIN spot USING (nth)
          WHERE kind = 'TAKEN'),
     redeemed AS (
         UPDATE voucher_use u
            SET hold_id = NULL, expires_at = NULL, booking_id = agreed.id
           FROM agreed
          WHERE u.hold_id = agreed.hold),
     fulfilled AS (DELETE FROM hold USING agreed WHERE hold.id = agreed.hold AND kind = 'TAKEN'),
%s     told AS (
         INSERT INTO outbox (aggregatetype, aggregateid, type, version, occurred_at, payload)
         SELECT split_part(type, '.', 1), subject, type, version, (SELECT now FROM whole), payload
           FROM (SELECT turn, 'place.confirmed' AS type, place AS subject, 1 AS version, fact::jsonb AS payload
                   FROM spot
                  WHERE nth IN (SELECT nth FROM agreed WHERE kind = 'TAKEN')
                  UNION ALL
                 SELECT NULL, 'booking.changed', id, 1, news::jsonb FROM agreed WHERE news IS NOT NULL
                  UNION ALL
                 SELECT NULL, 'seats.changed', session_id, version, jsonb_build_object(
                        'sessionId', session_id, 'capacity', intended, 'taken', taken, 'held', held, 'offered', offered,
                        'seatsLeft', greatest(0, intended - taken - held - offered))
                   FROM counted) AS fact
          ORDER BY turn, subject),
     remembered AS (%s)
SELECT nth,
       CASE WHEN claim.stored THEN 'STORED'
            WHEN NOT claim.free THEN 'IN_USE'
            WHEN EXISTS (SELECT FROM changed) THEN 'AGAIN'
            WHEN wish.nth IN (SELECT nth FROM gone) THEN 'GONE'
            WHEN lapsed.over THEN 'LAPSED'
            WHEN spent.nth IS NOT NULL THEN spent.outcome
            WHEN wish.refused THEN 'REFUSED'
            WHEN lapsed.dearer THEN 'LAPSED'
            WHEN wish.unfit THEN 'REFUSED'
            WHEN owing.too_many THEN 'OWING'
            WHEN owing.nth IS NOT NULL THEN 'AGAIN'
            WHEN NOT fresh.ok THEN 'AGAIN'
            WHEN lapsed.nth IS NOT NULL THEN 'LAPSED'
            WHEN wish.nth IN (SELECT nth FROM served) THEN 'TAKEN'
            WHEN twice.nth IS NOT NULL THEN 'DOUBLED'
            WHEN short.nth IS NOT NULL THEN 'FULL'
            WHEN crowded.too_many THEN 'HOLDING'
            WHEN crowded.nth IS NOT NULL OR wish.nth IN (SELECT nth FROM fit) THEN 'AGAIN'
            ELSE 'UNKNOWN' END,
       twice.sessions,
       twice.children,
       short.sessions,
       (SELECT array_agg(id) FROM changed),
       spent.used_by,
       spent.units_left,
       claim.fingerprint,
       claim.status,
       claim.location,
       claim.etag,
       claim.body
  FROM wish
  JOIN claim USING (nth)
 CROSS JOIN fresh
  LEFT JOIN lapsed USING (nth)
  LEFT JOIN spent USING (nth)
  LEFT JOIN owing USING (nth)
  LEFT JOIN crowded USING (nth)
  LEFT JOIN (SELECT nth, array_agg(DISTINCT session_id) AS sessions, array_agg(DISTINCT child_id) AS children
               FROM doubled
              GROUP BY nth) AS twice USING (nth)
  LEFT JOIN (SELECT nth, array_agg(session_id ORDER BY session_id) AS sessions
               FROM room
              WHERE lacking
              GROUP BY nth) AS short USING (nth)
 ORDER BY nth
