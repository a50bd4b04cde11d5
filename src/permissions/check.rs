//! What is looked for when a catalogue is checked: faulty names, and requirements that lead in a circle.

use std::collections::BTreeSet;

use crate::document::{CatalogueDocument, PermissionEntry, SectionEntry};
use crate::fault::CatalogueFault;
use crate::id::is_name;
use crate::set::PermissionSet;

/// Faults of single names: form, uniqueness, labels, owner powers.
pub(crate) fn name_faults(document: &CatalogueDocument) -> Vec<CatalogueFault> {
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
    for PermissionEntry { id, label, .. } in document.entries() {
        let name = id.to_string();
        if id.parts().is_none() {
            faults.push(CatalogueFault::MalformedPermission(name.clone()));
        }
        // A power may be named as a whole family (`billing`) or as one right (`store.transfer`).
        if is_power(&name) || name.split('.').next().is_some_and(is_power) {
            faults.push(CatalogueFault::OwnerPower(name.clone()));
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
pub(crate) fn reachable(start: usize, required: &[Vec<usize>]) -> PermissionSet {
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

/// Circles in `required`, each with its first member again at the end. There is one for each requirement that leads
/// back to where a search has come from, so that nothing circular is left once all of them are mended.
pub(crate) fn circles(required: &[Vec<usize>]) -> Vec<Vec<usize>> {
    struct Search<'a> {
        required: &'a [Vec<usize>],
        path: Vec<usize>,
        visited: PermissionSet,
        found: Vec<Vec<usize>>,
    }

    impl Search<'_> {
        fn visit(&mut self, n: usize) {
            self.visited.insert(n);
            self.path.push(n);
            for next in &self.required[n] {
                if let Some(start) = self.path.iter().position(|passed| passed == next) {
                    let circle = self.path[start..].iter().chain([next]);
                    self.found.push(circle.copied().collect());
                } else if !self.visited.contains(*next) {
                    self.visit(*next);
                }
            }
            self.path.pop();
        }
    }

    let mut search = Search {
        required,
        path: Vec::new(),
        visited: PermissionSet::EMPTY,
        found: Vec::new(),
    };
    for n in 0..required.len() {
        if !search.visited.contains(n) {
            search.visit(n);
        }
    }
    search.found
}
