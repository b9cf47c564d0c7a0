-- At which places somebody was present, as booking-service told last; what carers who came say of a course.
CREATE TABLE attended (
    place_id   uuid    PRIMARY KEY,
    session_id uuid    NOT NULL,
    carer_id   uuid    NOT NULL,
    present    boolean NOT NULL,
    version    bigint  NOT NULL
);
CREATE INDEX ON attended (carer_id);

CREATE TABLE testimonial (
    id           uuid        PRIMARY KEY,
    course_id    uuid        NOT NULL REFERENCES course,
    carer_id     uuid        NOT NULL,
    words        text        NOT NULL CHECK (length(words) BETWEEN 1 AND 1000),
    signature    text        NOT NULL CHECK (length(signature) BETWEEN 1 AND 60),
    state        text        NOT NULL CHECK (state IN ('WAITING', 'PUBLISHED', 'HIDDEN')),
    consented_at timestamptz NOT NULL,
    published_at timestamptz,
    CONSTRAINT one_testimonial_per_carer_and_course UNIQUE (course_id, carer_id),
    CONSTRAINT published_at_some_time CHECK ((state = 'PUBLISHED') = (published_at IS NOT NULL))
);
CREATE INDEX ON testimonial (carer_id);
