kept_credit AS MATERIALIZED (
         SELECT id, booking_id
           FROM make_up_credit
          WHERE id = ANY(ARRAY(
                SELECT credit FROM sheet CROSS JOIN (SELECT count(*) FROM kept_voucher) AS after_these WHERE credit IS NOT NULL))
          ORDER BY id
            FOR UPDATE),
     kept_source AS MATERIALIZED (SELECT id FROM kept_credit),
