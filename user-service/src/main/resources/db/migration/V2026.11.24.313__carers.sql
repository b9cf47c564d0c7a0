-- Who cares for a child. carer_id in child is the first of them, so that there is always one: the foreign key below.
CREATE TABLE child_carer (
    child_id  uuid        NOT NULL REFERENCES child ON DELETE CASCADE,
    carer_id  uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
    joined_at timestamptz NOT NULL,
    PRIMARY KEY (child_id, carer_id)
);
CREATE INDEX ON child_carer (carer_id, child_id);
INSERT INTO child_carer (child_id, carer_id, joined_at) SELECT id, carer_id, created_at FROM child;

-- Whoever adds a child cares for it, also when the previous version adds it.
CREATE FUNCTION first_carer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO child_carer (child_id, carer_id, joined_at) VALUES (NEW.id, NEW.carer_id, NEW.created_at);
    RETURN NULL;
END $$;
CREATE TRIGGER first_carer AFTER INSERT ON child FOR EACH ROW EXECUTE FUNCTION first_carer();

ALTER TABLE child ADD CONSTRAINT a_child_has_a_carer FOREIGN KEY (id, carer_id)
    REFERENCES child_carer (child_id, carer_id) DEFERRABLE INITIALLY DEFERRED;

-- Somebody with this address may share the child. The address only as its hash; the token only as its hash.
CREATE TABLE child_invitation (
    token_hash  bytea       PRIMARY KEY CHECK (length(token_hash) = 32),
    child_id    uuid        NOT NULL REFERENCES child ON DELETE CASCADE,
    invited_by  uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
    email_hash  bytea       NOT NULL CHECK (length(email_hash) = 32),
    accepted_by uuid        REFERENCES account ON DELETE CASCADE,
    expires_at  timestamptz NOT NULL
);
CREATE INDEX ON child_invitation (child_id);
CREATE INDEX ON child_invitation (invited_by);
CREATE INDEX ON child_invitation (accepted_by);
CREATE INDEX ON child_invitation (expires_at);

-- Each consent given or taken back: when, in which words, from where.
CREATE TABLE consent_change (
    id           uuid        PRIMARY KEY,
    account_id   uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
    consent      text        NOT NULL CHECK (consent IN ('PHOTOS', 'RECORDINGS', 'MARKETING', 'MEET_OTHER_PARENTS')),
    given        boolean     NOT NULL,
    text_version text        NOT NULL CHECK (length(text_version) BETWEEN 1 AND 40),
    source       text        NOT NULL CHECK (length(source) BETWEEN 1 AND 40),
    changed_at   timestamptz NOT NULL
);
CREATE INDEX ON consent_change (account_id, id);

-- What an instructor tells everybody.
CREATE TABLE instructor_profile (
    account_id   uuid   PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    about        text   CHECK (length(about) BETWEEN 1 AND 2000),
    photo_url    text   CHECK (photo_url LIKE 'https://%' AND length(photo_url) <= 500),
    website      text   CHECK (website LIKE 'https://%' AND length(website) <= 500),
    social_links text[] NOT NULL CHECK (cardinality(social_links) <= 8),
    version      bigint NOT NULL
);
