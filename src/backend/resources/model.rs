//! A resource that has been read, checked and made ready: what everything else here works with.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::AtomicI64;

use jsonschema::Validator;
use latchkey_contract::id::FieldName;
use latchkey_contract::resource::{Field, Resource, Schema};
use latchkey_permissions::{Access, Catalogue, Rule};
use serde_json::Value;

use super::Fields;
use super::behaviour::Behaviour;
use super::table::Table;

/// A resource, ready. Made by [`super::check::model`] alone, so that each has been checked.
pub(crate) struct Model {
    /// What is published of it.
    pub(crate) resource: Resource,
    /// What a client sends: the schema, where nothing that is read-only is needed.
    pub(super) sent: Validator,
    /// What is kept: the schema itself.
    pub(super) kept: Validator,
    /// What the input of each command must be.
    pub(super) inputs: BTreeMap<String, Validator>,
    /// What a new record has where nothing is said: each member's `default` in the schema.
    pub(super) defaults: Fields,
    /// The one record's first fields.
    pub(super) first: Option<Fields>,
    /// The records that are always there: their ids, and the fields that each has at first.
    pub(super) held: Vec<(String, Fields)>,
    pub(crate) table: Table,
    /// The day, since 1970, for which it was settled last.
    pub(super) settled: AtomicI64,
    pub(crate) behaviour: Arc<dyn Behaviour>,
}

impl Model {
    /// Its id.
    pub(crate) fn id(&self) -> &str {
        self.resource.id.as_str()
    }

    /// The fields that this person may see.
    pub(crate) fn visible<'a>(
        &'a self,
        access: &'a Access,
        catalogue: &'a Catalogue,
    ) -> impl Iterator<Item = &'a Field> {
        self.resource
            .fields
            .iter()
            .filter(|field| sees(field, access, catalogue))
    }

    /// The schema of a field.
    pub(crate) fn schema(&self, name: &FieldName) -> Option<&Schema> {
        self.resource.schema.properties.get(name)
    }

    /// Whether a field is set by the backend alone.
    pub(crate) fn is_read_only(&self, name: &FieldName) -> bool {
        self.schema(name).is_some_and(|schema| schema.read_only)
    }

    /// Whether a field is a secret.
    pub(crate) fn is_write_only(&self, name: &FieldName) -> bool {
        self.schema(name).is_some_and(|schema| schema.write_only)
    }

    /// The rules by which any field can be changed, those of the record as a whole first.
    pub(crate) fn edit_rules(&self) -> impl Iterator<Item = &Rule> {
        let fields = self.resource.fields.iter();
        let changeable = fields.filter(|field| !self.is_read_only(&field.name));
        self.resource
            .rules
            .edit
            .iter()
            .chain(changeable.filter_map(|field| self.resource.edit_rule(field)))
    }

    /// What a record is called.
    pub(crate) fn name_of(&self, fields: &Fields) -> String {
        let value = self.resource.name.as_ref().and_then(|name| fields.get(name.as_str()));
        match value {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Number(number)) => number.to_string(),
            _ => String::new(),
        }
    }
}

/// Whether a rule lets a person through.
pub(crate) fn allows(rule: &Rule, access: &Access, catalogue: &Catalogue) -> bool {
    rule.compile(catalogue).decide(access).is_allowed()
}

/// Whether a person may see a field.
pub(crate) fn sees(field: &Field, access: &Access, catalogue: &Catalogue) -> bool {
    field.view.as_ref().is_none_or(|rule| allows(rule, access, catalogue))
}
