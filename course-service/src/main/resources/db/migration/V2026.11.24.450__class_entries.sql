-- What integrations call the courses that they made.
CREATE TABLE external_course (
    course_id     uuid PRIMARY KEY REFERENCES course,
    instructor_id uuid NOT NULL,
    external_id   text NOT NULL CHECK (external_id ~ '^[A-Za-z0-9][A-Za-z0-9._~:-]{0,99}$'),
    UNIQUE (instructor_id, external_id)
);

-- A block of one session, and what its instructor's integration calls it.
CREATE TABLE class_entry (
    session_id    uuid        PRIMARY KEY REFERENCES session,
    block_id      uuid        NOT NULL UNIQUE REFERENCES block,
    instructor_id uuid        NOT NULL,
    external_id   text        NOT NULL CHECK (external_id ~ '^[A-Za-z0-9][A-Za-z0-9._~:-]{0,99}$'),
    -- The transaction that last changed what the entry shows, whoever did: readers go on from it (decision 0012).
    changed_xid   xid8        NOT NULL DEFAULT pg_current_xact_id(),
    changed_at    timestamptz NOT NULL DEFAULT now(),
    UNIQUE (instructor_id, external_id)
);
CREATE INDEX ON class_entry (instructor_id, changed_xid, session_id);

CREATE FUNCTION block_of_entry_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE class_entry SET changed_xid = pg_current_xact_id(), changed_at = now()
     WHERE block_id = NEW.id AND changed_xid <> pg_current_xact_id();
    RETURN NULL;
END $$;

CREATE FUNCTION meeting_of_entry_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE class_entry SET changed_xid = pg_current_xact_id(), changed_at = now()
     WHERE session_id = NEW.session_id AND changed_xid <> pg_current_xact_id();
    RETURN NULL;
END $$;

-- At the end of the transaction, so that the entry's row is the last that is locked and nobody waits for each other.
CREATE CONSTRAINT TRIGGER block_of_entry_changed AFTER UPDATE ON block
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION block_of_entry_changed();
CREATE CONSTRAINT TRIGGER meeting_of_entry_changed AFTER INSERT OR UPDATE ON meeting
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION meeting_of_entry_changed();
