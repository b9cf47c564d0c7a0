-- A booking as one statement, which is one transaction: the same rows as booking-service writes.
\set n :n + 1
\set i (:n - 1) * :clients + :client_id
\set s :first + :i % :sessions
WITH wish AS MATERIALIZED (
         SELECT ('50000000-0000-7000-8000-' || lpad(to_hex(:s::bigint), 12, '0'))::uuid AS session_id,
                ('a0000000-0000-7000-8000-' || lpad(to_hex(:i::bigint % :carers::bigint), 12, '0'))::uuid AS carer_id,
                ('c0000000-0000-7000-8000-' || lpad(to_hex(:i::bigint), 12, '0'))::uuid AS child_id),
     seat AS (
         UPDATE seats
            SET taken = taken + 1, version = version + 1
          WHERE session_id = (SELECT session_id FROM wish) AND taken + held + offered + 1 <= intended
         RETURNING session_id, intended, taken, held, offered, version),
     booked AS (
         INSERT INTO booking (carer_id, session_id, title, children, state, amount, currency, line_codes, line_texts,
                              line_amounts, booked_at)
         SELECT carer_id, session_id, 'Baby massage', 1, 'CONFIRMED', 0, 'GBP', '{LIST}', '{NULL}', '{0}', now()
           FROM seat JOIN wish USING (session_id)
         RETURNING id),
     placed AS (
         INSERT INTO place (booking_id, session_id, child_id, carer_id, state, taken_at, price)
         SELECT booked.id, session_id, child_id, carer_id, 'CONFIRMED', now(), 0
           FROM booked, wish
         RETURNING id, booking_id, session_id, child_id, carer_id),
     told AS (
         INSERT INTO outbox (aggregatetype, aggregateid, type, version, occurred_at, payload)
         SELECT 'place', id, 'place.confirmed', 1, now(),
                json_build_object('id', id, 'bookingId', booking_id, 'sessionId', session_id, 'childId', child_id,
                                  'carerId', carer_id, 'state', 'CONFIRMED', 'reason', NULL)::jsonb
           FROM placed
          UNION ALL
         SELECT 'seats', session_id, 'seats.changed', version, now(),
                json_build_object('sessionId', session_id, 'capacity', intended, 'taken', taken, 'held', held,
                                  'offered', offered, 'seatsLeft', intended - taken - held - offered)::jsonb
           FROM seat)
INSERT INTO idempotency_record (caller, endpoint, key, fingerprint, status, location, body, created_at)
SELECT carer_id::text, 'POST /v1/bookings', 'bench-' || :run::bigint || '-' || :i::bigint, sha256(child_id::text::bytea), 201,
       '/v1/bookings/' || booking_id,
       format('{"id":"%s","state":"CONFIRMED","title":"Baby massage","sessionId":"%s","price":{"amount":0,"currency":"GBP",'
              '"lines":[{"code":"LIST","amount":0}]},"cameBack":{"amount":0,"currency":"GBP"},"balance":{"amount":0,'
              '"currency":"GBP"},"terms":{"fullUntilDays":7,"partUntilDays":2,"partPercent":50,"makeUpWeeks":8,'
              '"makeUpsPerBlock":2},"bookedAt":"%s","places":[{"id":"%s","sessionId":"%s","childId":"%s","childName":"Child",'
              '"state":"CONFIRMED","localStart":"2027-01-01T10:00","timeZone":"UTC","join":"/v1/places/%s/join"}]}',
              booking_id, session_id, now(), id, session_id, child_id, id),
       now()
  FROM placed;
