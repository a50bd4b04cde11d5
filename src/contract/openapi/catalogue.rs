//! The schema of the permission catalogue as a backend publishes it.
//!
//! The types of the permission module have none, so their forms are written here a second time, for the derive to
//! read; a test holds the shipped catalogue against them.

use schemars::JsonSchema;

use super::foreign;

/// The permission catalogue: what the owner can grant, section by section.
#[derive(JsonSchema)]
#[serde(rename_all = "camelCase")]
#[expect(dead_code, reason = "read by the derive alone")]
pub(super) struct Catalogue {
    /// Changes whenever anything else in it does; the `ETag`.
    version: String,
    /// The sections, in the order of the form.
    sections: Vec<Section>,
    /// Names of what only the owner may do, and what therefore cannot be granted.
    owner_powers: Vec<String>,
}

/// One checkbox of the form.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "read by the derive alone")]
pub(super) struct Section {
    /// Its id.
    id: foreign::SectionId,
    /// What the form calls it.
    label: foreign::Text,
    /// What lies behind it.
    #[schemars(default, skip_serializing_if = "Option::is_none")]
    description: Option<foreign::Text>,
    /// Its permissions, in the order of the form.
    permissions: Vec<Permission>,
}

/// A right that can be granted.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "read by the derive alone")]
pub(super) struct Permission {
    /// Its id.
    id: foreign::PermissionId,
    /// What the form calls it.
    label: foreign::Text,
    /// What it lets a person do.
    #[schemars(default, skip_serializing_if = "Option::is_none")]
    description: Option<foreign::Text>,
    /// What a person must hold as well.
    #[schemars(default, skip_serializing_if = "Vec::is_empty")]
    requires: Vec<foreign::PermissionId>,
    /// Why it is sensitive, where it is: saving it asks for confirmation.
    #[schemars(default, skip_serializing_if = "Option::is_none")]
    sensitive: Option<Sensitivity>,
}

/// Why a permission is sensitive.
#[derive(JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[expect(dead_code, reason = "read by the derive alone")]
pub(super) enum Sensitivity {
    /// It moves money.
    Money,
    /// It shows or hands out personal data.
    PersonalData,
    /// What it does is hard to undo.
    HardToUndo,
}
