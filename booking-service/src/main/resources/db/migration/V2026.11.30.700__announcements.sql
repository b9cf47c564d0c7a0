-- What instructors wrote to groups and to how many, not to whom.
CREATE TABLE announcement (
    id            uuid        PRIMARY KEY DEFAULT uuidv7(),
    instructor_id uuid        NOT NULL,
    kind          text        NOT NULL CHECK (kind IN ('SESSION', 'BLOCK', 'COURSE')),
    group_id      uuid        NOT NULL,
    title         text        NOT NULL,
    words         text        NOT NULL CHECK (length(words) BETWEEN 1 AND 4000),
    letters       integer     NOT NULL CHECK (letters >= 1),
    sent_at       timestamptz NOT NULL
);
CREATE INDEX ON announcement (instructor_id, id);
CREATE INDEX ON class_session (course_id);
