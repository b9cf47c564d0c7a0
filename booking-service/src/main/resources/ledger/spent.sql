     -- Whose credit is used, or may be by one before. It comes before all else that is wrong with it.
     spent AS MATERIALIZED (
         SELECT nth,
                CASE WHEN kept_credit.id IS NULL THEN 'GONE' WHEN booking_id IS NOT NULL THEN 'CREDIT_USED' ELSE 'AGAIN' END AS outcome,
                booking_id AS used_by
           FROM (SELECT nth,
                        credit,
                        count(*) FILTER (WHERE NOT refused)
                            OVER (PARTITION BY credit ORDER BY nth ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS rivals
                   FROM wish
                  WHERE credit IS NOT NULL) AS of_credit
           LEFT JOIN kept_credit ON kept_credit.id = credit
          WHERE kept_credit.id IS NULL OR booking_id IS NOT NULL OR rivals > 0),
