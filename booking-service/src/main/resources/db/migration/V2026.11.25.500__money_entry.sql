-- The money ledger: one line for everything that changes what is owed for a booking, never changed and never deleted.
-- What is owed is the sum. It names no person but by id, and so outlasts an erasure.
CREATE TABLE money_entry (
    id         uuid        PRIMARY KEY DEFAULT uuidv7(),
    booking_id uuid        NOT NULL REFERENCES booking,
    kind       text        NOT NULL CHECK (kind IN ('CHARGE', 'PAYMENT', 'REFUND', 'CREDIT')),
    amount     bigint      NOT NULL,
    currency   text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    reason     text        NOT NULL CHECK (reason ~ '^[a-z][a-z-]{0,39}$'),
    reference  text        CHECK (length(reference) BETWEEN 1 AND 100),
    entered_by uuid,
    entered_at timestamptz NOT NULL,
    CONSTRAINT the_sign_is_that_of_the_kind
        CHECK (CASE WHEN kind IN ('CHARGE', 'REFUND') THEN amount > 0 ELSE amount < 0 END),
    CONSTRAINT entered_once_per_reference UNIQUE (kind, reference)
);
CREATE INDEX ON money_entry (booking_id, id);

CREATE FUNCTION money_entries_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the money ledger is only added to' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER money_entries_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON money_entry
    FOR EACH STATEMENT EXECUTE FUNCTION money_entries_stay();

-- What was booked and came back before there was a ledger.
INSERT INTO money_entry (booking_id, kind, amount, currency, reason, entered_by, entered_at)
SELECT id, 'CHARGE', amount, currency, 'booked', carer_id, booked_at
  FROM booking
 WHERE amount > 0;
INSERT INTO money_entry (booking_id, kind, amount, currency, reason, entered_at)
SELECT b.id, 'CREDIT', -sum(p.came_back), b.currency, 'came-back', coalesce(max(p.released_at), b.booked_at)
  FROM booking b
  JOIN place p ON p.booking_id = b.id
 GROUP BY b.id
HAVING sum(p.came_back) > 0;
