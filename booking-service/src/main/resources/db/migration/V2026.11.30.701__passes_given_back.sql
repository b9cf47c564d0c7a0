-- A pass that was never used can be given back; then it can be used no more.
ALTER TABLE pass
    ADD COLUMN returned_at timestamptz,
    ADD CONSTRAINT what_was_given_back_is_not_used CHECK (returned_at IS NULL OR used = 0);
