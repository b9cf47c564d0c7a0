-- Earned by an absence told in time; takes one seat in another session of the same course. It is the child's: whoever
-- cares for the child may use it.
CREATE TABLE make_up_credit (
    id          uuid        PRIMARY KEY DEFAULT uuidv7(),
    place_id    uuid        NOT NULL UNIQUE REFERENCES place,
    child_id    uuid        NOT NULL,
    course_id   uuid        NOT NULL,
    block_id    uuid        NOT NULL,
    nth         integer     NOT NULL CHECK (nth >= 1),
    title       text        NOT NULL,
    currency    text        NOT NULL,
    granted_at  timestamptz NOT NULL,
    valid_until timestamptz NOT NULL,
    booking_id  uuid        UNIQUE REFERENCES booking,
    CONSTRAINT counted_once_per_child_and_block UNIQUE (child_id, block_id, nth)
);

-- A booking that took the place of another one, and what it costs more than that (or less).
ALTER TABLE booking
    ADD COLUMN moved_from uuid UNIQUE REFERENCES booking,
    ADD COLUMN difference bigint,
    ADD CONSTRAINT a_move_has_a_difference CHECK ((moved_from IS NULL) = (difference IS NULL));
