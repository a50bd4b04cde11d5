-- The second factor of those who have one. The secret must be kept as it is, since codes are computed from it; it is
-- answered once, while it is being set up.
CREATE TABLE second_factors (
    account TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id),
    -- In base 32.
    secret TEXT NOT NULL,
    -- Whether a code has proved that the app has the secret.
    confirmed BIGINT NOT NULL CHECK (confirmed IN (0, 1)),
    -- The time step of the last code that was accepted: no code of it or before it works again.
    last_step BIGINT NOT NULL
);

-- Recovery codes that have not been used, hashed.
CREATE TABLE recovery_codes (
    account TEXT NOT NULL REFERENCES accounts (id),
    code_hash TEXT NOT NULL,
    PRIMARY KEY (account, code_hash)
);
