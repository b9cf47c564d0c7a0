-- Whom this service has forgotten: an id and a time, for the report on it.
CREATE TABLE erased_account (
    account_id uuid        PRIMARY KEY,
    erased_at  timestamptz NOT NULL
);
