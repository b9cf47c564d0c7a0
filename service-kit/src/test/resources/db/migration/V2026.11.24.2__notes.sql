CREATE TABLE note (
    id      uuid    PRIMARY KEY DEFAULT uuidv7(),
    text    text    NOT NULL,
    version bigint  NOT NULL DEFAULT 1
);
