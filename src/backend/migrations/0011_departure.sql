-- Who holds a dead invitation and asks for a new one: at most one request of each person is open.
CREATE TABLE invitation_requests (
    account TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id),
    asked BIGINT NOT NULL,
    -- When it was closed without an invitation; null while it is open. One that was answered is not kept.
    closed BIGINT
);

-- What revocations have ended: the owner's proof.
CREATE TABLE revocations (
    id TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL REFERENCES accounts (id),
    at BIGINT NOT NULL,
    -- Who did it, and that person's name at the time.
    actor TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    reason TEXT NOT NULL,
    sessions BIGINT NOT NULL,
    -- How many of the sessions were those of a bearer token.
    tokens BIGINT NOT NULL,
    invitations BIGINT NOT NULL,
    requests BIGINT NOT NULL,
    -- How long it took; known only once it is done.
    millis BIGINT
);
CREATE INDEX revocations_by_account ON revocations (account, at);

-- Whether a session's token was answered to a program, and not laid down in a browser as a cookie.
ALTER TABLE sessions ADD COLUMN bearer BIGINT NOT NULL DEFAULT 0;
