-- A passkey (WebAuthn): the public half, as the authenticator gave it, and how often it says that it has signed.
CREATE TABLE passkey (
    id              uuid        PRIMARY KEY DEFAULT uuidv7(),
    account_id      uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
    credential_id   bytea       NOT NULL UNIQUE CHECK (length(credential_id) BETWEEN 1 AND 1023),
    credential_data bytea       NOT NULL CHECK (length(credential_data) <= 4000),
    sign_count      bigint      NOT NULL CHECK (sign_count BETWEEN 0 AND 4294967295),
    backup_eligible boolean     NOT NULL,
    backed_up       boolean     NOT NULL,
    transports      text[]      NOT NULL CHECK (cardinality(transports) <= 10),
    name            text        NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    created_at      timestamptz NOT NULL,
    last_used_at    timestamptz
);
CREATE INDEX ON passkey (account_id, id);

-- Challenges that were answered: each is good once. Those that nobody answers leave no trace.
CREATE TABLE answered_challenge (
    challenge_hash bytea       PRIMARY KEY CHECK (length(challenge_hash) = 32),
    expires_at     timestamptz NOT NULL
);
CREATE INDEX ON answered_challenge (expires_at);
