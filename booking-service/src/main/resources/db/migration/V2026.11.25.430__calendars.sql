-- Whoever knows the token reads the carer's classes; only its hash is kept.
CREATE TABLE calendar (
    carer_id   uuid        PRIMARY KEY,
    token_hash bytea       NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    created_at timestamptz NOT NULL
);
