-- What course-service tells of prices beside the list's.
ALTER TABLE class_block
    ADD COLUMN minimum_amount  bigint,
    ADD COLUMN early_amount    bigint,
    ADD COLUMN early_until     date,
    ADD COLUMN sibling_percent integer NOT NULL DEFAULT 0,
    ADD COLUMN pro_rata        boolean NOT NULL DEFAULT false,
    ADD COLUMN time_zone       text;
ALTER TABLE class_session ADD COLUMN drop_in_minimum bigint;

CREATE FUNCTION sum_of(bigint[]) RETURNS bigint IMMUTABLE LANGUAGE sql AS
    'SELECT coalesce(sum(line), 0)::bigint FROM unnest($1) AS line';

-- How a price came about, line by line; absent in what was booked before, and in what a version before this one books.
ALTER TABLE hold
    ADD COLUMN line_codes   text[],
    ADD COLUMN line_texts   text[],
    ADD COLUMN line_amounts bigint[],
    ADD COLUMN shares       bigint[],
    ADD CONSTRAINT the_lines_add_up CHECK (line_amounts IS NULL OR sum_of(line_amounts) = amount),
    ADD CONSTRAINT the_shares_add_up CHECK (shares IS NULL OR sum_of(shares) = amount);
ALTER TABLE booking
    ADD COLUMN line_codes   text[],
    ADD COLUMN line_texts   text[],
    ADD COLUMN line_amounts bigint[],
    ADD CONSTRAINT the_lines_add_up CHECK (line_amounts IS NULL OR sum_of(line_amounts) = amount);

CREATE FUNCTION a_price_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the price of what is booked stays' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER a_price_stays BEFORE UPDATE ON booking FOR EACH ROW
    WHEN ((OLD.amount, OLD.currency, OLD.line_codes, OLD.line_texts, OLD.line_amounts)
          IS DISTINCT FROM (NEW.amount, NEW.currency, NEW.line_codes, NEW.line_texts, NEW.line_amounts))
    EXECUTE FUNCTION a_price_stays();
CREATE TRIGGER a_price_stays BEFORE UPDATE ON place FOR EACH ROW
    WHEN (OLD.price IS DISTINCT FROM NEW.price)
    EXECUTE FUNCTION a_price_stays();
