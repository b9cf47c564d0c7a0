     kept_use AS MATERIALIZED (
         SELECT hold_id
           FROM voucher_use
          WHERE hold_id = ANY(ARRAY(SELECT id FROM kept_hold))
          ORDER BY hold_id
            FOR UPDATE),
     kept_source AS (SELECT),
     outdated AS (SELECT NULL::uuid AS id WHERE false),
