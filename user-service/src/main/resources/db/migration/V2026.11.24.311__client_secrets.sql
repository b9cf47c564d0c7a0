-- Up to two secrets of a client, so that one can be replaced while the other serves.
CREATE TABLE api_client_secret (
    id          uuid        PRIMARY KEY DEFAULT uuidv7(),
    client_id   uuid        NOT NULL REFERENCES api_client ON DELETE CASCADE,
    nth         integer     NOT NULL CHECK (nth IN (1, 2)),
    secret_hash bytea       NOT NULL UNIQUE CHECK (length(secret_hash) = 32),
    created_at  timestamptz NOT NULL,
    CONSTRAINT two_secrets_at_most UNIQUE (client_id, nth)
);
INSERT INTO api_client_secret (client_id, nth, secret_hash, created_at)
SELECT id, 1, secret_hash, created_at FROM api_client;
-- Still written by the previous version while it serves; no longer read.
ALTER TABLE api_client ALTER COLUMN secret_hash DROP NOT NULL;
