-- Where letters go. The feed of user-service is read once more from its beginning, so that the addresses of those who are
-- known already come too; its facts overwrite, so nothing else changes.
ALTER TABLE carer ADD COLUMN email text CHECK (length(email) <= 254);
UPDATE carer SET version = 0 WHERE NOT erased;
DELETE FROM feed_position WHERE feed = 'user-service';

-- Letters on their way, written with what gives the reason for them. To an account, not to an address: that is looked up
-- when it is sent, and an erased account has none.
CREATE TABLE letter (
    id         uuid        PRIMARY KEY DEFAULT uuidv7(),
    account_id uuid        NOT NULL,
    kind       text        NOT NULL,
    sealed     text,
    written_at timestamptz NOT NULL,
    due_at     timestamptz NOT NULL,
    attempts   integer     NOT NULL DEFAULT 0,
    state      text        NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'SENT', 'GIVEN_UP')),
    CHECK ((state = 'WAITING') = (sealed IS NOT NULL))
);
CREATE INDEX ON letter (due_at) WHERE state = 'WAITING';
CREATE INDEX ON letter (account_id);

-- How an instructor is paid by hand.
CREATE TABLE payment_rules (
    account_id        uuid    PRIMARY KEY,
    how_to_pay        text    CHECK (length(how_to_pay) BETWEEN 1 AND 1000),
    due_days          integer NOT NULL CHECK (due_days BETWEEN 0 AND 60),
    expire_after_days integer CHECK (expire_after_days BETWEEN 1 AND 60),
    version           bigint  NOT NULL DEFAULT 1
);

-- A sum that is to be paid for a booking. By hand it is due at some day and the booking is confirmed; by Stripe there is a page
-- until some time, for which seats are kept. What was paid in fact stands in money_entry.
CREATE TABLE payment (
    id            uuid        PRIMARY KEY DEFAULT uuidv7(),
    booking_id    uuid        NOT NULL REFERENCES booking,
    carer_id      uuid        NOT NULL,
    instructor_id uuid        NOT NULL,
    provider      text        NOT NULL CHECK (provider IN ('MANUAL', 'STRIPE')),
    state         text        NOT NULL,
    amount        bigint      NOT NULL CHECK (amount > 0),
    currency      text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    keeps_seats   boolean     NOT NULL DEFAULT false,
    until         timestamptz NOT NULL,
    created_at    timestamptz NOT NULL,
    page_ends_at  timestamptz,
    session_ref   text        UNIQUE CHECK (length(session_ref) <= 100),
    intent_ref    text        UNIQUE CHECK (length(intent_ref) <= 100),
    url           text        CHECK (length(url) <= 2000),
    problem       text        CHECK (length(problem) <= 100),
    dispute       text        CHECK (length(dispute) <= 40),
    asked_at      timestamptz,
    paid_at       timestamptz,
    told_at       timestamptz,
    reminded_at   timestamptz,
    version       bigint      NOT NULL DEFAULT 1,
    CONSTRAINT states_of_a_provider CHECK (CASE provider
        WHEN 'MANUAL' THEN state IN ('DUE', 'PAID', 'EXPIRED', 'SETTLED')
        ELSE state IN ('OPENING', 'OPEN', 'PROCESSING', 'PAID', 'EXPIRED', 'FAILED', 'MISMATCH') END),
    CONSTRAINT paid_at_some_time CHECK ((state = 'PAID') = (paid_at IS NOT NULL))
);
CREATE UNIQUE INDEX one_payment_at_a_time ON payment (booking_id)
 WHERE state IN ('DUE', 'OPENING', 'OPEN', 'PROCESSING');
CREATE INDEX ON payment (booking_id);
CREATE INDEX ON payment (carer_id);
CREATE INDEX ON payment (instructor_id, id);
CREATE INDEX ON payment (until) WHERE state IN ('DUE', 'OPENING', 'OPEN', 'PROCESSING');
CREATE INDEX ON payment (created_at) WHERE state = 'DUE' AND told_at IS NULL;

-- What an instructor noted by hand: that money came, or went back. The sums stand in money_entry, too; the note is for the
-- two of them and goes when one of them is erased.
CREATE TABLE payment_by_hand (
    id         uuid        PRIMARY KEY,
    booking_id uuid        NOT NULL REFERENCES booking,
    carer_id   uuid        NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('PAYMENT', 'REFUND')),
    amount     bigint      NOT NULL CHECK (amount > 0),
    note       text        CHECK (length(note) BETWEEN 1 AND 200),
    noted_by   uuid        NOT NULL,
    noted_at   timestamptz NOT NULL
);
CREATE INDEX ON payment_by_hand (booking_id);
CREATE INDEX ON payment_by_hand (carer_id);

-- Money that is to go back by Stripe: wanted before Stripe is asked.
CREATE TABLE refund (
    id         uuid        PRIMARY KEY DEFAULT uuidv7(),
    payment_id uuid        NOT NULL REFERENCES payment,
    booking_id uuid        NOT NULL REFERENCES booking,
    amount     bigint      NOT NULL CHECK (amount > 0),
    state      text        NOT NULL CHECK (state IN ('WANTED', 'SENT', 'SUCCEEDED', 'FAILED')),
    refund_ref text        UNIQUE CHECK (length(refund_ref) <= 100),
    problem    text        CHECK (length(problem) <= 100),
    tries      integer     NOT NULL DEFAULT 0,
    due_at     timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT sent_under_a_name CHECK (state IN ('WANTED', 'FAILED') OR refund_ref IS NOT NULL)
);
CREATE INDEX ON refund (payment_id);
CREATE INDEX ON refund (booking_id);
CREATE INDEX ON refund (due_at) WHERE state IN ('WANTED', 'SENT');

-- What Stripe told, once each. Only what is needed to ask it what is true.
CREATE TABLE stripe_event (
    id          text        PRIMARY KEY CHECK (length(id) <= 100),
    type        text        NOT NULL CHECK (length(type) <= 100),
    object_ref  text        CHECK (length(object_ref) <= 100),
    intent_ref  text        CHECK (length(intent_ref) <= 100),
    payment_id  uuid,
    status      text        CHECK (length(status) <= 100),
    received_at timestamptz NOT NULL,
    due_at      timestamptz NOT NULL,
    tries       integer     NOT NULL DEFAULT 0,
    worked_at   timestamptz
);
CREATE INDEX ON stripe_event (due_at) WHERE worked_at IS NULL;
CREATE INDEX ON stripe_event (received_at);

-- Seats that are held for a booking which is being paid. Nobody else gets them, also not the same family again.
ALTER TABLE hold ADD COLUMN booking_id uuid UNIQUE REFERENCES booking;
ALTER TABLE held_seat ADD COLUMN booking_id uuid REFERENCES booking;
