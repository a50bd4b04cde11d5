//! The catalogue: which permissions exist, in which sections, and what each requires.
//!
//! [`CatalogueDocument`] is what travels and may be wrong; [`Catalogue`] has been checked and cannot be.

use std::collections::{BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use crate::fault::{CatalogueError, CatalogueFault};
use crate::grant::Recognised;
use crate::id::{PermissionId, SectionId, is_name};
use crate::set::PermissionSet;
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
    positions: HashMap<PermissionId, usize>,
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
        let entries: Vec<_> = entries(&document).collect();
        let positions: HashMap<_, _> = entries
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
        } else if let Some(circle) = find_cycle(&required) {
            faults.push(CatalogueFault::Cycle(
                circle.into_iter().map(|n| entries[n].id.to_string()).collect(),
            ));
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
        entries(&self.document)
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

fn entries(document: &CatalogueDocument) -> impl Iterator<Item = &PermissionEntry> {
    document.sections.iter().flat_map(|section| &section.permissions)
}

/// Faults of single names: form, uniqueness, labels, owner powers.
fn name_faults(document: &CatalogueDocument) -> Vec<CatalogueFault> {
    let mut faults = Vec::new();
    let is_power = |name: &str| document.owner_powers.iter().any(|power| power == name);

    let mut seen = BTreeSet::new();
    for SectionEntry { id, label, .. } in &document.sections {
        let name = id.to_string();
        if !is_name(id.as_str()) {
            faults.push(CatalogueFault::MalformedSection(name.clone()));
        }
        if !seen.insert(id) {
            faults.push(CatalogueFault::DuplicateSection(name.clone()));
        }
        if is_power(id.as_str()) {
            faults.push(CatalogueFault::OwnerPower(name.clone()));
        }
        if !label.has_english() {
            faults.push(CatalogueFault::MissingLabel(name));
        }
    }

    let mut seen = BTreeSet::new();
    for PermissionEntry { id, label, .. } in entries(document) {
        let name = id.to_string();
        match id.parts() {
            None => faults.push(CatalogueFault::MalformedPermission(name.clone())),
            Some((noun, _)) if is_power(noun) => faults.push(CatalogueFault::OwnerPower(name.clone())),
            Some(_) => {}
        }
        if !seen.insert(id) {
            faults.push(CatalogueFault::DuplicatePermission(name.clone()));
        }
        if !label.has_english() {
            faults.push(CatalogueFault::MissingLabel(name));
        }
    }
    faults
}

/// What can be reached from `start` by `required`, itself included.
fn reachable(start: usize, required: &[Vec<usize>]) -> PermissionSet {
    let mut set = PermissionSet::EMPTY;
    let mut open = vec![start];
    while let Some(n) = open.pop() {
        if !set.contains(n) {
            set.insert(n);
            open.extend(&required[n]);
        }
    }
    set
}

/// A circle in `required`, its first member again at the end, where there is one.
fn find_cycle(required: &[Vec<usize>]) -> Option<Vec<usize>> {
    /// Follows `path` on; `finished` are those from which no circle can be reached.
    fn follow(path: &mut Vec<usize>, finished: &mut [bool], required: &[Vec<usize>]) -> Option<Vec<usize>> {
        let last = *path.last()?;
        for next in &required[last] {
            if let Some(start) = path.iter().position(|n| n == next) {
                let mut circle = path[start..].to_vec();
                circle.push(*next);
                return Some(circle);
            }
            if !finished[*next] {
                path.push(*next);
                let found = follow(path, finished, required);
                if found.is_some() {
                    return found;
                }
                path.pop();
            }
        }
        finished[last] = true;
        None
    }

    let mut finished = vec![false; required.len()];
    (0..required.len()).find_map(|start| follow(&mut vec![start], &mut finished, required))
}
