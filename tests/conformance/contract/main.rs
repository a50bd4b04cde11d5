//! The contract, page by page. Each test makes its own people and revokes them.

mod asking_again;
mod billing;
mod catalogue;
mod described;
mod events;
mod guards;
mod idempotency;
mod inviting;
mod joining;
mod list_order;
mod list_search;
mod merge_patch;
mod origin;
mod password;
mod password_links;
mod profile;
mod proof;
mod record_guards;
mod records;
mod refusals;
mod revocation;
mod roles;
mod sessions;
mod sign_in;
mod suspension;
mod windows;

use latchkey_contract::permissions::{Catalogue, PermissionId, Time};
use latchkey_contract::problem::{FieldCode, Problem};
use serde_json::Value;

/// The catalogue that the backend publishes.
#[track_caller]
fn catalogue() -> Catalogue {
    latchkey_conformance::Client::browser()
        .get("/permissions")
        .send()
        .expect(200)
        .read()
}

/// Ids as plain text.
fn texts(ids: &[PermissionId]) -> Vec<&str> {
    ids.iter().map(PermissionId::as_str).collect()
}

/// The members that a refusal names, with what is wrong with each.
fn faults(problem: &Problem<Value>) -> Vec<(&str, FieldCode)> {
    problem
        .errors
        .iter()
        .map(|error| (error.pointer.as_str(), error.code))
        .collect()
}

/// The moment some days from now.
fn in_days(days: i64) -> Time {
    let since = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .expect("a time after 1970");
    let now = i64::try_from(since.as_millis()).expect("a time that can be written");
    Time::from_millis(now).plus_millis(days * 86_400_000)
}
