-- What a carer has chosen to be called in calls; who has not chosen is a guest there.
CREATE TABLE display_name (
    carer_id uuid PRIMARY KEY,
    name     text NOT NULL CHECK (length(name) BETWEEN 1 AND 60)
);
