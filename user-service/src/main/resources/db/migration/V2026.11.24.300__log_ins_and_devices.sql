-- Which of an account's passwords somebody has shown: it grows with each change.
ALTER TABLE account ADD COLUMN password_version integer NOT NULL DEFAULT 0 CHECK (password_version >= 0);

-- A browser in which somebody has logged in to an account before: by its long-lived cookie, kept as a hash, or, where
-- cookies do not last, by the kind of browser and the network together, coarse enough not to follow anybody around.
CREATE TABLE login_device (
    id           uuid        PRIMARY KEY DEFAULT uuidv7(),
    account_id   uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
    cookie_hash  bytea       NOT NULL CHECK (length(cookie_hash) = 32),
    print_hash   bytea       NOT NULL CHECK (length(print_hash) = 32),
    name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    first_at     timestamptz NOT NULL,
    last_at      timestamptz NOT NULL,
    UNIQUE (account_id, cookie_hash)
);
CREATE INDEX ON login_device (account_id, print_hash);
CREATE INDEX ON login_device (last_at);

-- With the old token and this salt the next token can be made again, for whom the answer was lost; without it not.
ALTER TABLE login_session
    ADD COLUMN successor_salt bytea CHECK (length(successor_salt) = 32),
    ADD COLUMN device_name    text  NOT NULL DEFAULT 'A device' CHECK (length(device_name) BETWEEN 1 AND 60),
    ADD COLUMN method         text  NOT NULL DEFAULT 'PASSWORD' CHECK (method IN ('PASSWORD', 'MAGIC_LINK', 'PASSKEY'));
