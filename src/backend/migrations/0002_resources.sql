-- What lies behind the menus has a table for each resource, made from its descriptor at start. Here is what is kept of
-- those tables.

CREATE TABLE resource_tables (
    resource TEXT NOT NULL PRIMARY KEY,
    -- A hash of how the table was made: where it is another now, the table is made anew and filled from itself.
    made TEXT NOT NULL
);
