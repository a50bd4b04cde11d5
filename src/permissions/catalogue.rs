//! The catalogue: which permissions exist, in which sections, and what each requires.
//!
//! [`CatalogueDocument`] is what travels and may be wrong; [`Catalogue`] has been checked and cannot be.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::check::{circles, name_faults, reachable};
use crate::document::{CatalogueDocument, PermissionEntry, SectionEntry};
use crate::fault::{CatalogueError, CatalogueFault};
use crate::grant::Recognised;
use crate::id::PermissionId;
use crate::set::PermissionSet;

/// A checked catalogue.
///
/// INVARIANT: ids are unique and well formed, each requirement is known and none is circular, nothing is named like
/// an owner power, and `closed[n]` holds permission `n` with everything it requires, however indirectly.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "CatalogueDocument")]
pub struct Catalogue {
    document: CatalogueDocument,
    /// Section and place within it, by position.
    places: Vec<(usize, usize)>,
    positions: BTreeMap<PermissionId, usize>,
    /// By position: the permission and all it requires.
    closed: Vec<PermissionSet>,
    /// By position: the permission and all that requires it.
    dependents: Vec<PermissionSet>,
}

impl Catalogue {
    /// Checks a document.
    ///
    /// # Errors
    /// Every fault of the document, each named.
    pub fn check(document: CatalogueDocument) -> Result<Self, CatalogueError> {
        let mut faults = name_faults(&document);
        let entries: Vec<_> = document.entries().collect();
        let positions: BTreeMap<_, _> = entries
            .iter()
            .enumerate()
            .rev()
            .map(|(n, entry)| (entry.id.clone(), n))
            .collect();

        let mut required = Vec::with_capacity(entries.len());
        for entry in &entries {
            let mut direct = Vec::new();
            for wanted in &entry.requires {
                match positions.get(wanted) {
                    Some(position) if direct.contains(position) => {}
                    Some(position) => direct.push(*position),
                    None => faults.push(CatalogueFault::UnknownRequirement {
                        permission: entry.id.to_string(),
                        requires: wanted.to_string(),
                    }),
                }
            }
            required.push(direct);
        }
        // Circles are looked for only where the size, and with it the depth of the search, is bounded.
        if entries.len() > PermissionSet::CAPACITY {
            faults.push(CatalogueFault::TooMany {
                count: entries.len(),
                limit: PermissionSet::CAPACITY,
            });
        } else {
            let named = |circle: Vec<usize>| circle.into_iter().map(|n| entries[n].id.to_string()).collect();
            faults.extend(circles(&required).into_iter().map(named).map(CatalogueFault::Cycle));
        }
        if !faults.is_empty() {
            return Err(CatalogueError(faults));
        }

        let closed: Vec<PermissionSet> = (0..entries.len()).map(|n| reachable(n, &required)).collect();
        let dependents = (0..entries.len())
            .map(|n| (0..entries.len()).filter(|other| closed[*other].contains(n)).collect())
            .collect();
        let places = document
            .sections
            .iter()
            .enumerate()
            .flat_map(|(section, entry)| (0..entry.permissions.len()).map(move |place| (section, place)))
            .collect();
        Ok(Self {
            document,
            places,
            positions,
            closed,
            dependents,
        })
    }

    /// The document it was made from.
    pub fn document(&self) -> &CatalogueDocument {
        &self.document
    }

    /// The sections, in order.
    pub fn sections(&self) -> &[SectionEntry] {
        &self.document.sections
    }

    /// All permissions, in order.
    pub fn permissions(&self) -> impl Iterator<Item = &PermissionEntry> {
        self.document.entries()
    }

    /// One permission.
    pub fn permission(&self, id: &PermissionId) -> Option<&PermissionEntry> {
        let (section, place) = self.places[*self.positions.get(id)?];
        Some(&self.document.sections[section].permissions[place])
    }

    /// The section that a permission belongs to.
    pub fn section_of(&self, id: &PermissionId) -> Option<&SectionEntry> {
        let (section, _) = self.places[*self.positions.get(id)?];
        Some(&self.document.sections[section])
    }

    /// The set of the ids that are known, and the ids that are not: those are ignored, and to be reported.
    pub fn set<I>(&self, ids: I) -> Recognised
    where
        I: IntoIterator,
        I::Item: Into<PermissionId>,
    {
        let mut recognised = Recognised::default();
        for id in ids {
            let id = id.into();
            match self.positions.get(&id) {
                Some(position) => recognised.known.insert(*position),
                None => recognised.unknown.push(id),
            }
        }
        recognised
    }

    /// Every permission there is.
    pub fn everything(&self) -> PermissionSet {
        (0..self.closed.len()).collect()
    }

    /// The permissions that are sensitive.
    pub fn sensitive(&self) -> PermissionSet {
        self.permissions()
            .enumerate()
            .filter(|(_, entry)| entry.sensitive.is_some())
            .map(|(n, _)| n)
            .collect()
    }

    /// The permissions of a set, in the order of the catalogue.
    pub fn entries(&self, set: PermissionSet) -> impl Iterator<Item = &PermissionEntry> {
        self.permissions()
            .enumerate()
            .filter(move |(n, _)| set.contains(*n))
            .map(|(_, entry)| entry)
    }

    /// The ids of a set, in the order of the catalogue.
    pub fn ids(&self, set: PermissionSet) -> Vec<PermissionId> {
        self.entries(set).map(|entry| entry.id.clone()).collect()
    }

    /// The set with everything that its members require, however indirectly.
    #[must_use]
    pub fn with_required(&self, set: PermissionSet) -> PermissionSet {
        set.indices().fold(set, |closed, n| closed | self.closed[n])
    }

    /// The set with everything that requires one of its members, however indirectly.
    #[must_use]
    pub fn with_dependents(&self, set: PermissionSet) -> PermissionSet {
        set.indices().fold(set, |closed, n| closed | self.dependents[n])
    }
}

impl TryFrom<CatalogueDocument> for Catalogue {
    type Error = CatalogueError;

    fn try_from(document: CatalogueDocument) -> Result<Self, CatalogueError> {
        Self::check(document)
    }
}
