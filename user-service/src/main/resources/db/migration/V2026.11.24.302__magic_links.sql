-- A link that logs in, good once, and only in the browser that asked for it. Without an account it leads nowhere: it was
-- asked for an unknown address.
CREATE TABLE magic_link (
    token_hash   bytea       PRIMARY KEY CHECK (length(token_hash) = 32),
    browser_hash bytea       NOT NULL CHECK (length(browser_hash) = 32),
    account_id   uuid        REFERENCES account ON DELETE CASCADE,
    expires_at   timestamptz NOT NULL
);
CREATE INDEX ON magic_link (account_id);
CREATE INDEX ON magic_link (expires_at);
