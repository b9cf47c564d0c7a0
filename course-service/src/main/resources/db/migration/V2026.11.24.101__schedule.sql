-- One run of a course: sessions sold together.
CREATE TABLE block (
    id               uuid        PRIMARY KEY,
    course_id        uuid        NOT NULL REFERENCES course,
    title            text        CHECK (length(title) BETWEEN 1 AND 120),
    state            text        NOT NULL CHECK (state IN ('DRAFT', 'PUBLISHED', 'ARCHIVED')),
    time_zone        text        NOT NULL CHECK (length(time_zone) BETWEEN 1 AND 60),
    price_amount     bigint      NOT NULL CHECK (price_amount BETWEEN 0 AND 100000000),
    price_currency   text        NOT NULL CHECK (price_currency ~ '^[A-Z]{3}$'),
    drop_in_amount   bigint      CHECK (drop_in_amount BETWEEN 0 AND 100000000),
    drop_in_currency text        CHECK (drop_in_currency = price_currency),
    age_from         integer     NOT NULL CHECK (age_from >= 0),
    age_to           integer     NOT NULL CHECK (age_to <= 520),
    published_at     timestamptz,
    version          bigint      NOT NULL,
    UNIQUE (id, course_id),
    CHECK (age_from <= age_to),
    CHECK ((drop_in_amount IS NULL) = (drop_in_currency IS NULL)),
    CHECK (state <> 'DRAFT' OR published_at IS NULL),
    CHECK (state <> 'PUBLISHED' OR published_at IS NOT NULL)
);
CREATE INDEX ON block (course_id, id);

-- One dated live class. local_start and time_zone are the truth; starts_at and ends_at are derived from them.
CREATE TABLE session (
    id               uuid        PRIMARY KEY,
    block_id         uuid        NOT NULL,
    course_id        uuid        NOT NULL,
    local_start      timestamp   NOT NULL,
    time_zone        text        NOT NULL CHECK (length(time_zone) BETWEEN 1 AND 60),
    clock_change     text        CHECK (clock_change IN ('SKIPPED', 'DOUBLED')),
    starts_at        timestamptz NOT NULL,
    ends_at          timestamptz NOT NULL,
    duration_minutes integer     NOT NULL CHECK (duration_minutes BETWEEN 10 AND 240),
    capacity         integer     NOT NULL CHECK (capacity BETWEEN 1 AND 500),
    drop_in_amount   bigint      CHECK (drop_in_amount BETWEEN 0 AND 100000000),
    drop_in_currency text        CHECK (drop_in_currency ~ '^[A-Z]{3}$'),
    age_from         integer     NOT NULL CHECK (age_from >= 0),
    age_to           integer     NOT NULL CHECK (age_to <= 520),
    state            text        NOT NULL CHECK (state IN ('SCHEDULED', 'CANCELLED')),
    cancel_reason    text        CHECK (length(cancel_reason) <= 500),
    version          bigint      NOT NULL,
    FOREIGN KEY (block_id, course_id) REFERENCES block (id, course_id),
    CHECK (ends_at > starts_at AND extract(epoch FROM ends_at - starts_at) = duration_minutes * 60),
    CHECK (age_from <= age_to),
    CHECK ((drop_in_amount IS NULL) = (drop_in_currency IS NULL)),
    CHECK (state = 'CANCELLED' OR cancel_reason IS NULL)
);
-- A block has no two classes at one time; a cancelled one frees its time.
CREATE UNIQUE INDEX session_time_taken ON session (block_id, local_start) WHERE state = 'SCHEDULED';
CREATE INDEX ON session (block_id, starts_at);
CREATE INDEX ON session (course_id, starts_at) WHERE state = 'SCHEDULED';
CREATE INDEX ON session (starts_at, id);

-- The way into the call, readable only with the platform's secret and only for its session.
CREATE TABLE meeting (
    session_id  uuid   PRIMARY KEY REFERENCES session,
    sealed_link text   CHECK (length(sealed_link) <= 4000 AND sealed_link !~ '://'),
    version     bigint NOT NULL
);
