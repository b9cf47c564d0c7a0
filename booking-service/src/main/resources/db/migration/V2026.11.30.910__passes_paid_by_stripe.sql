-- A pass is paid as a booking is: a payment, and money that goes back, is for the one or the other.
ALTER TABLE payment
    ALTER COLUMN booking_id DROP NOT NULL,
    ADD COLUMN pass_id uuid REFERENCES pass,
    ADD CONSTRAINT for_a_booking_or_a_pass CHECK (num_nonnulls(booking_id, pass_id) = 1);
CREATE UNIQUE INDEX one_payment_of_a_pass_at_a_time ON payment (pass_id)
 WHERE pass_id IS NOT NULL AND state IN ('DUE', 'OPENING', 'OPEN', 'PROCESSING');
CREATE INDEX ON payment (pass_id) WHERE pass_id IS NOT NULL;

ALTER TABLE refund
    ALTER COLUMN booking_id DROP NOT NULL,
    ADD COLUMN pass_id uuid REFERENCES pass,
    ADD CONSTRAINT of_a_booking_or_a_pass CHECK (num_nonnulls(booking_id, pass_id) = 1);
CREATE INDEX ON refund (pass_id) WHERE pass_id IS NOT NULL;

-- One that was not paid in time; it is not owed any more, and of no use.
ALTER TABLE pass
    ADD COLUMN lapsed_at timestamptz,
    ADD CONSTRAINT what_lapsed_is_not_used CHECK (lapsed_at IS NULL OR used = 0);
