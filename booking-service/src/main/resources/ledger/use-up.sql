     made_up AS (UPDATE make_up_credit c SET booking_id = agreed.id FROM agreed WHERE c.id = agreed.credit),
     stamped AS (
         INSERT INTO pass_use (booking_id, pass_id, units)
         SELECT id, pass, cardinality(sessions) * cardinality(children)
           FROM agreed
          WHERE pass IS NOT NULL
         RETURNING pass_id, units),
     punched AS (
         UPDATE pass p
            SET used = p.used + stamps.units
           FROM (SELECT pass_id, sum(units)::int AS units FROM stamped GROUP BY pass_id) AS stamps
          WHERE p.id = stamps.pass_id),
     ended AS (DELETE FROM voucher_use WHERE id IN (SELECT id FROM ended_use WHERE nth IN (SELECT nth FROM agreed)) RETURNING voucher_id),
     reduced AS (
         INSERT INTO voucher_use (voucher_id, carer_id, child_ids, booking_id)
         SELECT voucher, carer, children, id
           FROM agreed
          WHERE voucher IS NOT NULL
         RETURNING voucher_id),
     counted_use AS (
         UPDATE voucher v
            SET used = v.used + changes.uses
           FROM (SELECT voucher_id, sum(uses)::int AS uses
                   FROM (SELECT voucher_id, 1 AS uses FROM reduced UNION ALL SELECT voucher_id, -1 FROM ended) AS each
                  GROUP BY voucher_id) AS changes
          WHERE v.id = changes.voucher_id),
