-- How much is held for this carer while nobody else can hold more, but for what lies wholly in what these children are to have in these
-- sessions: that is given up for it. As unpaid_under_lock, it counts what was committed while it waited, by the name of the lock
-- by which earlier versions lock.
CREATE FUNCTION holds_under_lock(carer uuid, sessions uuid[], children uuid[], now timestamptz)
       RETURNS bigint VOLATILE LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('holds ' || carer, 0));
    RETURN (SELECT count(*)
              FROM hold h
             WHERE carer_id = carer AND NOT offered AND expires_at > now
               AND EXISTS (SELECT
                             FROM held_seat s
                            WHERE s.hold_id = h.id AND NOT (s.session_id = ANY(sessions) AND s.child_id = ANY(children))));
END $$;
