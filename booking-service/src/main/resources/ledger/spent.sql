     -- Whose credit is used, or may be by one before; that comes before all else that is wrong with it.
     of_credit AS MATERIALIZED (
         SELECT nth,
                CASE WHEN kept_credit.id IS NULL THEN 'GONE'
                     WHEN booking_id IS NOT NULL THEN 'CREDIT_USED'
                     WHEN rivals > 0 THEN 'AGAIN' END AS outcome,
                booking_id
           FROM (SELECT nth,
                        credit,
                        count(*) FILTER (WHERE NOT refused)
                            OVER (PARTITION BY credit ORDER BY nth ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS rivals
                   FROM wish
                  WHERE credit IS NOT NULL) AS wished
           LEFT JOIN kept_credit ON kept_credit.id = credit),
     -- Whose pass does not pay, or may not if those before come about.
     of_pass AS MATERIALIZED (
         SELECT nth,
                CASE WHEN kept_pass.id IS NULL THEN 'GONE'
                     WHEN owed > 0 THEN 'PASS_NOT_PAID'
                     WHEN returned_at IS NOT NULL THEN 'PASS_RETURNED'
                     WHEN lapsed_at IS NOT NULL THEN 'PASS_LAPSED'
                     WHEN unfit THEN 'REFUSED'
                     WHEN units > units_left THEN 'PASS_USED_UP'
                     WHEN units_of_all > units_left THEN 'AGAIN' END AS outcome,
                units_left
           FROM (SELECT nth, pass, unfit, units, sum(units) OVER (PARTITION BY pass ORDER BY nth) AS units_of_all
                   FROM (SELECT nth, pass, unfit, cardinality(sessions) * cardinality(children) AS units
                           FROM wish
                          WHERE pass IS NOT NULL AND NOT refused) AS counted) AS wished
           LEFT JOIN kept_pass ON kept_pass.id = pass),
     -- Uses that end when this comes about: those of holds that are over, or that it takes the place of.
     ended_use AS MATERIALIZED (
         SELECT nth, voucher, kept_use.id, kept_use.carer_id = wish.carer OR kept_use.child_ids && children AS of_family
           FROM wish
           JOIN kept_use ON kept_use.voucher_id = wish.voucher
          WHERE NOT refused
            AND (kept_use.expires_at <= now
                 OR EXISTS (SELECT FROM hold h
                             WHERE h.id = kept_use.hold_id AND h.carer_id = wish.carer AND h.child_ids && children
                               AND coalesce(wish.block, wish.session) IN (h.block_id, h.session_id)))),
     -- Whose voucher is used up, or may be if those before come about. Each of them adds one use at most, and may end some.
     of_voucher AS MATERIALIZED (
         SELECT nth,
                CASE WHEN kept_voucher.version <> seen_voucher.version THEN 'AGAIN'
                     WHEN used - ended_by_all >= uses OR rivals = 0 AND used - ended >= uses THEN 'VOUCHER_USED_UP'
                     WHEN used - ended + rivals >= uses THEN 'AGAIN'
                     WHEN of_family - of_family_ended_by_all >= uses_per_family
                       OR rivals = 0 AND of_family - of_family_ended >= uses_per_family THEN 'VOUCHER_USED_BY_FAMILY'
                     WHEN of_family - of_family_ended + kin >= uses_per_family THEN 'AGAIN'
                     WHEN unfit THEN 'REFUSED' END AS outcome
           FROM wish
           JOIN kept_voucher ON kept_voucher.id = voucher
           JOIN seen_voucher ON seen_voucher.id = voucher
          CROSS JOIN LATERAL (
                SELECT count(*) AS rivals, count(*) FILTER (WHERE other.carer = wish.carer OR other.children && wish.children) AS kin
                  FROM wish AS other
                 WHERE other.voucher = wish.voucher AND other.nth < wish.nth AND NOT other.refused AND NOT other.unfit) AS before
          CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE e.nth = wish.nth) AS ended,
                       count(DISTINCT e.id) AS ended_by_all,
                       count(*) FILTER (WHERE e.nth = wish.nth AND e.of_family) AS of_family_ended,
                       count(DISTINCT e.id) FILTER (WHERE u.carer_id = wish.carer OR u.child_ids && wish.children) AS of_family_ended_by_all
                  FROM ended_use e
                  JOIN kept_use u ON u.id = e.id
                 WHERE e.voucher = wish.voucher) AS ends
          CROSS JOIN LATERAL (
                SELECT count(*) AS of_family
                  FROM voucher_use u
                 WHERE uses_per_family IS NOT NULL
                   AND u.voucher_id = wish.voucher AND (u.carer_id = wish.carer OR u.child_ids && wish.children)) AS family
          WHERE NOT refused),
     spent AS MATERIALIZED (
         SELECT nth, outcome, booking_id AS used_by, NULL::int AS units_left FROM of_credit WHERE outcome IS NOT NULL
          UNION ALL
         SELECT nth, outcome, NULL, units_left FROM of_pass WHERE outcome IS NOT NULL
          UNION ALL
         SELECT nth, outcome, NULL, NULL FROM of_voucher WHERE outcome IS NOT NULL),
