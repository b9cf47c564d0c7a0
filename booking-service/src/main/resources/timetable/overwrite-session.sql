INSERT INTO class_session AS s (id, course_id, block_id, instructor_id, title, starts_at, ends_at, local_start,
       time_zone, age_from_weeks, age_to_weeks, drop_in_amount, drop_in_minimum, currency, state, published, version)
VALUES (:id, :course, :block, :instructor, :title, :startsAt, :endsAt, :localStart,
       :zone, :ageFrom, :ageTo, :amount, :minimum, :currency, :state, :published, :version)
ON CONFLICT (id) DO UPDATE SET
       (course_id, block_id, instructor_id, title, starts_at, ends_at, local_start,
        time_zone, age_from_weeks, age_to_weeks, drop_in_amount, drop_in_minimum, currency, state, published, version) =
       (excluded.course_id, excluded.block_id, excluded.instructor_id, excluded.title, excluded.starts_at,
        excluded.ends_at, excluded.local_start, excluded.time_zone, excluded.age_from_weeks,
        excluded.age_to_weeks, excluded.drop_in_amount, excluded.drop_in_minimum, excluded.currency, excluded.state,
        excluded.published, excluded.version)
 WHERE s.version < excluded.version
RETURNING old.starts_at
