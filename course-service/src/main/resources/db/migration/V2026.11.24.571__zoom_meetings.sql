-- A session whose meeting Zoom is to make waits for it (PENDING), or has lost it and waits for another (LOST).
ALTER TABLE meeting
    ADD COLUMN zoom    boolean NOT NULL DEFAULT false,
    ADD COLUMN waiting text    CHECK (waiting IN ('PENDING', 'LOST')),
    ADD CHECK (waiting IS NULL OR zoom AND sealed_link IS NULL);

-- How a Zoom account is entered: an instructor's own, or with the id of zeros the platform's. Tokens are sealed.
CREATE TABLE zoom_connection (
    id             uuid        PRIMARY KEY,
    state          text        NOT NULL CHECK (state IN ('CONNECTED', 'RECONNECT')),
    access_token   text,
    access_until   timestamptz,
    refresh_token  text,
    scopes         text        NOT NULL DEFAULT '',
    refreshed_at   timestamptz,
    -- Who fetches new tokens at present, until when; all others wait.
    holder         uuid,
    held_until     timestamptz,
    CHECK (access_token !~ '^access' AND refresh_token !~ '^refresh'),
    CHECK ((holder IS NULL) = (held_until IS NULL))
);

-- A Zoom user who can hold meetings, and so a row of lanes in which no two meetings overlap.
CREATE TABLE zoom_host (
    id            integer     GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    connection_id uuid        NOT NULL,
    name          text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    licensed      boolean     NOT NULL DEFAULT true,
    parked_until  timestamptz,
    sweep_at      timestamptz NOT NULL,
    UNIQUE (connection_id, name)
);

-- The meeting that a session is to have, and the one that Zoom is known to have for it.
CREATE TABLE zoom_meeting (
    session_id    uuid        PRIMARY KEY REFERENCES session,
    host_id       integer     NOT NULL REFERENCES zoom_host,
    lane          integer     NOT NULL CHECK (lane BETWEEN 0 AND 9),
    wanted        boolean     NOT NULL,
    topic         text        NOT NULL CHECK (length(topic) BETWEEN 1 AND 200),
    starts_at     timestamptz NOT NULL,
    ends_at       timestamptz NOT NULL,
    time_zone     text        NOT NULL,
    -- The wish that was last expressed, and the last one that was fulfilled.
    wish          bigint      NOT NULL,
    fulfilled     bigint      NOT NULL DEFAULT 0,
    zoom_id       bigint      UNIQUE,
    -- What Zoom was told of it, so that it is only told what differs.
    told          text,
    -- Whether Zoom may have made one that we know nothing of: look before asking again.
    asked         boolean     NOT NULL DEFAULT false,
    attempts      integer     NOT NULL DEFAULT 0,
    due_at        timestamptz NOT NULL,
    problem       text,
    claim         uuid,
    claimed_until timestamptz,
    CHECK (ends_at > starts_at),
    CHECK (fulfilled <= wish),
    CHECK ((claim IS NULL) = (claimed_until IS NULL)),
    CHECK (zoom_id IS NULL OR asked),
    -- A host is in one place at a time: host and lane, then seconds since 1970.
    CONSTRAINT zoom_host_is_free EXCLUDE USING gist (
        int8range(
            (host_id * 10::bigint + lane) * 8589934592
                + extract(epoch FROM starts_at - timestamptz '1970-01-01 00:00:00+00')::bigint,
            (host_id * 10::bigint + lane) * 8589934592
                + extract(epoch FROM ends_at - timestamptz '1970-01-01 00:00:00+00')::bigint) WITH &&) WHERE (wanted)
);
CREATE INDEX ON zoom_meeting (host_id, starts_at) WHERE fulfilled < wish;
CREATE INDEX ON zoom_meeting (host_id, starts_at) WHERE wanted;

-- Creates and updates of a host in a day of UTC; Zoom allows 100.
CREATE TABLE zoom_budget (
    host_id integer NOT NULL REFERENCES zoom_host,
    day     date    NOT NULL,
    used    integer NOT NULL CHECK (used BETWEEN 0 AND 1000),
    PRIMARY KEY (host_id, day)
);

-- When the next call of an account's kind may be made; by the database's clock, which all instances share.
CREATE TABLE zoom_rate (
    connection_id uuid        NOT NULL,
    label         text        NOT NULL,
    next_at       timestamptz NOT NULL,
    PRIMARY KEY (connection_id, label)
);

-- The table of db-scheduler.
CREATE TABLE scheduled_tasks (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX ON scheduled_tasks (execution_time);
CREATE INDEX ON scheduled_tasks (last_heartbeat);
