//! Whatever is damaged in a descriptor: reading it ends, and what cannot be served is said in a sentence.

#[path = "../../../tests/damage/document.rs"]
mod document;
#[path = "../../../tests/damage/text.rs"]
mod text;

use latchkey_permissions::{Catalogue, PRESET_CATALOGUE};
use proptest::prelude::*;
use serde_json::Value;

use super::builtin;
use super::check::{self, Strictness};
use super::definition::Definition;
use document::altered;
use text::{damaged, hold};

const TIMES: u32 = 20;

/// Reads a descriptor as one from a folder.
fn holds(text: String, catalogue: &Catalogue) -> Result<(), TestCaseError> {
    if let Err(faults) = check::model(&Definition::new(text), catalogue, Strictness::Theirs) {
        prop_assert!(!faults.is_empty());
        for fault in faults {
            prop_assert!(fault.len() > 10, "{fault:?}");
        }
    }
    Ok(())
}

#[test]
fn a_descriptor() {
    let catalogue: Catalogue = serde_json::from_str(PRESET_CATALOGUE).expect("the catalogue is read");
    for definition in builtin() {
        let descriptor = definition.descriptor.into_owned();
        hold(TIMES, &damaged(&descriptor), |text| holds(text, &catalogue));
        let document: Value = serde_json::from_str(&descriptor).expect("a descriptor is JSON");
        hold(TIMES, &altered(&document), |document| {
            holds(document.to_string(), &catalogue)
        });
    }
}
