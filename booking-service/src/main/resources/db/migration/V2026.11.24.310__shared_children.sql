-- All who care for a child; carer_id is the first of them.
ALTER TABLE child ADD COLUMN carer_ids uuid[] NOT NULL DEFAULT '{}';
UPDATE child SET carer_ids = ARRAY[carer_id];
CREATE INDEX ON child (carer_id);
CREATE INDEX ON child USING gin (carer_ids);
