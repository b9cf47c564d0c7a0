-- What the instructor promises who cancels or misses a session: said by the block, frozen into hold and booking.
ALTER TABLE class_block
    ADD COLUMN full_until_days    integer NOT NULL DEFAULT 7,
    ADD COLUMN part_until_days    integer NOT NULL DEFAULT 2,
    ADD COLUMN part_percent       integer NOT NULL DEFAULT 50,
    ADD COLUMN make_up_weeks      integer NOT NULL DEFAULT 8,
    ADD COLUMN make_ups_per_block integer NOT NULL DEFAULT 2;

ALTER TABLE hold
    ADD COLUMN full_until_days    integer NOT NULL DEFAULT 7,
    ADD COLUMN part_until_days    integer NOT NULL DEFAULT 2,
    ADD COLUMN part_percent       integer NOT NULL DEFAULT 50,
    ADD COLUMN make_up_weeks      integer NOT NULL DEFAULT 8,
    ADD COLUMN make_ups_per_block integer NOT NULL DEFAULT 2;

ALTER TABLE booking
    ADD COLUMN full_until_days    integer NOT NULL DEFAULT 7,
    ADD COLUMN part_until_days    integer NOT NULL DEFAULT 2,
    ADD COLUMN part_percent       integer NOT NULL DEFAULT 50 CHECK (part_percent BETWEEN 0 AND 100),
    ADD COLUMN make_up_weeks      integer NOT NULL DEFAULT 8,
    ADD COLUMN make_ups_per_block integer NOT NULL DEFAULT 2;

-- A place costs its share of what its child costs; the shares add up to the price of the booking.
ALTER TABLE place
    ADD COLUMN price     bigint NOT NULL DEFAULT 0,
    ADD COLUMN came_back bigint NOT NULL DEFAULT 0;
UPDATE place p
   SET price = s.child_price * s.nth / s.places - s.child_price * (s.nth - 1) / s.places
  FROM (SELECT p.id, b.amount / b.children AS child_price,
               row_number() OVER (PARTITION BY p.booking_id, p.child_id ORDER BY p.session_id) AS nth,
               count(*) OVER (PARTITION BY p.booking_id, p.child_id) AS places
          FROM place p
          JOIN booking b ON b.id = p.booking_id) s
 WHERE s.id = p.id;
ALTER TABLE place ADD CONSTRAINT never_more_back_than_the_price CHECK (came_back BETWEEN 0 AND price);

CREATE INDEX ON class_session (id) WHERE state = 'CANCELLED';
