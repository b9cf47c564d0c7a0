-- What a carer gets back who cancels, and for how long a missed session can be made up for.
ALTER TABLE block
    ADD COLUMN full_until_days    integer NOT NULL DEFAULT 7 CHECK (full_until_days BETWEEN 0 AND 365),
    ADD COLUMN part_until_days    integer NOT NULL DEFAULT 2 CHECK (part_until_days BETWEEN 0 AND 365),
    ADD COLUMN part_percent       integer NOT NULL DEFAULT 50 CHECK (part_percent BETWEEN 0 AND 100),
    ADD COLUMN make_up_weeks      integer NOT NULL DEFAULT 8 CHECK (make_up_weeks BETWEEN 1 AND 52),
    ADD COLUMN make_ups_per_block integer NOT NULL DEFAULT 2 CHECK (make_ups_per_block BETWEEN 0 AND 52),
    ADD CONSTRAINT a_part_after_the_whole CHECK (part_until_days <= full_until_days);
