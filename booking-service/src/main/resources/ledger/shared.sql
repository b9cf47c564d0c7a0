WITH sheet AS MATERIALIZED (
         SELECT w.*,
                CAST(session_list AS uuid[]) AS sessions,
                CAST(child_list AS uuid[]) AS children,
                201 AS status,
                NULL::uuid AS booking,
                CASE WHEN kept_until IS NULL THEN 'TAKEN' ELSE 'HELD' END AS kind,
                CAST(? AS timestamptz) AS now,
                CAST(? AS int) AS most_unpaid,
                CAST(? AS int) AS most_holds
           FROM unnest(%s) WITH ORDINALITY AS w (
                caller, endpoint, key, fingerprint, refused, unfit, hold, with_voucher, credit, pass, pass_title,
                voucher, carer, block, session, child_list, session_list, id, title, amount, currency, line_codes, line_texts, line_amounts,
                full_until, part_until, part_percent, make_up_weeks, make_ups,
                instructor, due, due_at, location, body, kept_until, page_ends, news, nth)),
     -- First the holds are locked, then vouchers and the uses of them that holds keep, then what pays but money, then the carers who are to
     -- pay by hand or for whom more is to be held, each in one order, and all of them before any seat: what comes below waits for them.
     kept_hold AS MATERIALIZED (
         SELECT id, expires_at
           FROM hold
          WHERE id = ANY(ARRAY(SELECT hold FROM sheet WHERE hold IS NOT NULL)) AND NOT offered AND booking_id IS NULL
          ORDER BY id
            FOR UPDATE),
%s     locked AS MATERIALIZED (
         SELECT (SELECT count(*) FROM kept_hold) AS holds,
                (SELECT count(*) FROM kept_use) AS uses,
                (SELECT count(*) FROM kept_source) AS sources),
     debtor AS MATERIALIZED (
         SELECT carer, unpaid_under_lock(carer) AS unpaid
           FROM (SELECT DISTINCT carer FROM locked CROSS JOIN sheet WHERE due IS NOT NULL AND kind = 'TAKEN' ORDER BY carer) AS owing),
     %s
     wish AS MATERIALIZED (
         SELECT sheet.*, debtor.unpaid, keeper.holds
           FROM locked
          CROSS JOIN sheet
           LEFT JOIN debtor ON debtor.carer = sheet.carer AND sheet.due IS NOT NULL AND sheet.kind = 'TAKEN'
           LEFT JOIN keeper ON keeper.nth = sheet.nth),
     -- Whose hold is not there any more; and whose hold is over, or has lost its voucher or a seat.
     gone AS MATERIALIZED (SELECT nth FROM wish WHERE hold IS NOT NULL AND hold NOT IN (SELECT id FROM kept_hold)),
     lapsed AS MATERIALIZED (
         SELECT *
           FROM (SELECT nth,
                        kept_hold.expires_at <= now AS over,
                        with_voucher AND hold NOT IN (SELECT hold_id FROM kept_use) AS dearer,
                        (SELECT count(*) FROM held_seat h WHERE h.hold_id = wish.hold)
                        < cardinality(sessions) * cardinality(children) AS smaller
                   FROM wish
                   JOIN kept_hold ON kept_hold.id = wish.hold) AS looked_at
          WHERE over OR dearer OR smaller),
%s     -- A place for each child in each session of each of them.
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
          WHERE coalesce((SELECT r.version FROM payment_rules r WHERE r.account_id = known.id), 0) <> known.version
          UNION ALL
         SELECT id FROM outdated),
     -- Who has as many unpaid bookings as one may have; and who would have more if those before came about.
     owing AS MATERIALIZED (
         SELECT nth, unpaid >= most_unpaid AS too_many
           FROM (SELECT nth, most_unpaid, unpaid, row_number() OVER (PARTITION BY carer ORDER BY nth) AS turn
                   FROM wish
                  WHERE unpaid IS NOT NULL) AS counted
          WHERE unpaid + turn > most_unpaid),
     -- The same of those for whom as much is held as one may hold.
     crowded AS MATERIALIZED (
         SELECT nth, holds >= most_holds AS too_many
           FROM (SELECT nth, most_holds, holds, row_number() OVER (PARTITION BY carer ORDER BY nth) AS turn
                   FROM wish
                  WHERE holds IS NOT NULL) AS counted
          WHERE holds + turn > most_holds),
     barred AS MATERIALIZED (
         SELECT nth FROM wish WHERE refused OR unfit OR EXISTS (SELECT FROM changed)
          UNION
         SELECT nth FROM claim WHERE NOT free OR stored
          UNION
         SELECT nth FROM gone
          UNION
         SELECT nth FROM lapsed
          UNION
         SELECT nth FROM spent
          UNION
         SELECT nth FROM owing),
