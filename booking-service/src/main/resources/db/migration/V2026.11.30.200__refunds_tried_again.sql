-- How often Stripe has said no to a refund, and why it goes back: it is owed; somebody gave it back on Stripe's own pages; or
-- the bank took it after a dispute that was lost.
ALTER TABLE refund
    ADD COLUMN failures integer NOT NULL DEFAULT 0,
    ADD COLUMN cause    text    NOT NULL DEFAULT 'OWED' CHECK (cause IN ('OWED', 'AT_STRIPE', 'DISPUTE'));
