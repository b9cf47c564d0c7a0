-- Instructors on their way to Zoom and back: one browser, one use, a few minutes.
CREATE TABLE zoom_connecting (
    state_hash      bytea       PRIMARY KEY,
    browser_hash    bytea       NOT NULL,
    instructor_id   uuid        NOT NULL,
    sealed_verifier text        NOT NULL,
    expires_at      timestamptz NOT NULL
);

-- What Zoom has told, by the hash of its words; sealed until it is worked on, and then only known to have come.
CREATE TABLE zoom_news (
    hash        bytea       PRIMARY KEY,
    sealed      text,
    received_at timestamptz NOT NULL
);
CREATE INDEX ON zoom_news (received_at) WHERE sealed IS NOT NULL;

-- A way into a session's meeting for one place alone. A place that was released gets none, so its row stays.
CREATE TABLE zoom_way_in (
    place_id      uuid    PRIMARY KEY,
    session_id    uuid    NOT NULL REFERENCES session,
    zoom_id       bigint,
    registrant_id text,
    sealed_link   text    CHECK (sealed_link !~ '://'),
    released      boolean NOT NULL DEFAULT false,
    CHECK ((registrant_id IS NULL) = (zoom_id IS NULL)),
    CHECK (NOT released OR sealed_link IS NULL)
);
CREATE INDEX ON zoom_way_in (session_id) WHERE released AND registrant_id IS NOT NULL;
CREATE INDEX ON zoom_way_in (registrant_id);

-- The runs of a meeting; each has a uuid of its own.
CREATE TABLE zoom_run (
    uuid       text        PRIMARY KEY CHECK (length(uuid) <= 100),
    session_id uuid        NOT NULL REFERENCES session,
    ended_at   timestamptz
);
CREATE INDEX ON zoom_run (session_id);

-- When somebody who registered was there. A rejoin is another row; nobody's name stands here.
CREATE TABLE zoom_presence (
    run_uuid      text        NOT NULL CHECK (length(run_uuid) <= 100),
    user_id       text        NOT NULL CHECK (length(user_id) <= 100),
    session_id    uuid        NOT NULL REFERENCES session,
    registrant_id text        NOT NULL CHECK (length(registrant_id) <= 100),
    joined_at     timestamptz,
    left_at       timestamptz,
    PRIMARY KEY (run_uuid, user_id)
);
CREATE INDEX ON zoom_presence (session_id, registrant_id);

-- What was told of it, so that it is told again only when it differs.
CREATE TABLE zoom_attendance (
    place_id   uuid   PRIMARY KEY,
    session_id uuid   NOT NULL REFERENCES session,
    seconds    bigint NOT NULL CHECK (seconds >= 0),
    version    bigint NOT NULL
);

-- When Zoom was asked, after the end, who was there.
ALTER TABLE zoom_meeting ADD COLUMN looked_back_at timestamptz;
