-- ---- what course-service tells: overwritten by newer facts, never changed here

CREATE TABLE class_session (
    id             uuid        PRIMARY KEY,
    course_id      uuid        NOT NULL,
    block_id       uuid,
    instructor_id  uuid        NOT NULL,
    title          text        NOT NULL,
    starts_at      timestamptz NOT NULL,
    ends_at        timestamptz NOT NULL,
    local_start    timestamp   NOT NULL,
    time_zone      text        NOT NULL,
    age_from_weeks integer     NOT NULL,
    age_to_weeks   integer     NOT NULL,
    drop_in_amount bigint,
    currency       text,
    state          text        NOT NULL,
    published      boolean     NOT NULL,
    version        bigint      NOT NULL
);
CREATE INDEX ON class_session (block_id);

CREATE TABLE class_block (
    id            uuid   PRIMARY KEY,
    course_id     uuid   NOT NULL,
    instructor_id uuid   NOT NULL,
    state         text   NOT NULL,
    session_ids   uuid[] NOT NULL,
    price_amount  bigint NOT NULL,
    currency      text   NOT NULL,
    version       bigint NOT NULL
);

-- The address of the call, sealed; opened only when somebody with a place comes to the door.
CREATE TABLE meeting (
    session_id  uuid   PRIMARY KEY,
    state       text   NOT NULL,
    sealed_link text,
    version     bigint NOT NULL
);

-- ---- what user-service tells; an erased person stays as a bare id, so that a late fact cannot bring the name back

CREATE TABLE carer (
    id      uuid    PRIMARY KEY,
    name    text,
    erased  boolean NOT NULL,
    version bigint  NOT NULL
);

CREATE TABLE child (
    id       uuid    PRIMARY KEY,
    carer_id uuid    NOT NULL,
    name     text,
    born_on  date,
    erased   boolean NOT NULL,
    version  bigint  NOT NULL
);

-- ---- the seat ledger: this service alone decides here

-- One row a session. capacity is what course-service intends, or what is taken where that is more. While course-service
-- is about to lower it, no more than agreed_capacity is sold until agreed_until.
CREATE TABLE seats (
    session_id      uuid        PRIMARY KEY,
    intended        integer     NOT NULL CHECK (intended >= 0),
    capacity        integer     NOT NULL CHECK (capacity >= intended),
    taken           integer     NOT NULL DEFAULT 0,
    agreed_capacity integer     CHECK (agreed_capacity >= 0),
    agreed_until    timestamptz,
    version         bigint      NOT NULL DEFAULT 1,
    session_version bigint      NOT NULL,
    CONSTRAINT never_more_seats_than_the_capacity CHECK (taken BETWEEN 0 AND capacity),
    CONSTRAINT an_agreement_has_an_end CHECK ((agreed_capacity IS NULL) = (agreed_until IS NULL))
) WITH (fillfactor = 50); -- changed in place over and over: leave room on the page

CREATE TABLE booking (
    id           uuid        PRIMARY KEY DEFAULT uuidv7(),
    carer_id     uuid        NOT NULL,
    block_id     uuid,
    session_id   uuid,
    title        text        NOT NULL CHECK (length(title) <= 200),
    children     integer     NOT NULL CHECK (children BETWEEN 1 AND 6),
    state        text        NOT NULL CHECK (state IN ('HELD', 'PENDING_PAYMENT', 'CONFIRMED', 'CANCELLED', 'EXPIRED')),
    amount       bigint      NOT NULL CHECK (amount >= 0),
    currency     text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    booked_at    timestamptz NOT NULL,
    cancelled_at timestamptz,
    version      bigint      NOT NULL DEFAULT 1,
    CONSTRAINT a_block_or_a_session CHECK (num_nonnulls(block_id, session_id) = 1),
    CONSTRAINT cancelled_at_some_time CHECK ((state = 'CANCELLED') = (cancelled_at IS NOT NULL))
);
CREATE INDEX ON booking (carer_id, id);

CREATE TABLE place (
    id          uuid        PRIMARY KEY DEFAULT uuidv7(),
    booking_id  uuid        NOT NULL REFERENCES booking,
    session_id  uuid        NOT NULL REFERENCES seats,
    child_id    uuid        NOT NULL,
    carer_id    uuid        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('CONFIRMED', 'RELEASED')),
    taken_at    timestamptz NOT NULL,
    released_at timestamptz,
    version     bigint      NOT NULL DEFAULT 1,
    CONSTRAINT released_at_some_time CHECK ((state = 'RELEASED') = (released_at IS NOT NULL))
);
CREATE UNIQUE INDEX one_active_place_per_child_and_session ON place (session_id, child_id) WHERE state = 'CONFIRMED';
CREATE INDEX ON place (booking_id);
CREATE INDEX ON place (child_id);
