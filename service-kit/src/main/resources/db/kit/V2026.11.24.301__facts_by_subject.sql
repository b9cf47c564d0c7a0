-- What was told of one subject, for when it has to be forgotten.
CREATE INDEX ON outbox (aggregateid);
