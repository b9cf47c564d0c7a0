-- What an instructor gives away: a percentage or a sum off, so many times. used counts bookings, and holds that last.
CREATE TABLE voucher (
    id              uuid        PRIMARY KEY DEFAULT uuidv7(),
    instructor_id   uuid        NOT NULL,
    code            text        NOT NULL CHECK (code ~ '^[A-Z0-9][A-Z0-9-]{2,29}$'),
    percent         integer     CHECK (percent BETWEEN 1 AND 100),
    amount          bigint      CHECK (amount BETWEEN 1 AND 100000000),
    currency        text        CHECK (currency ~ '^[A-Z]{3}$'),
    uses            integer     CHECK (uses >= 1),
    uses_per_family integer     CHECK (uses_per_family >= 1),
    used            integer     NOT NULL DEFAULT 0,
    valid_from      timestamptz,
    valid_until     timestamptz,
    course_ids      uuid[]      NOT NULL,
    made_at         timestamptz NOT NULL,
    withdrawn_at    timestamptz,
    CONSTRAINT a_percentage_or_a_sum CHECK (num_nonnulls(percent, amount) = 1 AND (amount IS NULL) = (currency IS NULL)),
    CONSTRAINT never_more_uses_than_there_are CHECK (used >= 0 AND (uses IS NULL OR used <= uses)),
    CONSTRAINT valid_in_this_order CHECK (valid_from < valid_until)
);
CREATE UNIQUE INDEX one_voucher_per_code ON voucher (instructor_id, code) WHERE withdrawn_at IS NULL;
CREATE INDEX ON voucher (instructor_id, id);

-- Written and deleted only under the lock of the voucher's row, which counts it. A hold that is gone needs no row here,
-- and one that expired is deleted by the next claim.
CREATE TABLE voucher_use (
    id         uuid        PRIMARY KEY DEFAULT uuidv7(),
    voucher_id uuid        NOT NULL REFERENCES voucher,
    carer_id   uuid        NOT NULL,
    child_ids  uuid[]      NOT NULL,
    hold_id    uuid        UNIQUE,
    booking_id uuid        UNIQUE REFERENCES booking,
    expires_at timestamptz,
    CONSTRAINT of_a_hold_or_a_booking CHECK (num_nonnulls(hold_id, booking_id) = 1),
    CONSTRAINT a_hold_has_an_end CHECK ((hold_id IS NULL) = (expires_at IS NULL))
);
CREATE INDEX ON voucher_use (voucher_id);
