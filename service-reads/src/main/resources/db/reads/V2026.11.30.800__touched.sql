-- What changed without a fact that tells of it, so that each instance drops the answers it keeps ready. Read by what has
-- become visible since the look before, like the outbox; kept for an hour.
CREATE TABLE touched (
    xid        xid8        NOT NULL DEFAULT pg_current_xact_id(),
    kind       text        NOT NULL,
    subject    uuid        NOT NULL,
    touched_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON touched (xid);
