//! Requirements that lead in a circle are found, named and all of them told.

use std::collections::BTreeSet;

use latchkey_permissions::{CatalogueDocument, CatalogueFault, PermissionEntry};
use proptest::prelude::*;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::support::damage::{after, cycle, entry, faults, require};
use crate::support::{config, random_document};

#[test]
fn requirements_that_lead_in_a_circle() {
    let itself = after(|document| require(document, "orders.view", "orders.view"));
    assert_eq!(itself, [cycle(&["orders.view", "orders.view"])]);

    // `orders.manage` requires `orders.view` already.
    let pair = after(|document| require(document, "orders.view", "orders.manage"));
    assert_eq!(pair, [cycle(&["orders.view", "orders.manage", "orders.view"])]);

    let far = after(|document| {
        require(document, "orders.view", "stock.manage");
        require(document, "products.view", "carts.manage");
        require(document, "carts.view", "orders.manage");
    });
    let way = [
        "orders.view",
        "stock.manage",
        "products.view",
        "carts.manage",
        "carts.view",
        "orders.manage",
        "orders.view",
    ];
    assert_eq!(far, [cycle(&way)]);
}

#[test]
fn every_circle_is_named() {
    let two = after(|document| {
        require(document, "orders.view", "orders.manage");
        require(document, "products.view", "stock.manage");
    });
    let expected = [
        cycle(&["orders.view", "orders.manage", "orders.view"]),
        cycle(&["products.view", "stock.manage", "products.view"]),
    ];
    assert_eq!(two, expected);
}

/// Writing a requirement twice is no circle and no fault.
#[test]
fn a_requirement_written_twice_is_one() {
    assert_eq!(after(|document| require(document, "orders.manage", "orders.view")), []);
    // One circle is told once, whichever of its requirements is written twice.
    for twice in [["orders.view", "orders.manage"], ["orders.manage", "orders.view"]] {
        let circle = after(|document| {
            require(document, "orders.view", "orders.manage");
            require(document, twice[0], twice[1]);
        });
        assert_eq!(circle, [cycle(&["orders.view", "orders.manage", "orders.view"])]);
    }
}

/// Requirements at random, circles and all, between the permissions of a random document.
fn tangled_document() -> impl Strategy<Value = CatalogueDocument> {
    let knots = prop::collection::vec(any::<[prop::sample::Index; 2]>(), 0..8);
    (random_document(), knots).prop_map(|(mut document, knots)| {
        let ids: Vec<_> = document
            .sections
            .iter()
            .flat_map(|section| &section.permissions)
            .map(|entry| entry.id.clone())
            .collect();
        let mut entries: Vec<_> = document
            .sections
            .iter_mut()
            .flat_map(|section| &mut section.permissions)
            .collect();
        for [from, to] in knots {
            if !ids.is_empty() {
                entries[from.index(ids.len())]
                    .requires
                    .push(ids[to.index(ids.len())].clone());
            }
        }
        document
    })
}

/// Whether anything is left when permissions whose requirements are all gone are taken away, again and again.
fn has_circle(document: &CatalogueDocument) -> bool {
    let mut left: Vec<&PermissionEntry> = document
        .sections
        .iter()
        .flat_map(|section| &section.permissions)
        .collect();
    loop {
        let ids: BTreeSet<_> = left.iter().map(|entry| entry.id.clone()).collect();
        let before = left.len();
        left.retain(|entry| entry.requires.iter().any(|required| ids.contains(required)));
        if left.len() == before {
            return !left.is_empty();
        }
    }
}

fn requires(document: &CatalogueDocument, permission: &str, other: &str) -> bool {
    let mut entries = document.sections.iter().flat_map(|section| &section.permissions);
    let found = entries.find(|entry| entry.id.as_str() == permission);
    found.is_some_and(|entry| entry.requires.iter().any(|required| required.as_str() == other))
}

proptest! {
    #![proptest_config(config())]

    /// A catalogue is refused exactly where there is a circle; each that is named is there; and with the last
    /// requirement of each taken back, none is left.
    #[test]
    fn circles_are_found_named_and_complete(document in tangled_document()) {
        let found = faults(document.clone());
        prop_assert_eq!(!found.is_empty(), has_circle(&document));
        let mut mended = document.clone();
        for fault in found {
            let CatalogueFault::Cycle(ids) = fault else {
                return Err(TestCaseError::fail(format!("not a circle: {fault}")));
            };
            prop_assert!(ids.len() > 1);
            prop_assert_eq!(ids.first(), ids.last());
            for step in ids.windows(2) {
                prop_assert!(requires(&document, &step[0], &step[1]), "{} does not require {}", step[0], step[1]);
            }
            let (from, to) = (&ids[ids.len() - 2], &ids[0]);
            entry(&mut mended, from).requires.retain(|required| required.as_str() != to);
        }
        prop_assert_eq!(faults(mended), []);
    }
}
