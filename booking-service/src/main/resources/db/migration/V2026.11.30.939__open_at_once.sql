-- Who books or holds is asked first how much they have open already.
CREATE INDEX ON payment (carer_id) WHERE state = 'DUE';
CREATE INDEX ON hold (carer_id);
