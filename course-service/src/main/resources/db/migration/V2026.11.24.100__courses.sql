-- What a course's instructor is called, as user-service last told; without a name when erased.
CREATE TABLE instructor (
    id      uuid   PRIMARY KEY,
    name    text   CHECK (length(name) BETWEEN 1 AND 200),
    version bigint NOT NULL
);

CREATE TABLE course (
    id                uuid        PRIMARY KEY,
    instructor_id     uuid        NOT NULL,
    title             text        NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
    topic             text        NOT NULL CHECK (topic ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(topic) <= 40),
    summary           text        NOT NULL CHECK (length(summary) BETWEEN 1 AND 300),
    description       text        CHECK (length(description) <= 10000),
    what_to_bring     text        CHECK (length(what_to_bring) <= 2000),
    when_not_to_join  text        CHECK (length(when_not_to_join) <= 2000),
    language          text        NOT NULL CHECK (length(language) BETWEEN 2 AND 35),
    state             text        NOT NULL CHECK (state IN ('DRAFT', 'PUBLISHED', 'ARCHIVED')),
    created_at        timestamptz NOT NULL,
    published_at      timestamptz,
    version           bigint      NOT NULL,
    -- One configuration for all languages: the same endings are cut from what is written and what is looked for.
    search            tsvector    NOT NULL GENERATED ALWAYS AS (
        setweight(to_tsvector('english', title), 'A')
        || setweight(to_tsvector('english', summary), 'B')
        || setweight(to_tsvector('english', coalesce(description, '')), 'C')) STORED,
    CHECK (state <> 'DRAFT' OR published_at IS NULL),
    CHECK (state <> 'PUBLISHED' OR published_at IS NOT NULL)
);
-- The order of the catalogue, and of one's own courses.
CREATE INDEX ON course (published_at DESC, id DESC) WHERE state = 'PUBLISHED';
CREATE INDEX ON course (topic, published_at DESC, id DESC) WHERE state = 'PUBLISHED';
CREATE INDEX ON course (instructor_id, created_at DESC, id DESC);
CREATE INDEX ON course USING gin (search);
