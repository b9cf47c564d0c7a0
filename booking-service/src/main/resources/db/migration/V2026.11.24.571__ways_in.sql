-- Whether a place may have a way into the call of its own.
ALTER TABLE meeting ADD COLUMN private_ways boolean NOT NULL DEFAULT false;

-- The last known way in of a place, for when course-service or Zoom is away. It is good for one version of the meeting.
CREATE TABLE way_in (
    place_id        uuid   PRIMARY KEY REFERENCES place,
    meeting_version bigint NOT NULL,
    sealed_link     text   NOT NULL CHECK (length(sealed_link) <= 4000 AND sealed_link !~ '://')
);
