//! The seven checkboxes: each section follows from the set, and the set from the sections.

use latchkey_permissions::{Catalogue, Extent, PermissionSet, SectionId};
use proptest::prelude::*;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::support::{config, id_set, preset, subset, with_catalogue};

fn section_ids(catalogue: &Catalogue) -> Vec<SectionId> {
    catalogue.sections().iter().map(|section| section.id.clone()).collect()
}

#[test]
fn every_combination_of_the_seven_checkboxes_holds_those_sections_and_no_other() {
    let catalogue = preset();
    let sections = section_ids(&catalogue);
    assert_eq!(sections.len(), 7);
    for combination in 0..1_u32 << 7 {
        let chosen = |n: usize| combination & (1 << n) != 0;
        let wanted = (0..7).filter(|n| chosen(*n));
        let ticked = wanted.fold(PermissionSet::EMPTY, |set, n| {
            let ticked = catalogue.tick(set, catalogue.section_set(&sections[n]));
            // No section of the shipped catalogue needs another one.
            assert!(ticked.also.is_empty(), "{} ticks more", sections[n]);
            ticked.set
        });
        let unticked = (0..7).filter(|n| !chosen(*n)).fold(catalogue.everything(), |set, n| {
            catalogue.untick(set, catalogue.section_set(&sections[n])).set
        });
        assert_eq!(ticked, unticked, "ticking and unticking meet");
        for (n, section) in sections.iter().enumerate() {
            let expected = if chosen(n) { Extent::Everything } else { Extent::Nothing };
            assert_eq!(
                catalogue.extent(section, ticked),
                expected,
                "{section} in {combination:07b}"
            );
        }
    }
}

#[test]
fn a_section_that_does_not_exist_is_never_ticked() {
    let catalogue = preset();
    let nowhere = SectionId::from("nowhere");
    assert!(catalogue.section_set(&nowhere).is_empty());
    assert_eq!(catalogue.extent(&nowhere, catalogue.everything()), Extent::Nothing);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn sections_divide_the_catalogue((catalogue, ()) in with_catalogue(|_| Just(()))) {
        let mut rest = catalogue.everything();
        for section in catalogue.sections() {
            let set = catalogue.section_set(&section.id);
            prop_assert!(rest.contains_all(set));
            rest = rest - set;
            let expected = section.permissions.iter().map(|entry| entry.id.clone()).collect();
            prop_assert_eq!(id_set(&catalogue, set), expected);
        }
        prop_assert!(rest.is_empty());
    }

    #[test]
    fn the_mixed_state_counts_what_is_held((catalogue, set) in with_catalogue(subset)) {
        let held_ids = id_set(&catalogue, set);
        for section in catalogue.sections() {
            let of = section.permissions.len();
            let held = section.permissions.iter().filter(|entry| held_ids.contains(&entry.id)).count();
            let expected = match held {
                0 => Extent::Nothing,
                _ if held == of => Extent::Everything,
                _ => Extent::Part { held, of },
            };
            prop_assert_eq!(catalogue.extent(&section.id, set), expected);
        }
    }
}
