     made_up AS (UPDATE make_up_credit c SET booking_id = agreed.id FROM agreed WHERE c.id = agreed.credit),
