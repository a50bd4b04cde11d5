-- When a session last proved who it is: signing in counts, and so does giving the password again.
ALTER TABLE sessions ADD COLUMN proven BIGINT NOT NULL DEFAULT 0;
UPDATE sessions SET proven = created;
-- The token that a session had before it proved itself again, and until when requests on their way with it still arrive.
-- They arrive unproven.
ALTER TABLE sessions ADD COLUMN former_token_hash TEXT;
ALTER TABLE sessions ADD COLUMN former_until BIGINT NOT NULL DEFAULT 0;
CREATE INDEX sessions_by_former_token ON sessions (former_token_hash);

-- Links for a new password, hashed. One that is closed was used, or a later one has taken its place; it stays, so that it
-- can say so.
CREATE TABLE password_links (
    token_hash TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL REFERENCES accounts (id),
    closed BIGINT NOT NULL CHECK (closed IN (0, 1)),
    expires BIGINT NOT NULL
);
CREATE INDEX password_links_by_account ON password_links (account);

-- The browsers in which somebody has signed in before: by the mark that each keeps, hashed. Programs, which keep none, by
-- their name and network.
CREATE TABLE known_devices (
    account TEXT NOT NULL REFERENCES accounts (id),
    mark_hash TEXT NOT NULL,
    last_seen BIGINT NOT NULL,
    PRIMARY KEY (account, mark_hash)
);
-- Whether a session was begun on a device that was not among them, and nobody has said since that it was the person.
ALTER TABLE sessions ADD COLUMN unrecognised BIGINT NOT NULL DEFAULT 0;
