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
     spent AS MATERIALIZED (
         SELECT nth, outcome, booking_id AS used_by, NULL::int AS units_left FROM of_credit WHERE outcome IS NOT NULL
          UNION ALL
         SELECT nth, outcome, NULL, units_left FROM of_pass WHERE outcome IS NOT NULL),
