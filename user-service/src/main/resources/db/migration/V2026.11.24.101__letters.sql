-- Mail on its way out, written in the transaction that gives the reason for it. What a letter says is sealed, for it
-- holds links that open an account, and is dropped once it is sent or given up.
CREATE TABLE letter (
    id         uuid        PRIMARY KEY DEFAULT uuidv7(),
    kind       text        NOT NULL,
    recipient  text        NOT NULL CHECK (length(recipient) <= 254),
    sealed     text,
    written_at timestamptz NOT NULL,
    due_at     timestamptz NOT NULL,
    attempts   integer     NOT NULL DEFAULT 0,
    state      text        NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'SENT', 'GIVEN_UP')),
    CHECK ((state = 'WAITING') = (sealed IS NOT NULL))
);
CREATE INDEX ON letter (due_at) WHERE state = 'WAITING';
CREATE INDEX ON letter (recipient, written_at);
CREATE INDEX ON letter (written_at);
