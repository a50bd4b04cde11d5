//! What there is only with a PostgreSQL server: two processes of the backend on one database, which are as one, and the move
//! of a store from its file. The server is the one that `LATCHKEY_TEST_DATABASE` names; without one this is not run.
#![cfg(unix)]

mod client;
mod events;
mod killed;
mod moved;
#[path = "../support/own_database.rs"]
mod own_database;
mod pair;
#[path = "../edge_process/program.rs"]
#[expect(dead_code, reason = "it is shared with tests that ask more of it")]
mod program;
mod revoked;
mod together;
