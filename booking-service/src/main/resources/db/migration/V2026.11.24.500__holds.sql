-- Each seat is in exactly one of four states: held for a carer who is booking, offered to a family in line, taken, or
-- free, which is what the capacity leaves.
ALTER TABLE seats
    ADD COLUMN held    integer NOT NULL DEFAULT 0,
    ADD COLUMN offered integer NOT NULL DEFAULT 0,
    DROP CONSTRAINT never_more_seats_than_the_capacity,
    ADD CONSTRAINT never_less_than_no_seat CHECK (least(taken, held, offered) >= 0),
    ADD CONSTRAINT never_more_seats_than_the_capacity CHECK (taken + held + offered <= capacity);

-- What a carer may book until it expires, at the price it had when it was held. Kept for a day after that, so that who
-- comes too late is told so.
CREATE TABLE hold (
    id          uuid        PRIMARY KEY DEFAULT uuidv7(),
    carer_id    uuid        NOT NULL,
    block_id    uuid,
    session_id  uuid,
    title       text        NOT NULL CHECK (length(title) <= 200),
    session_ids uuid[]      NOT NULL CHECK (cardinality(session_ids) >= 1),
    child_ids   uuid[]      NOT NULL CHECK (cardinality(child_ids) BETWEEN 1 AND 6),
    amount      bigint      NOT NULL CHECK (amount >= 0),
    currency    text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    offered     boolean     NOT NULL,
    extended    boolean     NOT NULL DEFAULT false,
    held_at     timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    CONSTRAINT held_for_a_block_or_a_session CHECK (num_nonnulls(block_id, session_id) = 1),
    CONSTRAINT expires_later CHECK (expires_at > held_at)
);
CREATE INDEX ON hold (expires_at);

-- A seat of a hold. It is written and deleted only under the lock of its session's row in seats, which counts it.
CREATE TABLE held_seat (
    session_id uuid        NOT NULL REFERENCES seats,
    child_id   uuid        NOT NULL,
    hold_id    uuid        NOT NULL REFERENCES hold,
    offered    boolean     NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT one_held_seat_per_child_and_session PRIMARY KEY (session_id, child_id)
);
CREATE INDEX ON held_seat (hold_id);
CREATE INDEX ON held_seat (expires_at);
