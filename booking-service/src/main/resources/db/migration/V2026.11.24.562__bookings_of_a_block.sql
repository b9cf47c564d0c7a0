-- What was booked of one block or session, for when its instructor is erased.
CREATE INDEX ON booking (block_id) WHERE block_id IS NOT NULL;
CREATE INDEX ON booking (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX ON class_block (instructor_id);
CREATE INDEX ON class_session (instructor_id);
