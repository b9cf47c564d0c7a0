-- A child as its carer tells of it. due_on is known for those born early; before the birth, born_on is the expected date.
CREATE TABLE child (
    id         uuid        PRIMARY KEY,
    carer_id   uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    born_on    date        NOT NULL CHECK (born_on >= DATE '2000-01-01'),
    due_on     date        CHECK (due_on BETWEEN born_on - 42 AND born_on + 140),
    created_at timestamptz NOT NULL,
    version    bigint      NOT NULL
);
CREATE INDEX ON child (carer_id, id);
