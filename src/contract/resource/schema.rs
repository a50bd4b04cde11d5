//! The part of JSON Schema (2020-12) that both sides act by: the backend holds every record against it, and the app
//! turns the same keywords into the constraints of the browser's own form fields. A keyword that is not here is for
//! the backend alone.

use std::collections::BTreeMap;

use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer, Serialize};

use crate::id::FieldName;

/// The type of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum JsonType {
    /// An object.
    Object,
    /// A list.
    Array,
    /// A text.
    String,
    /// A number.
    Number,
    /// A whole number.
    Integer,
    /// Yes or no.
    Boolean,
}

/// The form of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// A day.
    Date,
    /// A moment.
    DateTime,
    /// An e-mail address.
    Email,
    /// A web address.
    Uri,
    /// A form that this version does not know.
    #[serde(other)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    Unknown,
}

/// A value that a new record begins with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Preset {
    /// Yes or no.
    Switch(bool),
    /// A whole number.
    Number(i64),
    /// A text.
    Text(String),
}

/// Reads a preset; one of another form is for the backend alone.
fn simple<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Preset>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Any {
        Simple(Preset),
        Other(IgnoredAny),
    }
    Ok(match Any::deserialize(deserializer)? {
        Any::Simple(preset) => Some(preset),
        Any::Other(IgnoredAny) => None,
    })
}

/// What a value must be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "RecordSchema"))]
#[serde(rename_all = "camelCase")]
pub struct Schema {
    /// The value's type.
    #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<JsonType>,
    /// An object's members.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub properties: BTreeMap<FieldName, Schema>,
    /// The members that an object must have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub required: Vec<FieldName>,
    /// `false` where an object has no members but those named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub additional_properties: Option<bool>,
    /// A list's items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub items: Option<Box<Schema>>,
    /// The fewest items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_items: Option<u32>,
    /// The most items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_items: Option<u32>,
    /// The fewest characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_length: Option<u32>,
    /// The most characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_length: Option<u32>,
    /// A regular expression that the text matches; written with `^` and `$`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    /// The text's form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<Format>,
    /// The only values there are.
    #[serde(default, rename = "enum", skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<String>,
    /// The smallest number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum: Option<i64>,
    /// The largest number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum: Option<i64>,
    /// What a new record has there, where nothing is said.
    #[serde(default, deserialize_with = "simple", skip_serializing_if = "Option::is_none")]
    pub default: Option<Preset>,
    /// Never sent by a client.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub read_only: bool,
    /// Never sent by the backend.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub write_only: bool,
    /// Another schema, by `#/$defs/` and its name among the outermost schema's [`definitions`](Self::definitions).
    #[serde(default, rename = "$ref", skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Schemas that are referred to.
    #[serde(default, rename = "$defs", skip_serializing_if = "BTreeMap::is_empty")]
    pub definitions: BTreeMap<String, Schema>,
}

impl Schema {
    /// The schema of a member, looked up where it is only referred to. To be asked of the outermost schema.
    pub fn member(&self, name: &FieldName) -> Option<&Self> {
        self.properties.get(name).and_then(|member| self.resolve(member))
    }

    /// The schema itself, or the one it refers to among the definitions of this one.
    pub fn resolve<'a>(&'a self, schema: &'a Self) -> Option<&'a Self> {
        match &schema.reference {
            None => Some(schema),
            Some(reference) => self.definitions.get(reference.strip_prefix("#/$defs/")?),
        }
    }

    /// Whether a member is never sent by a client. It may be said beside a reference or where that leads.
    pub fn is_read_only(&self, of: &Self, name: &FieldName) -> bool {
        let member = of.properties.get(name);
        member.is_some_and(|member| member.read_only || self.resolve(member).is_some_and(|schema| schema.read_only))
    }

    /// Whether a member must be there.
    pub fn needs(&self, name: &FieldName) -> bool {
        self.required.contains(name)
    }
}
