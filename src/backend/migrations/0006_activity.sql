-- What happened, in the order in which it did. Nothing here is ever changed or deleted: each entry holds the hash of the
-- one before it and its own, made from that and from all of its other columns.

CREATE TABLE activity (
    -- From 1, without a gap.
    number BIGINT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    -- Who did it, and that person's name at the time; null where nobody did or it is not known.
    actor TEXT,
    actor_name TEXT,
    subject_type TEXT,
    subject TEXT,
    subject_name TEXT,
    section TEXT,
    resource TEXT,
    -- What else is known, with the values before and after, as JSON.
    detail TEXT NOT NULL,
    reason TEXT NOT NULL,
    device TEXT NOT NULL,
    address TEXT NOT NULL,
    -- Names and reason as they are searched.
    search TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE INDEX activity_by_actor ON activity (actor, number);
CREATE INDEX activity_by_subject ON activity (subject, number);
CREATE INDEX activity_by_kind ON activity (kind, number);
CREATE INDEX activity_by_time ON activity (at);

-- When each permission was last used; exact to some minutes.
CREATE TABLE permission_uses (
    account TEXT NOT NULL REFERENCES accounts (id),
    permission TEXT NOT NULL,
    last BIGINT NOT NULL,
    PRIMARY KEY (account, permission)
);
