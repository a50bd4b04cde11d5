//! The contract held literally: what travels, what is refused, and that tables, types and description agree.

mod description;
mod emails;
mod endpoints;
mod forms;
mod forms_of_letters;
mod forms_of_ownership;
mod forms_of_staff;
mod fresh;
mod patch;
mod problems;
mod screens;
mod session_access;
mod unknown_members;

use std::fmt::Debug;

use latchkey_contract::permissions::{Catalogue, PRESET_CATALOGUE, PermissionId, Time};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The catalogue that ships with Latchkey.
fn catalogue() -> Catalogue {
    serde_json::from_str(PRESET_CATALOGUE).expect("the shipped catalogue is right")
}

/// Ids of permissions.
fn ids(ids: &[&'static str]) -> Vec<PermissionId> {
    ids.iter().map(|id| PermissionId::from_static(id)).collect()
}

/// A moment, from RFC 3339.
fn time(text: &str) -> Time {
    text.parse().expect("an RFC 3339 time")
}

/// Holds that a value is written as `json`, and that the same is read back from it.
#[track_caller]
fn travels<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T, json: &Value) {
    assert_eq!(serde_json::to_value(value).expect("it can be written"), *json);
    reads(value, json);
}

/// Holds that `json` is read as a value, which may be written in another way.
#[track_caller]
fn reads<T: DeserializeOwned + PartialEq + Debug>(value: &T, json: &Value) {
    let read: T = serde_json::from_value(json.clone()).expect("it can be read");
    assert_eq!(read, *value);
}
