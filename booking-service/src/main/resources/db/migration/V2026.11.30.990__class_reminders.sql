-- Who was reminded of which class, and for which start of it: one that is moved to later is told anew. Forgotten a day after that.
CREATE TABLE class_reminder (
    session_id uuid        NOT NULL,
    carer_id   uuid        NOT NULL,
    starts_at  timestamptz NOT NULL,
    PRIMARY KEY (session_id, carer_id)
);
CREATE INDEX ON class_session (starts_at);
