-- Somebody asked to be erased. Ids alone, for it stays as the report on it.
CREATE TABLE erasure (
    id               uuid        PRIMARY KEY,
    account_id       uuid        NOT NULL,
    state            text        NOT NULL CHECK (state IN ('ASKED', 'PLANNED', 'CANCELLED', 'ERASED')),
    token_hash       bytea       CHECK (length(token_hash) = 32),
    token_expires_at timestamptz,
    asked_at         timestamptz NOT NULL,
    due_at           timestamptz,
    erased_at        timestamptz,
    CHECK ((token_hash IS NULL) = (token_expires_at IS NULL)),
    CHECK ((state = 'ERASED') = (erased_at IS NOT NULL)),
    CHECK (state NOT IN ('PLANNED', 'ERASED') OR due_at IS NOT NULL)
);
CREATE UNIQUE INDEX one_open_erasure ON erasure (account_id) WHERE state IN ('ASKED', 'PLANNED');
CREATE INDEX ON erasure (due_at) WHERE state = 'PLANNED';
CREATE INDEX ON erasure (erased_at) WHERE state = 'ERASED';

-- What each service says it did.
CREATE TABLE erasure_report (
    erasure_id uuid        NOT NULL REFERENCES erasure,
    service    text        NOT NULL CHECK (service IN ('user-service', 'course-service', 'booking-service')),
    did        jsonb       NOT NULL,
    done_at    timestamptz NOT NULL,
    PRIMARY KEY (erasure_id, service)
);
