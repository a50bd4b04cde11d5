//! What is kept for as long as the window is open: typing that is not saved yet, so that a reload loses nothing, and the
//! way through the pages of a list. Under the account's id: whoever signs in next in this window finds none of it.
//! Secrets are never kept.

use latchkey_contract::id::Version;
use latchkey_contract::resource::Resource;
use leptos::prelude::window;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::client::Fields;
use crate::json;
use crate::session::SignedIn;

/// Typing that is not saved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Typing {
    /// The state of the record that it began from; none for a new one.
    pub(super) version: Option<Version>,
    /// The fields as they were then.
    pub(super) base: Fields,
    /// The fields as they were left.
    pub(super) now: Fields,
}

/// Where something is kept.
pub(super) fn key(signed_in: SignedIn, what: &str, resource: &str, id: &str) -> String {
    let known = leptos::prelude::GetUntracked::get_untracked(&signed_in.known);
    format!("latchkey.{what}.{}.{resource}.{id}", known.session.account.id)
}

/// What is kept there. Storage may be switched off; then nothing ever is.
pub(super) fn read<T: DeserializeOwned>(key: &str) -> Option<T> {
    let text = window().session_storage().ok()??.get_item(key).ok()??;
    json::read(&text).ok()
}

/// Keeps something. Where it cannot be kept, it lasts as long as the page.
pub(super) fn write(key: &str, value: &impl Serialize) {
    if let (Ok(Some(storage)), Ok(text)) = (window().session_storage(), serde_json::to_string(value)) {
        let _ = storage.set_item(key, &text);
    }
}

/// Forgets it.
pub(super) fn forget(key: &str) {
    if let Ok(Some(storage)) = window().session_storage() {
        let _ = storage.remove_item(key);
    }
}

/// The fields that may be kept.
pub(super) fn without_secrets(resource: &Resource, fields: &Fields) -> Fields {
    let secret = |name: &str| {
        let mut members = resource.schema.properties.iter();
        members.any(|(known, schema)| known.as_str() == name && schema.write_only)
    };
    let open = fields.iter().filter(|(name, _)| !secret(name));
    open.map(|(name, value)| (name.clone(), value.clone())).collect()
}
