-- Of whom a second factor is required: by the store, `optional`, `sensitive` or `everybody`, and of single people besides.
ALTER TABLE onboarding ADD COLUMN two_factor TEXT NOT NULL DEFAULT 'optional';
ALTER TABLE accounts ADD COLUMN two_factor_required BIGINT NOT NULL DEFAULT 0 CHECK (two_factor_required IN (0, 1));
