-- The store, its people, what they hold, how they sign in. Written so that SQLite and PostgreSQL read it alike:
-- ids are text, moments are milliseconds since 1970 in UTC, yes and no are 1 and 0.

CREATE TABLE store (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    currency TEXT NOT NULL,
    -- 'sample' or 'empty': how it was begun. A store is filled once.
    seed TEXT NOT NULL,
    -- The open set-up token, hashed; null once there is an owner.
    setup_token_hash TEXT,
    created BIGINT NOT NULL
);

CREATE TABLE accounts (
    id TEXT NOT NULL PRIMARY KEY,
    email TEXT NOT NULL,
    -- What addresses are compared by.
    email_key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    -- What names are sorted by.
    name_key TEXT NOT NULL,
    -- Name and address as they are searched.
    search TEXT NOT NULL,
    owner BIGINT NOT NULL CHECK (owner IN (0, 1)),
    status TEXT NOT NULL CHECK (status IN ('invited', 'onboarding', 'active', 'suspended', 'ended')),
    -- The status in the order of a life, for sorting.
    status_rank BIGINT NOT NULL,
    password_hash TEXT,
    language TEXT,
    starts BIGINT,
    ends BIGINT,
    ended_reason TEXT,
    last_seen BIGINT,
    two_factor BIGINT NOT NULL CHECK (two_factor IN (0, 1)),
    version BIGINT NOT NULL,
    created BIGINT NOT NULL,
    CHECK (owner = 0 OR status = 'active')
);

-- One owner, whatever else goes wrong.
CREATE UNIQUE INDEX accounts_one_owner ON accounts (owner) WHERE owner = 1;
CREATE INDEX accounts_by_name ON accounts (name_key, id);

-- Direct permissions, closed under what they require.
CREATE TABLE account_permissions (
    account TEXT NOT NULL REFERENCES accounts (id),
    permission TEXT NOT NULL,
    PRIMARY KEY (account, permission)
);
CREATE INDEX account_permissions_by_permission ON account_permissions (permission);

CREATE TABLE roles (
    id TEXT NOT NULL PRIMARY KEY,
    -- A map from language to text, as JSON.
    name TEXT NOT NULL,
    position BIGINT NOT NULL,
    version BIGINT NOT NULL
);

-- Permissions of roles, closed under what they require.
CREATE TABLE role_permissions (
    role TEXT NOT NULL REFERENCES roles (id),
    permission TEXT NOT NULL,
    PRIMARY KEY (role, permission)
);
CREATE INDEX role_permissions_by_permission ON role_permissions (permission);

CREATE TABLE account_roles (
    account TEXT NOT NULL REFERENCES accounts (id),
    role TEXT NOT NULL REFERENCES roles (id),
    PRIMARY KEY (account, role)
);
CREATE INDEX account_roles_by_role ON account_roles (role);

CREATE TABLE sessions (
    id TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL REFERENCES accounts (id),
    token_hash TEXT NOT NULL UNIQUE,
    device TEXT NOT NULL,
    created BIGINT NOT NULL,
    last_seen BIGINT NOT NULL
);
CREATE INDEX sessions_by_account ON sessions (account);

-- Dead invitations stay, so that their links can say what became of them.
CREATE TABLE invitations (
    id TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL REFERENCES accounts (id),
    token_hash TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('open', 'replaced', 'used', 'cancelled')),
    created BIGINT NOT NULL,
    expires BIGINT NOT NULL
);
CREATE UNIQUE INDEX invitations_one_open ON invitations (account) WHERE state = 'open';

-- Failed attempts by whatever they are counted by, hashed.
CREATE TABLE attempts (
    subject TEXT NOT NULL PRIMARY KEY,
    failures BIGINT NOT NULL,
    last BIGINT NOT NULL,
    blocked_until BIGINT NOT NULL
);

-- Answers to be given again. They are sealed with a key made from the caller's Idempotency-Key, which is not kept.
CREATE TABLE kept_answers (
    id TEXT NOT NULL PRIMARY KEY,
    sealed TEXT NOT NULL,
    created BIGINT NOT NULL
);
CREATE INDEX kept_answers_by_age ON kept_answers (created);
