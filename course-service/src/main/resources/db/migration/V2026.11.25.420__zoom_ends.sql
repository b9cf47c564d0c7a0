ALTER TABLE zoom_connection
    ADD COLUMN doubted       boolean NOT NULL DEFAULT false,
    ADD COLUMN leaving_since timestamptz;

-- How many calls of a kind were made on a day of UTC; some plans have a limit.
ALTER TABLE zoom_rate
    ADD COLUMN day  date,
    ADD COLUMN used integer NOT NULL DEFAULT 0;
