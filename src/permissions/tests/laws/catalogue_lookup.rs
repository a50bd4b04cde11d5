//! A checked catalogue answers for what its document says, in the document's order.

use latchkey_permissions::{Catalogue, CatalogueDocument, PermissionId};
use proptest::prelude::*;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::support::{config, preset, random_document, subset, unknown_id, with_catalogue};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn each_permission_is_found_with_its_section((catalogue, ()) in with_catalogue(|_| Just(()))) {
        for section in catalogue.sections() {
            for entry in &section.permissions {
                prop_assert_eq!(catalogue.permission(&entry.id), Some(entry));
                prop_assert_eq!(catalogue.section_of(&entry.id), Some(section));
            }
        }
    }

    #[test]
    fn what_is_unknown_is_not_found((catalogue, ()) in with_catalogue(|_| Just(())), unknown in unknown_id()) {
        prop_assert_eq!(catalogue.permission(&unknown), None);
        prop_assert_eq!(catalogue.section_of(&unknown), None);
    }

    #[test]
    fn ids_come_in_the_order_of_the_document(
        (catalogue, (set, shuffled)) in with_catalogue(|catalogue| {
            let catalogue = catalogue.clone();
            subset(&catalogue).prop_flat_map(move |set| (Just(set), Just(catalogue.ids(set)).prop_shuffle()))
        }),
    ) {
        let listed = catalogue.ids(set);
        let in_order: Vec<PermissionId> =
            catalogue.permissions().map(|entry| entry.id.clone()).filter(|id| listed.contains(id)).collect();
        prop_assert_eq!(&listed, &in_order);
        prop_assert_eq!(catalogue.ids(catalogue.set(shuffled).known), in_order);
        let entries: Vec<_> = catalogue.entries(set).map(|entry| entry.id.clone()).collect();
        prop_assert_eq!(entries, listed);
    }

    #[test]
    fn a_document_survives_the_journey(document in random_document()) {
        let json = serde_json::to_string(&document).expect("a document can be written");
        prop_assert_eq!(&serde_json::from_str::<CatalogueDocument>(&json).expect("and read"), &document);
        let catalogue: Catalogue = serde_json::from_str(&json).expect("and checked");
        prop_assert_eq!(catalogue.document(), &document);
    }
}

/// What is optional in a document may be left out.
#[test]
fn a_short_document_is_enough() {
    let catalogue: Catalogue = serde_json::from_str(
        r#"{"version":"1","sections":[{"id":"sales","label":{"en":"Sales"},"permissions":[
            {"id":"orders.view","label":{"en":"See orders"}}]}],"ownerPowers":[]}"#,
    )
    .expect("nothing that is needed is left out");
    let entry = catalogue.permission(&"orders.view".into()).expect("it is there");
    assert!(entry.requires.is_empty() && entry.sensitive.is_none());
    assert_eq!(entry.description.in_language("en"), "");
}

#[test]
fn the_sensitive_ones_are_those_that_are_marked() {
    let catalogue = preset();
    let marked: Vec<_> = catalogue
        .permissions()
        .filter(|entry| entry.sensitive.is_some())
        .map(|entry| entry.id.clone())
        .collect();
    assert_eq!(catalogue.ids(catalogue.sensitive()), marked);
}

#[test]
fn an_id_has_a_noun_and_a_verb() {
    let parts = |id: &'static str| {
        PermissionId::from_static(id)
            .parts()
            .map(|(noun, verb)| format!("{noun}|{verb}"))
    };
    assert_eq!(parts("orders.view").as_deref(), Some("orders|view"));
    assert_eq!(
        parts("gift-cards2.manage-all").as_deref(),
        Some("gift-cards2|manage-all")
    );
    for wrong in [
        "",
        ".",
        "orders",
        "orders.",
        ".view",
        "Orders.view",
        "orders.View",
        "2orders.view",
        "-a.b",
        "a.b.c",
        "a b.c",
        "order.vïew",
    ] {
        assert_eq!(parts(wrong), None, "{wrong}");
    }
}

/// An id is its text, wherever it came from.
#[test]
fn an_id_is_its_text() {
    let id = PermissionId::from("orders.view".to_owned());
    assert_eq!(id, PermissionId::from_static("orders.view"));
    assert_eq!(
        (id.as_str(), id.as_ref(), id.to_string().as_str()),
        ("orders.view", "orders.view", "orders.view")
    );
    assert_eq!(
        serde_json::to_string(&id).expect("it can be written"),
        "\"orders.view\""
    );
    assert_eq!(
        serde_json::from_str::<PermissionId>("\"orders.view\"").expect("it can be read"),
        id
    );
}
