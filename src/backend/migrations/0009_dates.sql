-- Dates of single permissions and roles: the first moment inside, and the first outside again.

ALTER TABLE account_permissions ADD COLUMN starts BIGINT;
ALTER TABLE account_permissions ADD COLUMN ends BIGINT;
ALTER TABLE account_roles ADD COLUMN starts BIGINT;
ALTER TABLE account_roles ADD COLUMN ends BIGINT;
