//! Every fault of a catalogue is found and named, all of them at once, and a catalogue with a fault is refused whole.

use latchkey_permissions::{Catalogue, CatalogueDocument, CatalogueFault, PermissionEntry, PermissionSet, Text};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::support::damage::{after, cycle, entry, faults, require};
use crate::support::document;

#[test]
fn the_shipped_catalogue_has_none() {
    assert_eq!(after(|_| {}), []);
}

#[test]
fn two_sections_or_permissions_of_one_name() {
    let twice = after(|document| document.sections[1].id = "sales".into());
    assert_eq!(twice, [CatalogueFault::DuplicateSection("sales".into())]);
    // The same id in another section is a duplicate too.
    let twice = after(|document| entry(document, "products.view").id = "orders.view".into());
    let fault = |permission: &str| CatalogueFault::UnknownRequirement {
        permission: permission.into(),
        requires: "products.view".into(),
    };
    let expected = [
        CatalogueFault::DuplicatePermission("orders.view".into()),
        fault("products.manage"),
        fault("stock.manage"),
    ];
    assert_eq!(twice, expected);
}

#[test]
fn malformed_names() {
    for name in ["", "Sales", "sales.all", "sales all", "7sales", "försäljning"] {
        let faults = after(|document| document.sections[0].id = name.to_owned().into());
        assert_eq!(faults, [CatalogueFault::MalformedSection(name.into())]);
    }
    for name in [
        "",
        "refund",
        "orders.",
        ".refund",
        "Orders.refund",
        "orders.re fund",
        "orders.refund.all",
    ] {
        let faults = after(|document| entry(document, "orders.refund").id = name.to_owned().into());
        assert_eq!(faults, [CatalogueFault::MalformedPermission(name.into())]);
    }
}

#[test]
fn requirements_that_lead_nowhere() {
    let faults = after(|document| require(document, "orders.view", "ghosts.view"));
    let permission = "orders.view".into();
    assert_eq!(
        faults,
        [CatalogueFault::UnknownRequirement {
            permission,
            requires: "ghosts.view".into()
        }]
    );
}

#[test]
fn names_that_are_the_owners() {
    let power = |id: &str| CatalogueFault::OwnerPower(id.into());
    let faults = after(|document| document.sections[0].id = "billing".into());
    assert_eq!(faults, [power("billing")]);
    let faults = after(|document| entry(document, "orders.refund").id = "staff.manage".into());
    assert_eq!(faults, [power("staff.manage")]);
    // A power can also be named as one right.
    let faults = after(|document| document.owner_powers.push("orders.refund".into()));
    assert_eq!(faults, [power("orders.refund")]);
    // A name that only looks alike is free.
    assert_eq!(
        after(|document| entry(document, "orders.refund").id = "staffing.view".into()),
        []
    );
    assert_eq!(
        after(|document| entry(document, "orders.refund").id = "orders.staff".into()),
        []
    );
}

#[test]
fn labels_without_english() {
    let section = after(|document| {
        document.sections[0].label.0.remove("en");
    });
    assert_eq!(section, [CatalogueFault::MissingLabel("sales".into())]);
    let permission = after(|document| entry(document, "orders.view").label = Text::default());
    assert_eq!(permission, [CatalogueFault::MissingLabel("orders.view".into())]);
}

fn of_size(count: usize) -> CatalogueDocument {
    let mut document = document();
    let pattern = document.sections[0].permissions[0].clone();
    let numbered = |n| PermissionEntry {
        id: format!("noun-{n}.view").into(),
        ..pattern.clone()
    };
    document.sections.truncate(1);
    document.sections[0].permissions = (0..count).map(numbered).collect();
    document
}

#[test]
fn more_permissions_than_a_set_can_hold() {
    let limit = PermissionSet::CAPACITY;
    assert_eq!(limit, 256);
    let largest = Catalogue::check(of_size(limit)).expect("a full catalogue is sound");
    assert_eq!(largest.everything().len(), limit);
    assert_eq!(
        faults(of_size(limit + 1)),
        [CatalogueFault::TooMany {
            count: limit + 1,
            limit
        }]
    );
    assert_eq!(faults(of_size(5000)), [CatalogueFault::TooMany { count: 5000, limit }]);
}

#[test]
fn all_are_reported_at_once_in_words() {
    let mut document = document();
    document.sections[0].id = "Sales".into();
    document.sections[1].id = "marketing".into();
    document.sections[3].label = Text::default();
    require(&mut document, "orders.view", "orders.manage");
    require(&mut document, "orders.view", "ghosts.view");
    entry(&mut document, "orders.refund").id = "refund".into();
    entry(&mut document, "customers.export").id = "carts.view".into();
    entry(&mut document, "campaigns.manage").id = "roles.manage".into();
    let error = Catalogue::check(document.clone()).expect_err("it has faults");
    let expected = [
        CatalogueFault::MalformedSection("Sales".into()),
        CatalogueFault::DuplicateSection("marketing".into()),
        CatalogueFault::MissingLabel("reports".into()),
        CatalogueFault::MalformedPermission("refund".into()),
        CatalogueFault::DuplicatePermission("carts.view".into()),
        CatalogueFault::OwnerPower("roles.manage".into()),
        CatalogueFault::UnknownRequirement {
            permission: "orders.view".into(),
            requires: "ghosts.view".into(),
        },
        cycle(&["orders.view", "orders.manage", "orders.view"]),
    ];
    assert_eq!(error.0, expected);

    let words = "the permission catalogue cannot be used: section `Sales` is not a lower-case name; section \
        `marketing` is there twice; `reports` has no English label; permission `refund` is not of the form noun.verb; \
        permission `carts.view` is there twice; `roles.manage` is the owner's alone and cannot be granted; permission \
        `orders.view` requires `ghosts.view`, which is not in the catalogue; permissions require each other in a \
        circle: orders.view → orders.manage → orders.view";
    assert_eq!(error.to_string(), words);
    // The same words reach whoever reads it as JSON.
    let json = serde_json::to_string(&document).expect("it can be written");
    let refusal = serde_json::from_str::<Catalogue>(&json).expect_err("it has faults");
    assert!(refusal.to_string().contains(words), "{refusal}");
    let too_many = CatalogueFault::TooMany { count: 300, limit: 256 };
    assert_eq!(too_many.to_string(), "300 permissions, but at most 256 are possible");
}
