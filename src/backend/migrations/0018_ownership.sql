-- The open offer of the store to somebody on its staff; there is at most one.
CREATE TABLE ownership_offer (
    one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
    account TEXT NOT NULL REFERENCES accounts (id),
    created BIGINT NOT NULL,
    expires BIGINT NOT NULL
);
