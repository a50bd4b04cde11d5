//! The state of a record's form as its parts share it.

use latchkey_contract::id::FieldName;
use latchkey_contract::resource::{Field, Preset, Resource};
use leptos::prelude::*;
use serde_json::Value;

use crate::client::{FieldRecord, Fields, OnceKey};
use crate::components::form::Form;
use crate::pages::resource::checks::message;
use crate::pages::resource::draft::{changes, differing, rebase};
use crate::pages::resource::kept::{self, Typing};
use crate::pages::resource::kit::Kit;
use crate::pages::resource::rights::{Edit, asked_at_creation, edit};
use crate::pages::resource::value::{at, is_empty};
use crate::reactive::effect;

/// The id of the form's element.
pub(super) const FORM: &str = "record";

/// The state. Cheap to copy.
#[derive(Clone, Copy)]
pub(in crate::pages::resource) struct RecordState {
    /// What everything works with.
    pub(super) kit: Kit,
    /// The record as it is saved; none while it is being made.
    pub(super) saved: RwSignal<Option<FieldRecord>>,
    /// The fields as they stand in the form.
    pub(super) now: RwSignal<Fields>,
    /// Another number draws the inputs anew, with what stands in the form then.
    pub(super) drawn: RwSignal<u32>,
    /// Sending and errors.
    pub(super) form: Form,
    /// Somebody else's version, while it is open which one counts.
    pub(super) conflict: RwSignal<Option<FieldRecord>>,
    /// Whether typing from before is in the form again.
    pub(super) restored: RwSignal<bool>,
    /// The key of making it.
    pub(super) once: OnceKey<Fields>,
    /// What a new record begins with.
    fresh: StoredValue<Fields>,
    /// The key under which typing is kept.
    kept: StoredValue<String>,
}

impl RecordState {
    /// The form of a record, or of a new one.
    pub(super) fn new(kit: Kit, record: Option<FieldRecord>) -> Self {
        let resource = kit.resource();
        let schema = resource.schema.clone();
        let id = record.as_ref().map_or("new", |record| record.id.as_str());
        let key = kept::key(kit.signed_in, "typing", resource.id.as_str(), id);
        let fresh = presets(&resource);
        let fields = record
            .as_ref()
            .map_or_else(|| fresh.clone(), |record| record.fields.clone());
        let state = Self {
            kit,
            saved: RwSignal::new(record),
            now: RwSignal::new(fields),
            drawn: RwSignal::new(0),
            form: Form::described("field", move |error| message(&schema, error)),
            conflict: RwSignal::new(None),
            restored: RwSignal::new(false),
            once: OnceKey::new(),
            fresh: StoredValue::new(fresh),
            kept: StoredValue::new(key),
        };
        state.restore();
        state.keep();
        state
    }

    /// Puts typing from before a reload back.
    fn restore(self) {
        let Some(typing) = kept::read::<Typing>(&self.kept.get_value()) else {
            return;
        };
        let saved = self.saved.get_untracked();
        let version = saved.as_ref().map(|record| record.version.clone());
        let now = if typing.version == version {
            // What is not in it, a secret, is as it was.
            let base = self.base();
            rebase(&self.kit.resource(), &typing.base, &typing.now, &base, &[])
        } else {
            // Somebody saved in between. From where the typing began, saving finds that out, and asks.
            self.saved.update(|saved| {
                if let (Some(saved), Some(version)) = (saved, typing.version) {
                    saved.version = version;
                    saved.fields = typing.base;
                }
            });
            typing.now
        };
        self.now.set(now);
        self.restored.set(untrack(|| self.is_dirty()));
    }

    /// Keeps what is typed, for as long as it is not saved.
    fn keep(self) {
        effect(move || {
            let (base, now) = (self.base(), self.now.get());
            let resource = self.kit.resource();
            self.kept.with_value(|key| {
                if changes(&resource, &base, &now).is_empty() {
                    kept::forget(key);
                } else {
                    let version = self
                        .saved
                        .with(|saved| saved.as_ref().map(|record| record.version.clone()));
                    let (base, now) = (
                        kept::without_secrets(&resource, &base),
                        kept::without_secrets(&resource, &now),
                    );
                    kept::write(key, &Typing { version, base, now });
                }
            });
        });
    }

