//! The first page: what waits to be done, as far as the person may know of it.

use latchkey_permissions::{SectionId, Text};
use serde::{Deserialize, Serialize};

use crate::periods::Turn;
use crate::report::{Figure, Report, Unit};
use crate::resource::Tone;

/// One fact: "To ship: 12".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Fact {
    /// In which section's card it stands.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::SectionId"))]
    pub section: SectionId,
    /// What is counted.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Text"))]
    pub label: Text,
    /// What the figure counts.
    pub unit: Unit,
    /// The figure.
    pub figure: Figure,
    /// Where in the app one sees more of it, with the query of the list.
    pub path: String,
    /// Whether something is to be done about it.
    #[serde(default)]
    pub tone: Tone,
}

/// The first page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Overview {
    /// The facts, in the order of their sections.
    pub facts: Vec<Fact>,
    /// Sales of the last thirty days, for whoever may see reports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sales: Option<Report>,
    /// What changes by itself within a week of what the person may do, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub turns: Vec<Turn>,
}
