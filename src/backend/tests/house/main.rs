//! The backend as a whole: its router, on a real database file, with a clock that a test moves. One idea for each file.

mod support;

mod activity;
mod after_revocation;
mod bad_bodies;
mod bad_members;
mod billing;
mod broken_database;
mod dates;
mod editing;
mod ending_access;
mod events;
mod everybody;
mod first_owner;
mod idempotency;
mod inviting;
mod joining;
mod letters;
mod listing;
mod mass_assignment;
mod origins;
mod own_things;
mod pages;
mod races;
mod reports;
mod resources;
mod roles;
mod sample_store;
mod secrets;
mod session_version;
mod sessions;
mod signing_in;
mod throttling;
mod timing;
mod two_factor;
mod uses;
