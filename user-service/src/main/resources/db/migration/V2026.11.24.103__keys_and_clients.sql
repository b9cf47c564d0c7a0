-- The keys that tokens are signed with. The newest whose time has come signs; the private half is sealed.
CREATE TABLE signing_key (
    kid                text        PRIMARY KEY,
    public_key         bytea       NOT NULL,
    sealed_private_key text        NOT NULL,
    signs_from         timestamptz NOT NULL UNIQUE
);

-- A program that acts for an instructor.
CREATE TABLE api_client (
    id           uuid        PRIMARY KEY,
    account_id   uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
    name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    scopes       text[]      NOT NULL CHECK (cardinality(scopes) BETWEEN 1 AND 10),
    secret_hash  bytea       NOT NULL CHECK (length(secret_hash) = 32),
    created_at   timestamptz NOT NULL,
    last_used_at timestamptz,
    UNIQUE (account_id, name)
);
