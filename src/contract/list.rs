//! Lists: one page of many records, and how to ask for the next.

use serde::{Deserialize, Serialize};

/// What `?sort=` of `GET /staff` may be; `-` before it turns the order round. By name where nothing is said.
pub const STAFF_SORTS: [&str; 4] = ["name", "email", "status", "lastSeen"];

/// One page of a list; what every list answers, however short it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "{T}Page"))]
pub struct Page<T> {
    /// The records, in the order that was asked for.
    pub items: Vec<T>,
    /// The cursor of the next page, where there is one. Opaque.
    pub next: Option<String>,
    /// How many records there are on all pages.
    pub total: u64,
}
