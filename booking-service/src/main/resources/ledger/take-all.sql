     agreed AS MATERIALIZED (SELECT * FROM wish WHERE nth IN (SELECT nth FROM served)),
     made AS (
         INSERT INTO booking (id, carer_id, block_id, session_id, title, children, state, amount, currency,
                line_codes, line_texts, line_amounts, booked_at,
                full_until_days, part_until_days, part_percent, make_up_weeks, make_ups_per_block)
         SELECT id, carer, block, session, title, cardinality(children), 'CONFIRMED', amount, currency,
                CAST(line_codes AS text[]), CAST(line_texts AS text[]), CAST(line_amounts AS bigint[]), now,
                full_until, part_until, part_percent, make_up_weeks, make_ups
           FROM agreed),
     charged AS (
         INSERT INTO money_entry (booking_id, kind, amount, currency, reason, entered_by, entered_at)
         SELECT id, 'CHARGE', amount, currency, 'booked', carer, now
           FROM agreed
          WHERE amount > 0
          ORDER BY nth),
     owed AS (
         INSERT INTO payment (id, booking_id, carer_id, instructor_id, provider, state, amount, currency, until, created_at)
         SELECT due, id, carer, instructor, 'MANUAL', 'DUE', amount, currency, due_at, now
           FROM agreed
          WHERE due IS NOT NULL),
     placed AS (
         INSERT INTO place (id, booking_id, session_id, child_id, carer_id, state, taken_at, price)
         SELECT place, agreed.id, spot.session_id, spot.child_id, carer, 'CONFIRMED', now, price
           FROM agreed
           JOIN spot USING (nth)),
     redeemed AS (
         UPDATE voucher_use u
            SET hold_id = NULL, expires_at = NULL, booking_id = agreed.id
           FROM agreed
          WHERE u.hold_id = agreed.hold),
     fulfilled AS (DELETE FROM hold USING agreed WHERE hold.id = agreed.hold),
%s     told AS (
         INSERT INTO outbox (aggregatetype, aggregateid, type, version, occurred_at, payload)
         SELECT split_part(type, '.', 1), subject, type, version, (SELECT now FROM whole), payload
           FROM (SELECT turn, 'place.confirmed' AS type, place AS subject, 1 AS version, fact::jsonb AS payload
                   FROM spot
                  WHERE nth IN (SELECT nth FROM served)
                  UNION ALL
                 SELECT NULL, 'seats.changed', session_id, version, jsonb_build_object(
                        'sessionId', session_id, 'capacity', intended, 'taken', taken, 'held', held, 'offered', offered,
                        'seatsLeft', greatest(0, intended - taken - held - offered))
                   FROM counted) AS fact
          ORDER BY turn, subject),
     remembered AS (%s)
SELECT wish.nth,
       CASE WHEN claim.stored THEN 'STORED'
            WHEN NOT claim.free THEN 'IN_USE'
            WHEN EXISTS (SELECT FROM changed) THEN 'AGAIN'
            WHEN wish.nth IN (SELECT nth FROM gone) THEN 'GONE'
            WHEN wish.nth IN (SELECT nth FROM lapsed WHERE over) THEN 'LAPSED'
            WHEN wish.nth IN (SELECT nth FROM spent) THEN (SELECT outcome FROM spent WHERE spent.nth = wish.nth)
            WHEN wish.refused THEN 'REFUSED'
            WHEN wish.nth IN (SELECT nth FROM lapsed WHERE dearer) THEN 'LAPSED'
            WHEN wish.nth IN (SELECT nth FROM owing WHERE too_many) THEN 'OWING'
            WHEN wish.nth IN (SELECT nth FROM owing) THEN 'AGAIN'
            WHEN NOT fresh.ok THEN 'AGAIN'
            WHEN wish.nth IN (SELECT nth FROM lapsed) THEN 'LAPSED'
            WHEN wish.nth IN (SELECT nth FROM served) THEN 'TAKEN'
            WHEN wish.nth IN (SELECT nth FROM doubled) THEN 'DOUBLED'
            WHEN wish.nth IN (SELECT nth FROM room WHERE lacking) THEN 'FULL'
            WHEN wish.nth IN (SELECT nth FROM fit) THEN 'AGAIN'
            ELSE 'UNKNOWN' END,
       ARRAY(SELECT DISTINCT session_id FROM doubled WHERE doubled.nth = wish.nth),
       ARRAY(SELECT DISTINCT child_id FROM doubled WHERE doubled.nth = wish.nth),
       ARRAY(SELECT session_id FROM room WHERE room.nth = wish.nth AND lacking ORDER BY session_id),
       ARRAY(SELECT id FROM changed),
       (SELECT used_by FROM spent WHERE spent.nth = wish.nth),
       claim.fingerprint,
       claim.status,
       claim.location,
       claim.etag,
       claim.body
  FROM wish
  JOIN claim USING (nth)
 CROSS JOIN fresh
 ORDER BY wish.nth
