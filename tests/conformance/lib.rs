//! The contract, run against any base URL: what the tests in `contract/` are written with.
//!
//! `cargo xtask test --only conformance` starts the reference backend and runs them. Against another backend:
//!
//! ```sh
//! LATCHKEY_BASE_URL=https://shop.example/api/v1 LATCHKEY_SAMPLE_PASSWORD=… cargo test -p latchkey-conformance
//! ```
//!
//! with `LATCHKEY_OWNER_EMAIL` and `LATCHKEY_STAFF_EMAIL` where they are not `owner@example.test` and
//! `manager@example.test`; both sign in with that password. The tests invite people of their own, each with an address
//! that was never used before, and revoke them afterwards. They change no other account, but end the owner's other
//! sessions, since that is a call of the contract too. Of what lies behind the menus they make a record of each kind that
//! can be made and taken away, and take it away again; they change no record that was there.
//!
//! About a dozen sign-ins fail on purpose, so that a backend that slows down a network address may answer 429 to the
//! third run in as many minutes.
//!
//! Every answer, also those that a test only passes through, is held against the API description: an answer that is not
//! described is a failure.

pub mod answer;
pub mod client;
mod description;
pub mod people;
pub mod resources;
mod settings;

pub use answer::Answer;
pub use client::{Client, Request};
pub use people::{Invited, Staff, owner};
pub use settings::Settings;
