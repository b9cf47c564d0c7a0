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
