//! Commands: what is done to a record as one act, where changing fields would not say what happens.

use latchkey_permissions::{Rule, Text};
use serde::{Deserialize, Serialize};

use super::Record;
use super::field::Field;
use super::schema::Schema;
use crate::id::FieldName;

/// What a command is done to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Target {
    /// One record: `POST /resources/{resource}/{id}/commands/{command}`.
    #[default]
    Record,
    /// The list as a whole: `POST /resources/{resource}/commands/{command}`.
    List,
}

/// When a record lets a command be done. All the backend decides by is its own; this is so that nobody is offered what
/// would be refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Condition {
    /// A field with one choice, a switch (`true`, `false`), or a text.
    pub field: FieldName,
    /// It has one of these values.
    pub is: Vec<String>,
}

/// A command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Command {
    /// Its id, in the path.
    pub id: String,
    /// The button: "Refund".
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Text"))]
    pub label: Text,
    /// Who may.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Rule"))]
    pub rule: Rule,
    /// What it is done to.
    #[serde(default)]
    pub target: Target,
    /// All of these hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub when: Vec<Condition>,
    /// What is asked for first; the body is an object of these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Field>,
    /// What the input must be (JSON Schema 2020-12, an object).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<Schema>,
    /// Whether it is about money or personal data, or cannot be undone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sensitive: bool,
    /// Whether it only shows something and changes nothing: it is done at once, and nothing is noted of it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reads: bool,
    /// What is asked before it is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::Text>"))]
    pub confirm: Option<Text>,
    /// What is said when it is done: "Marked as paid".
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Text"))]
    pub done: Text,
}

/// The answer to a command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "CommandDone"))]
#[serde(rename_all = "camelCase")]
pub struct Done<F> {
    /// The record as it is now, or the one that the command made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<Record<F>>,
    /// Something that is shown this once: the code of a gift card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reveal: Option<String>,
    /// A letter as it will look, to be read. Nothing of it is secret, and it can be asked for again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preview: Option<Preview>,
}

/// A letter as it will look where mail programs show text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "LetterPreview"))]
#[serde(rename_all = "camelCase")]
pub struct Preview {
    /// The subject.
    pub subject: String,
    /// What mail programs show beside the subject, where there is anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ahead: Option<String>,
    /// What it says, with its line breaks.
    pub text: String,
}
