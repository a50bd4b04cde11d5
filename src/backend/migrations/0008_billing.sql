-- The plan that the store is on, and its invoices, which stay as they were made out.

CREATE TABLE subscription (
    store TEXT NOT NULL PRIMARY KEY REFERENCES store (id),
    plan TEXT NOT NULL,
    -- The first moment that no invoice is for yet.
    invoiced_until BIGINT NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE invoices (
    id TEXT NOT NULL PRIMARY KEY,
    number BIGINT NOT NULL UNIQUE,
    issued BIGINT NOT NULL,
    starts BIGINT NOT NULL,
    ends BIGINT NOT NULL,
    -- A map from language to text, as JSON.
    plan TEXT NOT NULL,
    -- A decimal number.
    amount TEXT NOT NULL,
    currency TEXT NOT NULL
);
