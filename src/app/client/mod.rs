//! HTTP: the calls of the contract, as typed methods.
//!
//! There are two clients. [`Client`] makes the calls that need nobody to be signed in; [`SignedInClient`] makes all
//! others, and is had only from the session of somebody who is. What a page cannot call, it cannot be written to call.

mod arrival;
mod error;
mod letters;
mod load;
mod once;
mod ownership;
mod prover;
mod resources;
mod signed_in;
mod signed_out;
mod staff;
pub(crate) mod transport;
mod two_factor;
mod watch;

pub(crate) use error::ClientError;
pub(crate) use load::{Load, Loaded};
pub(crate) use once::{OnceKey, random_key};
pub(crate) use resources::{FieldRecord, Fields};
pub(crate) use signed_in::SignedInClient;
pub(crate) use signed_out::{Checked, Client};
pub(crate) use staff::StaffQuery;
pub(crate) use watch::Watch;
