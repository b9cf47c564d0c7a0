ALTER TABLE carer ADD COLUMN time_zone text;

-- A family in line, all of its children or none. nth is given under the lock of the course's line: the order in it.
CREATE TABLE waitlist_entry (
    id               uuid        PRIMARY KEY DEFAULT uuidv7(),
    nth              bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    carer_id         uuid        NOT NULL,
    course_id        uuid        NOT NULL,
    title            text        NOT NULL,
    block_ids        uuid[]      NOT NULL,
    session_id       uuid,
    child_ids        uuid[]      NOT NULL CHECK (cardinality(child_ids) BETWEEN 1 AND 6),
    state            text        NOT NULL CHECK (state IN ('WAITING', 'OFFERED', 'ACCEPTED', 'OFFER_EXPIRED', 'LEFT')),
    joined_at        timestamptz NOT NULL,
    hold_id          uuid,
    offer_expires_at timestamptz,
    booking_id       uuid        REFERENCES booking,
    version          bigint      NOT NULL DEFAULT 1,
    CONSTRAINT waits_for_blocks_or_a_session CHECK ((cardinality(block_ids) BETWEEN 1 AND 6) = (session_id IS NULL)),
    CONSTRAINT an_offer_has_an_end CHECK (state <> 'OFFERED' OR hold_id IS NOT NULL AND offer_expires_at IS NOT NULL),
    CONSTRAINT accepted_as_a_booking CHECK ((state = 'ACCEPTED') = (booking_id IS NOT NULL))
);
CREATE INDEX ON waitlist_entry (carer_id, id);
CREATE INDEX ON waitlist_entry (course_id, nth) WHERE state IN ('WAITING', 'OFFERED');

-- A seat that a family in line would take: as long as it waits and, while open, could be offered it. Newcomers get only
-- what lies beyond these.
CREATE TABLE waitlist_seat (
    session_id uuid    NOT NULL,
    child_id   uuid    NOT NULL,
    entry_id   uuid    NOT NULL REFERENCES waitlist_entry,
    option_id  uuid    NOT NULL,
    open       boolean NOT NULL,
    CONSTRAINT in_line_once_per_child_and_session PRIMARY KEY (session_id, child_id)
);
CREATE INDEX ON waitlist_seat (entry_id);
