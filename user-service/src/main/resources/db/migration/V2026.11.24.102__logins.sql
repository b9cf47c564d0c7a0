-- One log-in and the refresh tokens that descend from it: only the newest is good, its predecessor is remembered.
CREATE TABLE login_session (
    id            uuid        PRIMARY KEY DEFAULT uuidv7(),
    account_id    uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
    family_hash   bytea       NOT NULL UNIQUE CHECK (length(family_hash) = 32),
    token_hash    bytea       NOT NULL CHECK (length(token_hash) = 32),
    previous_hash bytea       CHECK (length(previous_hash) = 32),
    created_at    timestamptz NOT NULL,
    rotated_at    timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    ends_at       timestamptz NOT NULL,
    CHECK (expires_at <= ends_at)
);
CREATE INDEX ON login_session (account_id, id);
CREATE INDEX ON login_session (expires_at);

-- Log-ins tried for an account, known or not, and from where; addresses only as hashes. No address_hash: from anywhere.
CREATE TABLE login_attempts (
    email_hash   bytea       NOT NULL CHECK (length(email_hash) = 32),
    address_hash bytea       NOT NULL CHECK (length(address_hash) IN (0, 32)),
    tried        integer     NOT NULL CHECK (tried >= 0),
    window_ends  timestamptz NOT NULL,
    PRIMARY KEY (email_hash, address_hash)
);
CREATE INDEX ON login_attempts (window_ends);

-- A way to set a new password, good once. Without an account it leads nowhere: it was asked for an unknown address.
CREATE TABLE password_reset (
    token_hash bytea       PRIMARY KEY CHECK (length(token_hash) = 32),
    account_id uuid        REFERENCES account ON DELETE CASCADE,
    expires_at timestamptz NOT NULL
);
CREATE INDEX ON password_reset (account_id);
CREATE INDEX ON password_reset (expires_at);
