-- Where the programs of instructors want to be told of what happens in their classes.
CREATE TABLE webhook_endpoint (
    id            uuid        PRIMARY KEY DEFAULT uuidv7(),
    instructor_id uuid        NOT NULL,
    url           text        NOT NULL CHECK (length(url) <= 500),
    description   text        CHECK (length(description) <= 120),
    types         text[]      NOT NULL CHECK (cardinality(types) <= 20),
    enabled       boolean     NOT NULL,
    disabled_why  text        CHECK (disabled_why IN ('BY_HAND', 'GONE', 'FAILING')),
    listens_since timestamptz NOT NULL,
    failing_since timestamptz,
    paused_until  timestamptz,
    dropped       bigint      NOT NULL DEFAULT 0 CHECK (dropped >= 0),
    created_at    timestamptz NOT NULL,
    version       bigint      NOT NULL,
    CONSTRAINT disabled_for_a_reason CHECK (enabled = (disabled_why IS NULL)),
    CONSTRAINT one_endpoint_for_each_address UNIQUE (instructor_id, url)
);

-- One signs for good; those that it replaced sign beside it for a day.
CREATE TABLE webhook_secret (
    id          uuid        PRIMARY KEY DEFAULT uuidv7(),
    endpoint_id uuid        NOT NULL REFERENCES webhook_endpoint ON DELETE CASCADE,
    sealed      text        NOT NULL,
    ends_at     timestamptz
);
CREATE UNIQUE INDEX one_secret_that_does_not_end ON webhook_secret (endpoint_id) WHERE ends_at IS NULL;
CREATE INDEX ON webhook_secret (endpoint_id);

-- What is told to one endpoint. attempts counts all, tries those since it was last put in the queue. Whoever is about to
-- deliver it has it to itself until taken_until.
CREATE TABLE webhook_delivery (
    id              uuid        PRIMARY KEY DEFAULT uuidv7(),
    endpoint_id     uuid        NOT NULL REFERENCES webhook_endpoint ON DELETE CASCADE,
    type            text        NOT NULL,
    data            jsonb       NOT NULL,
    occurred_at     timestamptz NOT NULL,
    queued_at       timestamptz NOT NULL,
    state           text        NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'DELIVERED', 'FAILED')),
    attempts        integer     NOT NULL DEFAULT 0,
    tries           integer     NOT NULL DEFAULT 0,
    due_at          timestamptz NOT NULL,
    taken_until     timestamptz,
    attempted_at    timestamptz,
    response_status integer,
    response        text        CHECK (length(response) <= 1024),
    problem         text        CHECK (problem IN ('NO_PUBLIC_ADDRESS', 'NOT_REACHED', 'NOT_TRUSTED', 'TOO_SLOW'))
);
CREATE INDEX ON webhook_delivery (endpoint_id, id);
CREATE INDEX ON webhook_delivery (endpoint_id, due_at) WHERE state = 'WAITING';
CREATE INDEX ON webhook_delivery (endpoint_id) WHERE taken_until IS NOT NULL;
CREATE INDEX ON webhook_delivery (queued_at);

-- How far the facts of this service are read, while anybody listens. Whoever queues deliveries holds it.
CREATE TABLE webhook_cursor (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    xid      xid8    NOT NULL,
    position bigint  NOT NULL
);
INSERT INTO webhook_cursor (xid, position) VALUES ('0', 0);
