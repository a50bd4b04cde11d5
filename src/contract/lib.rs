//! What travels over HTTP between the admin and any backend that is compatible with it.
//!
//! It is pure, like the permission module below it: types, names and constants. Requests have no member that a
//! client must not set, and refuse members they do not know; answers say only what the contract says. With the
//! feature `schema`, [`openapi`] describes all of it to others.

pub mod activity;
pub mod billing;
pub mod dated;
pub mod endpoint;
pub mod event;
pub mod id;
pub mod invitation;
pub mod letter;
pub mod limits;
pub mod list;
pub mod money;
pub mod onboarding;
#[cfg(feature = "schema")]
pub mod openapi;
pub mod overview;
pub mod owner;
pub mod ownership;
pub mod password;
pub mod password_link;
pub mod patch;
pub mod periods;
pub mod problem;
pub mod profile;
pub mod proof;
pub mod report;
pub mod resource;
pub mod revocation;
pub mod role;
pub mod screen;
pub mod session;
pub mod staff;
pub mod two_factor;

/// The shared permission module, so that users of the contract need not name its version a second time.
pub use latchkey_permissions as permissions;
