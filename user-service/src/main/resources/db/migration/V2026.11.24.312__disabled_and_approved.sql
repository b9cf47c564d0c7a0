-- An admin can disable an account; a new instructor may have to be approved before publishing. consents: those given now,
-- their history is in consent_change.
ALTER TABLE account
    ADD COLUMN disabled_at timestamptz,
    ADD COLUMN approved    boolean NOT NULL DEFAULT true,
    ADD COLUMN consents    text[]  NOT NULL DEFAULT '{}';
-- Search by the beginning of the address.
CREATE INDEX ON account (email text_pattern_ops, id);
