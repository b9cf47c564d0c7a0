-- The facts of this service. The columns id, aggregatetype, aggregateid, type and payload are those of Debezium's
-- outbox event router; xid and position give the order in which a feed shows them.
CREATE TABLE outbox (
    id            uuid        PRIMARY KEY DEFAULT uuidv7(),
    aggregatetype text        NOT NULL,
    aggregateid   uuid        NOT NULL,
    type          text        NOT NULL,
    version       bigint      NOT NULL,
    occurred_at   timestamptz NOT NULL,
    payload       jsonb       NOT NULL,
    xid           xid8        NOT NULL DEFAULT pg_current_xact_id(),
    position      bigint      GENERATED ALWAYS AS IDENTITY,
    UNIQUE (xid, position)
);

-- How far this service has read the feeds of others; the holder alone polls until its time is over.
CREATE TABLE feed_position (
    feed          text        PRIMARY KEY,
    last_event_id text,
    holder        uuid        NOT NULL,
    held_until    timestamptz NOT NULL
);

-- Answers by Idempotency-Key, written in the transaction of their effect and kept for 24 hours.
CREATE TABLE idempotency_record (
    caller      text        NOT NULL,
    endpoint    text        NOT NULL,
    key         text        NOT NULL CHECK (length(key) <= 255),
    fingerprint bytea       NOT NULL,
    status      integer     NOT NULL,
    location    text,
    etag        text,
    body        text,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (caller, endpoint, key)
);
CREATE INDEX ON idempotency_record (created_at);
