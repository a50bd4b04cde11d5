//! A catalogue as it travels: what a backend publishes, which may be wrong. [`Catalogue`](crate::Catalogue) is the
//! same once it has been checked.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::id::{PermissionId, SectionId};
use crate::text::Text;

/// Why a permission is sensitive: saving it asks for confirmation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sensitivity {
    /// It moves money.
    Money,
    /// It shows or hands out personal data.
    PersonalData,
    /// What it does is hard to undo.
    HardToUndo,
}

/// One permission as it is published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PermissionEntry {
    /// `noun.verb`.
    pub id: PermissionId,
    /// What the form calls it.
    pub label: Text,
    /// What it lets a person do.
    #[serde(default)]
    pub description: Text,
    /// What a person must hold as well.
    #[serde(default)]
    pub requires: Vec<PermissionId>,
    /// Why it is sensitive, where it is.
    #[serde(default)]
    pub sensitive: Option<Sensitivity>,
}

/// One section as it is published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionEntry {
    /// A lower-case name.
    pub id: SectionId,
    /// What the form calls it.
    pub label: Text,
    /// What lies behind it.
    #[serde(default)]
    pub description: Text,
    /// Its permissions, in the order of the form.
    pub permissions: Vec<PermissionEntry>,
}

/// A catalogue as it is published by a backend. Not yet checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CatalogueDocument {
    /// Changes whenever anything else in it does.
    pub version: String,
    /// The sections, in the order of the form.
    pub sections: Vec<SectionEntry>,
    /// Names of what only the owner may do, and what therefore cannot be granted.
    pub owner_powers: Vec<String>,
}

impl CatalogueDocument {
    /// The languages that any of its texts is in.
    pub fn languages(&self) -> BTreeSet<String> {
        let of_permission = |entry: &PermissionEntry| [entry.label.clone(), entry.description.clone()];
        let of_section = |section: &SectionEntry| {
            let own = [section.label.clone(), section.description.clone()].into_iter();
            own.chain(section.permissions.iter().flat_map(of_permission))
                .collect::<Vec<_>>()
        };
        let texts = self.sections.iter().flat_map(of_section);
        texts.flat_map(|text| text.0.into_keys()).collect()
    }

    /// The same with each text [`narrowed`](Text::narrowed) to a language.
    #[must_use]
    pub fn narrowed(&self, language: &str) -> Self {
        let mut document = self.clone();
        let narrow = |text: &mut Text| *text = text.narrowed(language);
        for section in &mut document.sections {
            narrow(&mut section.label);
            narrow(&mut section.description);
            for entry in &mut section.permissions {
                narrow(&mut entry.label);
                narrow(&mut entry.description);
            }
        }
        document
    }

    /// All permissions, in order.
    pub(crate) fn entries(&self) -> impl Iterator<Item = &PermissionEntry> {
        self.sections.iter().flat_map(|section| &section.permissions)
    }
}
