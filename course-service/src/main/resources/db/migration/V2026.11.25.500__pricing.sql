-- What makes a price less than the list's, or leaves it to the carer.
ALTER TABLE block
    ADD COLUMN minimum_amount           bigint  CHECK (minimum_amount BETWEEN 0 AND 100000000),
    ADD COLUMN minimum_currency         text    CHECK (minimum_currency ~ '^[A-Z]{3}$'),
    ADD COLUMN early_amount             bigint  CHECK (early_amount BETWEEN 0 AND 100000000),
    ADD COLUMN early_currency           text    CHECK (early_currency ~ '^[A-Z]{3}$'),
    ADD COLUMN early_until              date,
    ADD COLUMN sibling_percent          integer NOT NULL DEFAULT 0 CHECK (sibling_percent BETWEEN 0 AND 100),
    ADD COLUMN pro_rata                 boolean NOT NULL DEFAULT false,
    ADD COLUMN drop_in_minimum_amount   bigint  CHECK (drop_in_minimum_amount BETWEEN 0 AND 100000000),
    ADD COLUMN drop_in_minimum_currency text    CHECK (drop_in_minimum_currency ~ '^[A-Z]{3}$'),
    ADD CONSTRAINT a_minimum_has_a_currency CHECK ((minimum_amount IS NULL) = (minimum_currency IS NULL)),
    ADD CONSTRAINT an_early_price_has_an_end CHECK (num_nulls(early_amount, early_currency, early_until) IN (0, 3)),
    ADD CONSTRAINT a_drop_in_minimum_has_a_currency
        CHECK ((drop_in_minimum_amount IS NULL) = (drop_in_minimum_currency IS NULL));

ALTER TABLE session
    ADD COLUMN drop_in_minimum_amount   bigint CHECK (drop_in_minimum_amount BETWEEN 0 AND 100000000),
    ADD COLUMN drop_in_minimum_currency text   CHECK (drop_in_minimum_currency ~ '^[A-Z]{3}$'),
    ADD CONSTRAINT a_drop_in_minimum_has_a_currency
        CHECK ((drop_in_minimum_amount IS NULL) = (drop_in_minimum_currency IS NULL));