    /// The fields as they are saved, or as a new record begins. Reactive.
    pub(super) fn base(self) -> Fields {
        self.saved.with(|saved| match saved {
            Some(record) => record.fields.clone(),
            None => self.fresh.get_value(),
        })
    }

    /// Whether anything is saved in a field. Reactive.
    pub(super) fn has(self, name: &FieldName) -> bool {
        self.saved.with(|saved| {
            let fields = saved.as_ref().map(|record| &record.fields);
            fields.is_some_and(|fields| !is_empty(at(fields, name.as_str())))
        })
    }

    /// What saving would send: what differs, or for a new record all there is. Reactive.
    pub(super) fn changes(self) -> Fields {
        let base = if self.is_new() { Fields::new() } else { self.base() };
        self.now.with(|now| changes(&self.kit.resource(), &base, now))
    }

    /// How many fields differ from what is saved. Reactive.
    pub(super) fn how_many(self) -> usize {
        let base = self.base();
        self.now.with(|now| differing(&self.kit.resource(), &base, now).count())
    }

    /// Whether something stands in the form that is not saved. Reactive.
    pub(super) fn is_dirty(self) -> bool {
        self.how_many() > 0
    }

    /// Whether the record is being made. Reactive.
    pub(super) fn is_new(self) -> bool {
        self.saved.with(Option::is_none)
    }

    /// Takes what was typed into a field.
    pub(super) fn put(self, name: &FieldName, value: Value) {
        self.now.try_update(|now| {
            if value.is_null() {
                now.remove(name.as_str());
            } else {
                now.insert(name.0.clone(), value);
            }
        });
    }

    /// Shows a record as it is now; what was typed is gone.
    pub(super) fn load(self, record: FieldRecord) {
        let fields = record.fields.clone();
        self.saved.try_set(Some(record));
        self.show(fields);
    }

    /// Shows a record as it is now, with what was typed on top of it.
    pub(super) fn renew(self, record: FieldRecord) {
        let base = untrack(|| self.base());
        let now = self
            .now
            .with_untracked(|now| rebase(&self.kit.resource(), &base, now, &record.fields, &[]));
        self.saved.try_set(Some(record));
        self.show(now);
    }

    /// Puts these fields into the form.
    pub(super) fn show(self, fields: Fields) {
        self.now.try_set(fields);
        self.drawn.try_update(|drawn| *drawn = drawn.wrapping_add(1));
    }

    /// Puts the form back to what is saved.
    pub(super) fn discard(self) {
        self.form.clear();
        self.restored.set(false);
        self.show(untrack(|| self.base()));
    }

    /// Lets nothing count as unsaved any more: the record is gone.
    pub(super) fn settle(self) {
        let base = self.saved.try_get_untracked().flatten().map(|record| record.fields);
        self.now.try_set(base.unwrap_or_default());
    }

    /// Forgets what was typed: somebody leaves it behind.
    pub(super) fn abandon(self) {
        self.kept.with_value(|key| kept::forget(key));
    }

    /// Whether a field is an input for this person. One that may no longer be changed stays one while something is typed
    /// in it, to be copied out. Reactive.
    pub(super) fn edit(self, field: &Field) -> Edit {
        let resource = self.kit.resource();
        let decided = match self.is_new() {
            true if asked_at_creation(self.kit, &resource, field) => Edit::Yes,
            true => Edit::Nobody,
            false => edit(self.kit, &resource, field),
        };
        match decided {
            Edit::Yes => Edit::Yes,
            _ if self.is_typed(field) => Edit::Yes,
            other => other,
        }
    }

    /// Whether something is typed in a field that is not saved.
    pub(super) fn is_typed(self, field: &Field) -> bool {
        let base = untrack(|| self.base());
        self.now
            .with_untracked(|now| differing(&self.kit.resource(), &base, now).any(|differs| differs.name == field.name))
    }
}

/// What a new record begins with, by its schema.
fn presets(resource: &Resource) -> Fields {
    let value = |preset: &Preset| match preset {
        Preset::Switch(on) => Value::from(*on),
        Preset::Number(number) => Value::from(*number),
        Preset::Text(text) => Value::from(text.clone()),
    };
    let root = &resource.schema;
    let members = root
        .properties
        .iter()
        .filter(|(name, _)| !root.is_read_only(root, name));
    let given = members.filter_map(|(name, schema)| Some((name.0.clone(), value(schema.default.as_ref()?))));
    given.collect()
}
