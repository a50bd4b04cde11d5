//! Fields: what each is called, how it is shown and typed in, and who may see and change it.

use latchkey_permissions::{Rule, Text};
use serde::{Deserialize, Serialize};

use crate::id::{FieldName, ResourceId};

/// How a value is shown and typed in. The value's form is the schema's affair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// A line of text; with the schema's `format` an e-mail address or a web address. `writeOnly`: a secret.
    Text,
    /// Text of many lines.
    LongText,
    /// A number.
    Number,
    /// `{amount, currency}`.
    Money,
    /// A day, `2026-11-27`, or with the schema's `format: date-time` a moment.
    Date,
    /// One of the field's choices.
    Choice,
    /// Yes or no.
    Switch,
    /// Any of the field's choices: a list of them.
    Choices,
    /// A picture: `{src, alt}`, where `src` is a path below the API's base or a `data:` address.
    Image,
    /// `{name, street, postcode, city, region, country}`.
    Address,
    /// Rows, each an object of the fields in `of`.
    Lines,
    /// A record of another resource, by its id. A record brings `{id, name}`; a client sends the id.
    Reference,
    /// A kind that this version does not know: shown as it is, never changed.
    #[serde(other)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    Unknown,
}

/// What a choice says about the record that has it; shown by shape and word, never by colour alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Tone {
    /// Nothing in particular.
    #[default]
    Neutral,
    /// All is well.
    Good,
    /// Something is to be done.
    Attention,
    /// Something is wrong or over.
    Bad,
    /// A tone that this version does not know.
    #[serde(other)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    Unknown,
}

/// One of the values that a field may have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Choice {
    /// The value as it travels.
    pub value: String,
    /// What it is called.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Text"))]
    pub label: Text,
    /// What it says about the record.
    #[serde(default, skip_serializing_if = "is_neutral")]
    pub tone: Tone,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_neutral(tone: &Tone) -> bool {
    *tone == Tone::Neutral
}

/// A field of a record, of a command's input, or of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Field {
    /// Its name in the record and in the schema.
    pub name: FieldName,
    /// How it is shown.
    pub kind: Kind,
    /// What it is called.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Text"))]
    pub label: Text,
    /// A hint below it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::Text>"))]
    pub help: Option<Text>,
    /// Who may see it, where not everybody who sees the record; whoever may not is told neither value nor field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::Rule>"))]
    pub view: Option<Rule>,
    /// Who may change it, where not everybody who may change the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::Rule>"))]
    pub edit: Option<Rule>,
    /// What it may be, for `choice` and `choices`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    /// The fields of a row, for `lines`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub of: Vec<Field>,
    /// Whose record it is, for `reference`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resource: Option<ResourceId>,
    /// A text that is there to be copied: where it is shown to be read, a button beside it copies it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub copy: bool,
    /// Shown with the record, but not while a new one is made.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub later: bool,
    /// Whether it tells something of a customer: of a resource with such a field no values are kept of what happened.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub personal: bool,
}

/// A group of fields in the form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Block {
    /// Its heading.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Text"))]
    pub label: Text,
    /// A sentence below it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::Text>"))]
    pub help: Option<Text>,
    /// Who may change its fields, where they have no rule of their own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::Rule>"))]
    pub edit: Option<Rule>,
    /// The fields.
    pub fields: Vec<FieldName>,
}
