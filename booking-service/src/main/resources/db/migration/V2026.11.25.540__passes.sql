-- Sessions in advance: what an instructor sells, what a carer has bought of it, and what it was used for.
CREATE TABLE pass_offer (
    id            uuid        PRIMARY KEY DEFAULT uuidv7(),
    instructor_id uuid        NOT NULL,
    title         text        NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
    units         integer     NOT NULL CHECK (units BETWEEN 1 AND 100),
    amount        bigint      NOT NULL CHECK (amount BETWEEN 0 AND 100000000),
    currency      text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    valid_weeks   integer     NOT NULL CHECK (valid_weeks BETWEEN 1 AND 156),
    course_ids    uuid[]      NOT NULL,
    made_at       timestamptz NOT NULL,
    withdrawn_at  timestamptz
);
CREATE INDEX ON pass_offer (instructor_id, id);

CREATE TABLE pass (
    id            uuid        PRIMARY KEY DEFAULT uuidv7(),
    offer_id      uuid        NOT NULL REFERENCES pass_offer,
    instructor_id uuid        NOT NULL,
    carer_id      uuid        NOT NULL,
    title         text        NOT NULL,
    units         integer     NOT NULL,
    used          integer     NOT NULL DEFAULT 0,
    amount        bigint      NOT NULL,
    currency      text        NOT NULL,
    course_ids    uuid[]      NOT NULL,
    bought_at     timestamptz NOT NULL,
    valid_until   timestamptz NOT NULL,
    CONSTRAINT never_more_units_than_there_are CHECK (used BETWEEN 0 AND units)
);
CREATE INDEX ON pass (carer_id, id);
CREATE INDEX ON pass (offer_id, id);

-- Written under the lock of the pass, which counts it.
CREATE TABLE pass_use (
    booking_id uuid    PRIMARY KEY REFERENCES booking,
    pass_id    uuid    NOT NULL REFERENCES pass,
    units      integer NOT NULL CHECK (units >= 0)
);

ALTER TABLE money_entry
    ADD COLUMN pass_id uuid REFERENCES pass,
    ALTER COLUMN booking_id DROP NOT NULL,
    ADD CONSTRAINT of_a_booking_or_a_pass CHECK (num_nonnulls(booking_id, pass_id) = 1);
CREATE INDEX ON money_entry (pass_id) WHERE pass_id IS NOT NULL;
