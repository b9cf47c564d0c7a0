-- Whether the instructor may publish, as user-service last told.
ALTER TABLE instructor ADD COLUMN approved boolean NOT NULL DEFAULT true;
