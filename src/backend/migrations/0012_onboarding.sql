-- Which steps come between joining and access, and the security basics. There is no row until the owner has chosen.
CREATE TABLE onboarding (
    store TEXT NOT NULL PRIMARY KEY REFERENCES store (id),
    -- The optional steps that are asked for, as a JSON array of their names.
    steps TEXT NOT NULL,
    -- The security basics: a map from language to text, as JSON.
    basics TEXT NOT NULL,
    -- Which version of the text that is.
    basics_version BIGINT NOT NULL,
    -- The oldest version whose acceptance is enough for those who have access; 0 where none is needed.
    basics_needed BIGINT NOT NULL,
    version BIGINT NOT NULL
);

-- Steps that somebody has taken since joining.
CREATE TABLE onboarding_steps (
    account TEXT NOT NULL REFERENCES accounts (id),
    step TEXT NOT NULL,
    done BIGINT NOT NULL,
    -- Of the security basics, the version that was accepted; 0 of other steps.
    basics_version BIGINT NOT NULL,
    PRIMARY KEY (account, step)
);

-- Who is onboarding: since when at the step that comes next, and when last reminded of it.
CREATE TABLE onboarding_waits (
    account TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id),
    since BIGINT NOT NULL,
    reminded BIGINT
);
