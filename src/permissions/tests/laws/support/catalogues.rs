//! Catalogues: the shipped one, and random ones of every shape up to the largest.

use std::collections::BTreeMap;

use latchkey_permissions::{Catalogue, CatalogueDocument, PRESET_CATALOGUE, PermissionEntry, SectionEntry, Text};
use proptest::collection::vec;
use proptest::prelude::*;

/// The shipped catalogue.
pub(crate) fn preset() -> Catalogue {
    serde_json::from_str(PRESET_CATALOGUE).expect("the shipped catalogue is sound")
}

/// The shipped catalogue's document, to be damaged.
pub(crate) fn document() -> CatalogueDocument {
    preset().document().clone()
}

/// A text that has English and nothing else.
fn english(words: &str) -> Text {
    Text(BTreeMap::from([("en".into(), words.into())]))
}

/// One permission of a random catalogue.
#[derive(Clone, Debug)]
struct Sketch {
    section: usize,
    /// Only permissions of a lower rank may be required, so that there is never a circle. It is independent of the
    /// order in the document, so that requirements lead forwards as well as backwards.
    rank: u8,
    wishes: Vec<prop::sample::Index>,
}

fn sketch() -> impl Strategy<Value = Sketch> {
    let wishes = vec(any::<prop::sample::Index>(), 0..4);
    (0..7_usize, any::<u8>(), wishes).prop_map(|(section, rank, wishes)| Sketch { section, rank, wishes })
}

fn drawn(sketches: &[Sketch]) -> CatalogueDocument {
    let id = |n: usize| format!("noun-{n}.verb").into();
    let entry = |n: usize| {
        let lower = |wish: &prop::sample::Index| {
            let other = wish.index(sketches.len());
            (sketches[other].rank < sketches[n].rank).then(|| id(other))
        };
        PermissionEntry {
            id: id(n),
            label: english(&format!("Permission {n}")),
            description: Text::default(),
            requires: sketches[n].wishes.iter().filter_map(lower).collect(),
            sensitive: None,
        }
    };
    let section = |section: usize| SectionEntry {
        id: format!("section-{section}").into(),
        label: english(&format!("Section {section}")),
        description: Text::default(),
        permissions: (0..sketches.len())
            .filter(|n| sketches[*n].section == section)
            .map(entry)
            .collect(),
    };
    CatalogueDocument {
        version: "random".into(),
        sections: (0..7).map(section).collect(),
        owner_powers: vec!["staff".into()],
    }
}

/// A document without a fault: mostly small, sometimes as large as a catalogue can be. A section can be empty.
pub(crate) fn random_document() -> impl Strategy<Value = CatalogueDocument> {
    let sketches = prop_oneof![
        6 => vec(sketch(), 0..12),
        2 => vec(sketch(), 60..70),
        1 => vec(sketch(), 256),
    ];
    sketches.prop_map(|sketches| drawn(&sketches))
}

/// The shipped catalogue or a random one.
pub(crate) fn catalogue() -> impl Strategy<Value = Catalogue> {
    let random = random_document().prop_map(|document| Catalogue::check(document).expect("drawn without a fault"));
    prop_oneof![1 => Just(preset()), 3 => random]
}
