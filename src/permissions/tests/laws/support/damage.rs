//! Catalogues with faults: a sound document, damaged.

use latchkey_permissions::{Catalogue, CatalogueDocument, CatalogueFault, PermissionEntry};

use super::document;

/// What is wrong with a document.
pub(crate) fn faults(document: CatalogueDocument) -> Vec<CatalogueFault> {
    Catalogue::check(document).map_or_else(|error| error.0, |_| Vec::new())
}

/// The shipped document after `damage`, and what is wrong with it then.
pub(crate) fn after(damage: impl FnOnce(&mut CatalogueDocument)) -> Vec<CatalogueFault> {
    let mut document = document();
    damage(&mut document);
    faults(document)
}

/// One permission of a document.
pub(crate) fn entry<'a>(document: &'a mut CatalogueDocument, id: &str) -> &'a mut PermissionEntry {
    let mut entries = document
        .sections
        .iter_mut()
        .flat_map(|section| &mut section.permissions);
    entries
        .find(|entry| entry.id.as_str() == id)
        .expect("the document has it")
}

/// Has one permission require another.
pub(crate) fn require(document: &mut CatalogueDocument, id: &str, required: &'static str) {
    entry(document, id).requires.push(required.into());
}

/// A circle of these.
pub(crate) fn cycle(ids: &[&str]) -> CatalogueFault {
    CatalogueFault::Cycle(ids.iter().map(|id| (*id).to_owned()).collect())
}
