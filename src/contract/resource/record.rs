//! Records: an id, a version, and the fields that the resource's schema describes.

use serde::{Deserialize, Serialize};

use crate::id::{RecordId, Version};

/// A record. `F` is a JSON object; which library holds it is the user's choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Record"))]
pub struct Record<F> {
    /// Its id.
    pub id: RecordId,
    /// Its state.
    pub version: Version,
    /// Its fields, as far as the person may see them.
    pub fields: F,
}
