WITH told AS MATERIALIZED (
         SELECT xid, position, aggregateid AS subject, type, version, occurred_at, payload,
                CAST(payload ->> 'bookingId' AS uuid) AS booking_id,
                CAST(payload ->> 'sessionId' AS uuid) AS session_id
           FROM outbox
          WHERE (xid, position) > (CAST(CAST(:xid AS text) AS xid8), :position)
            AND xid < pg_snapshot_xmin(pg_current_snapshot())
          ORDER BY xid, position
          LIMIT :most),
     booked AS (
         -- The places of a booking are told one by one, the booking is not. It is told with the first of them.
         SELECT told.xid, told.position, 0 AS turn, 'booking.confirmed' AS type, told.occurred_at, b.id, 1 AS version
           FROM told
           JOIN booking b ON b.id = told.booking_id
          WHERE told.type = 'place.confirmed'
            AND told.subject = (SELECT p.id FROM place p WHERE p.booking_id = b.id ORDER BY p.id LIMIT 1)
          UNION ALL
         SELECT xid, position, 0, CASE payload ->> 'state' WHEN 'EXPIRED' THEN 'booking.expired' ELSE 'booking.cancelled' END,
                occurred_at, subject, version
           FROM told
          WHERE type = 'booking.changed' AND payload ->> 'state' IN ('CANCELLED', 'EXPIRED')),
     happened AS (
         SELECT booked.xid, booked.position, booked.turn, booked.type, booked.occurred_at,
                coalesce(block.instructor_id, session.instructor_id) AS instructor_id,
                jsonb_build_object('bookingId', b.id, 'blockId', b.block_id, 'sessionId', b.session_id,
                                   'version', booked.version) AS data
           FROM booked
           JOIN booking b USING (id)
           LEFT JOIN class_block block ON block.id = b.block_id
           LEFT JOIN class_session session ON session.id = b.session_id
          UNION ALL
         SELECT told.xid, told.position, 1, told.type, told.occurred_at, session.instructor_id,
                CASE told.type
                WHEN 'seats.changed' THEN jsonb_build_object('sessionId', session.id, 'seatsLeft', payload -> 'seatsLeft')
                WHEN 'attendance.recorded' THEN jsonb_build_object('placeId', told.subject, 'sessionId', session.id)
                ELSE jsonb_build_object('placeId', told.subject, 'bookingId', told.booking_id, 'sessionId', session.id,
                                        'reason', payload -> 'reason')
                END || jsonb_build_object('version', told.version)
           FROM told
           JOIN class_session session ON session.id = told.session_id
          WHERE told.type IN ('place.confirmed', 'place.released', 'seats.changed', 'attendance.recorded')
          UNION ALL
         SELECT told.xid, told.position, 1, told.type, told.occurred_at,
                (SELECT s.instructor_id FROM class_session s
                  WHERE s.course_id = CAST(payload ->> 'courseId' AS uuid) LIMIT 1),
                jsonb_build_object('waitlistEntryId', told.subject, 'courseId', payload -> 'courseId',
                                   'state', payload -> 'state', 'version', told.version)
           FROM told
          WHERE told.type = 'waitlist.changed'),
     event AS (
         SELECT row_number() OVER (ORDER BY xid, position, turn) AS nth, instructor_id, type, occurred_at,
                jsonb_strip_nulls(data) AS data
           FROM happened)
