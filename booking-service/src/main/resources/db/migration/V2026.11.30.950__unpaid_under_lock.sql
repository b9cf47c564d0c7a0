-- How many bookings this carer is to pay by hand, counted while nobody else can add one. Each statement of a volatile function looks anew,
-- so what was committed while it waited for the lock is counted, also when the statement that calls it began before.
-- The name of the lock is the one by which earlier versions lock.
CREATE FUNCTION unpaid_under_lock(carer uuid) RETURNS bigint VOLATILE LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('unpaid ' || carer, 0));
    RETURN (SELECT count(*) FROM payment WHERE carer_id = carer AND state = 'DUE');
END $$;
