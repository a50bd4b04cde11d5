//! What all parts of a resource's pages work with: the descriptor, the address, and whoever is signed in.

use std::sync::Arc;

use latchkey_contract::id::ResourceId;
use latchkey_contract::resource::{Field, Resource, Schema};
use latchkey_permissions::{Rule, Text};
use leptos::prelude::*;

use crate::client::SignedInClient;
use crate::directory::Title;
use crate::i18n;
use crate::navigation::Address;
use crate::session::{Sessions, SignedIn, use_sessions, use_signed_in};

/// A text in the reader's language. Reactive in the language.
pub(super) fn spoken(text: &Text) -> String {
    text.in_language(&i18n::language::tag()).to_owned()
}

/// A text as a signal.
pub(super) fn speaking(text: Text) -> Signal<String> {
    Signal::derive(move || spoken(&text))
}

/// The kit. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Kit {
    resource: StoredValue<Arc<Resource>>,
    address: StoredValue<Address>,
    /// Who may do what.
    pub(super) sessions: Sessions,
    /// Whoever is signed in.
    pub(super) signed_in: SignedIn,
}

impl Kit {
    /// The kit of a page.
    pub(super) fn new(resource: Arc<Resource>, address: Address) -> Self {
        Self {
            resource: StoredValue::new(resource),
            address: StoredValue::new(address),
            sessions: use_sessions(),
            signed_in: use_signed_in(),
        }
    }

    /// The descriptor.
    pub(super) fn resource(self) -> Arc<Resource> {
        self.resource.get_value()
    }

    /// The resource's id.
    pub(super) fn id(self) -> ResourceId {
        self.resource.with_value(|resource| resource.id.clone())
    }

    /// The client.
    pub(super) fn client(self) -> SignedInClient {
        self.signed_in.client()
    }

    /// What it is called: in the words of the menu. Reactive.
    pub(super) fn title(self) -> String {
        self.address.with_value(|address| address.title.words())
    }

    /// What its title is.
    pub(super) fn named(self) -> Title {
        self.address.with_value(|address| address.title.clone())
    }

    /// The path of the list, or the one record.
    pub(super) fn path(self) -> String {
        self.address.with_value(|address| address.path.clone())
    }

    /// The path of a record.
    pub(super) fn path_of(self, id: &str) -> String {
        record_path(&self.path(), id)
    }

    /// Whether a rule lets this person; where there is none, nobody may. Reactive.
    pub(super) fn allows(self, rule: Option<&Rule>) -> bool {
        rule.is_some_and(|rule| self.sessions.allows(rule))
    }

    /// A field's schema.
    pub(super) fn schema_of(self, field: &Field) -> Option<Schema> {
        self.resource
            .with_value(|resource| resource.schema.member(&field.name).cloned())
    }
}

/// The path of a record in a list.
pub(super) fn record_path(list: &str, id: &str) -> String {
    format!("{list}/{}", String::from(js_sys::encode_uri_component(id)))
}
