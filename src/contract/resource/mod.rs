//! What lies behind the menus, described by the backend: a kind of record, its fields, its rules, and its commands.
//!
//! The app draws list, form and buttons from a [`Resource`], so a backend adds a section of its own without a new build
//! of the app. Rules are the permission module's; the same values guard the calls in the backend.
//!
//! A record is `{id, version, fields}`; `fields` is what [`Resource::schema`] describes. A merge patch and a creation
//! send the fields alone.

mod command;
mod field;
mod record;
mod schema;

pub use command::{Command, Condition, Done, Preview, Target};
pub use field::{Block, Choice, Field, Kind, Tone};
pub use record::Record;
pub use schema::{Format, JsonType, Preset, Schema};

use latchkey_permissions::{Rule, SectionId, Text};
use serde::{Deserialize, Serialize};

use crate::id::{FieldName, ResourceId};

/// Who may do what with the records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Rules {
    /// See the list and the records. Without it nobody hears that there is such a thing.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Rule"))]
    pub view: Rule,
    /// Make a new one; where it is absent, nobody makes one by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::Rule>"))]
    pub create: Option<Rule>,
    /// Change fields that have no rule of their own; where it is absent, only such fields can be changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::Rule>"))]
    pub edit: Option<Rule>,
    /// Take one away; it can be undone for a while.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::Rule>"))]
    pub delete: Option<Rule>,
    /// Have the whole list as a file (`GET /resources/{resource}/export.csv`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::Rule>"))]
    pub export: Option<Rule>,
}

/// Whether there are many records or the one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Shape {
    /// A list of records.
    #[default]
    Many,
    /// One record, whose id is the resource's own; a page of settings, for example.
    One,
    /// A list of records that lie in one another; each names the one it lies in with its field `parent`, and its
    /// place among its like with its field `position`.
    Tree,
}

/// The words a resource brings along, where the app has none that would do for every kind of record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Words {
    /// The menu's entry and the page's heading: "Products".
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Text"))]
    pub title: Text,
    /// One or two sentences on what it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::Text>"))]
    pub about: Option<Text>,
    /// The button and heading of making a new one: "Add product". Needed where [`Rules::create`] is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::Text>"))]
    pub create: Option<Text>,
    /// What an empty list says: "No products yet".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::Text>"))]
    pub empty: Option<Text>,
}

/// A list of another resource's records that belong to this one: a customer's orders.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Related {
    /// Of which resource.
    pub resource: ResourceId,
    /// Its filter that takes this record's id.
    pub filter: FieldName,
    /// The heading.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Text"))]
    pub label: Text,
}

/// A kind of record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Resource {
    /// Its id, in paths of the API.
    pub id: ResourceId,
    /// The section of the catalogue in whose group of the menu it stands.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::SectionId"))]
    pub section: SectionId,
    /// Its path in the app; a record is at `{path}/{id}`, a new one at `{path}/new`.
    pub path: String,
    /// Many or one.
    #[serde(default)]
    pub shape: Shape,
    /// What it is called.
    pub words: Words,
    /// Who may do what.
    pub rules: Rules,
    /// The field by which a record is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<FieldName>,
    /// The columns of the list, the most telling first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<FieldName>,
    /// Fields that the list can be narrowed by, as parameters of the query: a choice, choices, a switch or a reference
    /// by a value (several with a comma between them, any of which will do); a date, money or a number by `from..to`,
    /// either end of which may be missing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<FieldName>,
    /// Fields that the list can be sorted by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sorts: Vec<FieldName>,
    /// The order where nothing is said; with `-` the other way round.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<String>,
    /// Whether the list can be searched with `q`.
    #[serde(default)]
    pub search: bool,
    /// The fields, in the order of the form.
    pub fields: Vec<Field>,
    /// How the form is cut. A field in no block stands in a first one without a heading.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blocks: Vec<Block>,
    /// What a record must be (JSON Schema 2020-12, an object). Names with a `readOnly` schema are never sent by a
    /// client, those with `writeOnly` never by the backend.
    pub schema: Schema,
    /// What can be done with it beyond changing fields.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub commands: Vec<Command>,
    /// What else belongs to a record.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Related>,
}

/// As much of a resource as the menu needs: the answer with `brief=true`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ResourceBrief {
    /// Its id.
    pub id: ResourceId,
    /// In which group of the menu it stands.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::SectionId"))]
    pub section: SectionId,
    /// Its path in the app.
    pub path: String,
    /// The menu's entry.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Text"))]
    pub title: Text,
    /// Who may open it.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Rule"))]
    pub view: Rule,
}

impl ResourceBrief {
    /// The same with its title [`narrowed`](Text::narrowed) to a language.
    #[must_use]
    pub fn narrowed(self, language: &str) -> Self {
        Self {
            title: self.title.narrowed(language),
            ..self
        }
    }
}

impl Resource {
    /// The field of this name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name.as_str() == name)
    }

    /// The command of this id.
    pub fn command(&self, id: &str) -> Option<&Command> {
        self.commands.iter().find(|command| command.id == id)
    }

    /// The rule for changing a field: its own, else its block's, else the resource's. None where nobody may.
    pub fn edit_rule<'a>(&'a self, field: &'a Field) -> Option<&'a Rule> {
        let block = self.blocks.iter().find(|block| block.fields.contains(&field.name));
        field
            .edit
            .as_ref()
            .or_else(|| block.and_then(|block| block.edit.as_ref()))
            .or(self.rules.edit.as_ref())
    }

    /// As much of it as the menu needs.
    #[must_use]
    pub fn brief(&self) -> ResourceBrief {
        ResourceBrief {
            id: self.id.clone(),
            section: self.section.clone(),
            path: self.path.clone(),
            title: self.words.title.clone(),
            view: self.rules.view.clone(),
        }
    }
}
