-- Who came, by place: what the instructor says and what Zoom has seen are both kept, and the instructor's word counts.
-- Whom Zoom has not seen may have come in by another way, so nobody is absent unless the instructor says so.
CREATE TABLE attendance (
    place_id         uuid        PRIMARY KEY REFERENCES place,
    session_id       uuid        NOT NULL,
    carer_id         uuid        NOT NULL,
    mark             text        NOT NULL DEFAULT 'UNKNOWN' CHECK (mark IN ('PRESENT', 'ABSENT', 'UNKNOWN')),
    marked_at        timestamptz,
    observed_seconds bigint      CHECK (observed_seconds >= 0),
    observed_version bigint      NOT NULL DEFAULT 0,
    attendance       text        NOT NULL GENERATED ALWAYS AS (
        CASE WHEN mark <> 'UNKNOWN' THEN mark WHEN observed_seconds >= 60 THEN 'PRESENT' ELSE 'UNKNOWN' END) STORED,
    version          bigint      NOT NULL DEFAULT 1,
    CONSTRAINT observed_once_told CHECK ((observed_seconds IS NULL) = (observed_version = 0))
);
CREATE INDEX ON attendance (session_id);
