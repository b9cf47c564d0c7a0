-- What is owed for a pass. Each statement of a volatile function looks anew, so whoever locks a pass and asks this in one statement
-- counts what was entered while it waited for the lock.
CREATE FUNCTION owed_for_pass(of_pass uuid) RETURNS bigint VOLATILE LANGUAGE plpgsql AS $$
BEGIN
    RETURN (SELECT coalesce(sum(amount), 0) FROM money_entry WHERE pass_id = of_pass);
END $$;
