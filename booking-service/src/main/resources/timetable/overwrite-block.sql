INSERT INTO class_block AS b (id, course_id, instructor_id, state, session_ids, price_amount, currency,
       full_until_days, part_until_days, part_percent, make_up_weeks, make_ups_per_block,
       minimum_amount, early_amount, early_until, sibling_percent, pro_rata, time_zone, version)
VALUES (:id, :course, :instructor, :state, :sessions, :amount, :currency,
       :fullUntil, :partUntil, :partPercent, :makeUpWeeks, :makeUps,
       :minimum, :early, :earlyUntil, :sibling, :proRata, :zone, :version)
ON CONFLICT (id) DO UPDATE SET
       (course_id, instructor_id, state, session_ids, price_amount, currency,
        full_until_days, part_until_days, part_percent, make_up_weeks, make_ups_per_block,
       minimum_amount, early_amount, early_until, sibling_percent, pro_rata, time_zone, version) =
       (excluded.course_id, excluded.instructor_id, excluded.state, excluded.session_ids,
        excluded.price_amount, excluded.currency, excluded.full_until_days, excluded.part_until_days,
        excluded.part_percent, excluded.make_up_weeks, excluded.make_ups_per_block,
        excluded.minimum_amount, excluded.early_amount, excluded.early_until, excluded.sibling_percent,
        excluded.pro_rata, excluded.time_zone, excluded.version)
 WHERE b.version < excluded.version
