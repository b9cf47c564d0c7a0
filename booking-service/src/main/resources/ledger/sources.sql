kept_credit AS MATERIALIZED (
         SELECT id, booking_id
           FROM make_up_credit
          WHERE id = ANY(ARRAY(
                SELECT credit FROM sheet CROSS JOIN (SELECT count(*) FROM kept_voucher) AS after_these WHERE credit IS NOT NULL))
          ORDER BY id
            FOR UPDATE),
     -- What is owed for a pass is reckoned when it is locked, as it is then.
     kept_pass AS MATERIALIZED (
         SELECT *, owed_for_pass(id) AS owed
           FROM (SELECT id, title, units - used AS units_left, returned_at, lapsed_at
                   FROM pass
                  WHERE id = ANY(ARRAY(
                        SELECT pass FROM sheet CROSS JOIN (SELECT count(*) FROM kept_credit) AS after_these WHERE pass IS NOT NULL))
                  ORDER BY id
                    FOR NO KEY UPDATE) AS locked_pass),
     kept_source AS MATERIALIZED (SELECT (SELECT count(*) FROM kept_credit) AS credits, (SELECT count(*) FROM kept_pass) AS passes),
     -- What is no longer as it was known.
     outdated AS MATERIALIZED (
         SELECT DISTINCT kept_pass.id FROM kept_pass JOIN sheet ON sheet.pass = kept_pass.id WHERE kept_pass.title <> sheet.pass_title),
