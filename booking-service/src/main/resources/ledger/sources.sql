     -- Whoever writes or deletes a use of a voucher writes how many there are in its row: so it shows by its version whether
     -- a use came or went while we waited for the lock. What holds keep of it is locked too: some of it may be over, or be replaced.
     seen_voucher AS MATERIALIZED (
         SELECT id, xmin AS version FROM voucher WHERE id = ANY(ARRAY(SELECT voucher FROM sheet WHERE voucher IS NOT NULL))),
     kept_voucher AS MATERIALIZED (
         SELECT id, xmin AS version, uses, uses_per_family, used, withdrawn_at
           FROM voucher
          WHERE id = ANY(ARRAY(
                SELECT voucher FROM sheet CROSS JOIN (SELECT count(*) FROM kept_hold) AS after_these WHERE voucher IS NOT NULL))
          ORDER BY id
            FOR NO KEY UPDATE),
     kept_use AS MATERIALIZED (
         SELECT id, voucher_id, carer_id, child_ids, hold_id, expires_at
           FROM voucher_use
          WHERE hold_id = ANY(ARRAY(SELECT kept_hold.id FROM kept_hold CROSS JOIN (SELECT count(*) FROM kept_voucher) AS after_these))
             OR hold_id IS NOT NULL AND voucher_id = ANY(ARRAY(SELECT id FROM kept_voucher))
          ORDER BY hold_id
            FOR UPDATE),
     kept_credit AS MATERIALIZED (
         SELECT id, booking_id
           FROM make_up_credit
          WHERE id = ANY(ARRAY(
                SELECT credit FROM sheet CROSS JOIN (SELECT count(*) FROM kept_use) AS after_these WHERE credit IS NOT NULL))
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
     kept_source AS MATERIALIZED (
         SELECT (SELECT count(*) FROM kept_voucher) AS vouchers,
                (SELECT count(*) FROM kept_credit) AS credits,
                (SELECT count(*) FROM kept_pass) AS passes),
     -- What is no longer as it was known.
     outdated AS MATERIALIZED (
         SELECT kept_pass.id FROM kept_pass JOIN sheet ON sheet.pass = kept_pass.id WHERE kept_pass.title <> sheet.pass_title
          UNION
         SELECT id FROM kept_voucher WHERE withdrawn_at IS NOT NULL),
