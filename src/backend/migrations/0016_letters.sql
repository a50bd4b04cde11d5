-- Letters on their way, and those that could not be delivered. A letter is written here in the transaction that does what
-- it tells of, and goes once it has been delivered.
CREATE TABLE letters (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    recipient TEXT NOT NULL,
    -- The member of staff whom it is for, and the invitation that it brings.
    account TEXT REFERENCES accounts (id),
    invitation TEXT REFERENCES invitations (id),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'failed')),
    -- The letter itself, sealed: it can hold a link. Null once it is given up and held one.
    sealed TEXT,
    -- Which key opens it.
    key_id TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    -- When it is tried next, and from when on it is not tried any more.
    due BIGINT NOT NULL,
    give_up BIGINT NOT NULL,
    -- Who is trying it now, and until when nobody else does.
    claim TEXT NOT NULL,
    claimed_until BIGINT NOT NULL,
    -- What went wrong last; null before anything has.
    trouble TEXT,
    said TEXT NOT NULL,
    created BIGINT NOT NULL,
    CHECK (state = 'failed' OR sealed IS NOT NULL)
);
CREATE INDEX letters_by_due ON letters (state, due);
CREATE INDEX letters_by_invitation ON letters (invitation);
