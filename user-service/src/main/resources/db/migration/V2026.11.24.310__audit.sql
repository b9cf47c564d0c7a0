-- Who did what to whom and when. Ids alone, no names and no addresses: it outlives whom it tells of. No foreign keys, for
-- the same reason. Written once: the trigger keeps it from being changed by anything but a deliberate migration.
CREATE TABLE audit_entry (
    id         uuid        PRIMARY KEY DEFAULT uuidv7(),
    at         timestamptz NOT NULL,
    act        text        NOT NULL CHECK (act ~ '^[A-Z][A-Z_]{2,39}$'),
    actor_id   uuid        NOT NULL,
    account_id uuid        NOT NULL,
    subject_id uuid
);
CREATE INDEX ON audit_entry (account_id, id);
CREATE INDEX ON audit_entry (actor_id, id);

CREATE FUNCTION audit_is_written_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit trail is written once';
END $$;
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_written_once();
