//! Inputs, one for each kind of field. Each is given a slot: where its value goes, what it may be, and what stands in it
//! at first. From then on the input has its own text, and tells the slot; nothing is written back while somebody types.

mod address;
mod choice;
mod image;
mod line;
mod lines;
mod reference;
mod shell;
mod shrink;

use std::sync::Arc;

use latchkey_contract::id::FieldName;
use latchkey_contract::resource::{Field, Kind, Schema};
use leptos::prelude::*;
use serde_json::Value;

pub(super) use self::reference::{Combobox, Search};
use super::kit::spoken;
use crate::components::form::Form;

/// A place that a value is typed into.
#[derive(Clone)]
pub(super) struct Slot {
    /// The form it is part of.
    pub(super) form: Form,
    /// The value's place in the body.
    pub(super) pointer: String,
    /// What it is.
    pub(super) field: Arc<Field>,
    /// What it may be.
    pub(super) schema: Arc<Schema>,
    /// The outermost schema, for what the value's own refers to.
    pub(super) root: Arc<Schema>,
    /// Whether something must stand there.
    pub(super) required: bool,
    /// What stands there at first.
    pub(super) initial: Value,
    /// Takes what stands there from now on; null for nothing.
    pub(super) put: Callback<Value>,
}

impl Slot {
    /// The id of its input.
    fn id(&self) -> String {
        self.form.id_of(&self.pointer)
    }

    /// Its label. Reactive in the language.
    fn label(&self) -> Signal<String> {
        let field = Arc::clone(&self.field);
        Signal::derive(move || spoken(&field.label))
    }

    /// What stands there at first, as text.
    fn text(&self) -> String {
        match &self.initial {
            Value::String(text) => text.clone(),
            Value::Null => String::new(),
            value => value.to_string(),
        }
    }

    /// The schema of a member of the value.
    fn member(&self, name: &str) -> Option<Schema> {
        let member = self.schema.properties.get(&FieldName(name.to_owned()))?;
        self.root.resolve(member).cloned()
    }

    /// What stands in a member at first, as text.
    fn part(&self, name: &str) -> String {
        let part = self.initial.get(name).and_then(Value::as_str);
        part.unwrap_or_default().to_owned()
    }
}

/// Text that was typed, as a value.
fn typed(text: &str) -> Value {
    if text.is_empty() {
        Value::Null
    } else {
        Value::String(text.to_owned())
    }
}

/// The input of a slot.
pub(super) fn input(slot: &Slot) -> AnyView {
    match slot.field.kind {
        Kind::Text => line::text(slot),
        Kind::LongText => line::long_text(slot),
        Kind::Number => line::number(slot),
        Kind::Money => line::money(slot),
        Kind::Date => line::date(slot),
        Kind::Choice => choice::one(slot),
        Kind::Choices => choice::many(slot),
        Kind::Switch => choice::switch(slot),
        Kind::Image => image::image(slot),
        Kind::Address => address::address(slot),
        Kind::Lines => lines::lines(slot),
        Kind::Reference => reference::reference(slot),
        // Never typed into; it stays as it is.
        Kind::Unknown => ().into_any(),
    }
}
