-- A person whose address is confirmed. Until then there is only a registration.
CREATE TABLE account (
    id            uuid        PRIMARY KEY,
    email         text        NOT NULL UNIQUE CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 254),
    name          text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    role          text        NOT NULL CHECK (role IN ('CARER', 'INSTRUCTOR', 'ADMIN')),
    time_zone     text        NOT NULL CHECK (length(time_zone) BETWEEN 1 AND 60),
    locale        text        NOT NULL CHECK (length(locale) BETWEEN 2 AND 35),
    password_hash text        NOT NULL CHECK (password_hash LIKE '$argon2id$%' AND length(password_hash) <= 200),
    created_at    timestamptz NOT NULL,
    version       bigint      NOT NULL
);

-- Somebody asked for an account. It becomes one when the link in the letter is followed; the password goes there with it.
CREATE TABLE registration (
    id            uuid        PRIMARY KEY,
    token_hash    bytea       NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    email         text        NOT NULL CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 254),
    name          text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    role          text        NOT NULL CHECK (role IN ('CARER', 'INSTRUCTOR')),
    time_zone     text        NOT NULL CHECK (length(time_zone) BETWEEN 1 AND 60),
    locale        text        NOT NULL CHECK (length(locale) BETWEEN 2 AND 35),
    password_hash text        CHECK (password_hash LIKE '$argon2id$%' AND length(password_hash) <= 200),
    expires_at    timestamptz NOT NULL,
    account_id    uuid        REFERENCES account ON DELETE CASCADE,
    CHECK ((account_id IS NULL) = (password_hash IS NOT NULL))
);
CREATE INDEX ON registration (email);
CREATE INDEX ON registration (expires_at);
CREATE INDEX ON registration (account_id);
