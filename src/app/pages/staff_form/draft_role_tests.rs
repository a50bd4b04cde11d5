//! Roles in the form's model: several at once, whole or not at all, beside what is given directly.

use latchkey_permissions::Extent;

use super::super::{Draft, Source};
use super::{book, ids, member, role, set};

#[test]
fn what_a_role_gives_goes_with_it_and_what_is_given_otherwise_stays() {
    let book = book();
    let saved = member(&["carts.view"], &["accountant", "designer"]);
    let mut draft = Draft::of(&saved, &book);
    draft.set_role(1, None, &book);
    assert_eq!(draft.roles, [role("accountant")]);
    assert_eq!(
        draft.ticked,
        set(&book, &["carts.view"]) | book.given_by(&[role("accountant")])
    );

    draft.set_role(0, Some(role("designer")), &book);
    assert_eq!(
        draft.ticked,
        set(&book, &["carts.view"]) | book.given_by(&[role("designer")])
    );
    draft.set_role(0, None, &book);
    assert_eq!(draft.ticked, set(&book, &["carts.view"]));
    assert_eq!(
        draft.patch(&saved, &book).permissions,
        None,
        "nothing direct has changed"
    );
    assert_eq!(draft.patch(&saved, &book).roles, Some(Vec::new()));
}

#[test]
fn several_roles_are_held_together_in_the_order_of_the_store() {
    let book = book();
    let saved = member(&[], &[]);
    let mut draft = Draft::of(&saved, &book);
    draft.set_role(0, Some(role("designer")), &book);
    draft.set_role(1, Some(role("accountant")), &book);
    let both = [role("accountant"), role("designer")];
    assert_eq!(draft.ticked, book.given_by(&both));
    assert_eq!(draft.patch(&saved, &book).roles, Some(both.to_vec()));
    assert_eq!(draft.invitation("a@example.test", "", &book).roles, both);
    let held = member(&[], &["designer", "accountant"]);
    assert!(draft.changes(&held, &book).is_empty(), "the order is no change");
    draft.set_role(1, Some(role("designer")), &book);
    assert_eq!(draft.roles, [role("designer")], "nobody holds a role twice");
}

#[test]
fn each_permission_says_where_it_comes_from() {
    let book = book();
    let saved = member(
        &["orders.view", "carts.view"],
        &["fulfilment-operator", "store-manager"],
    );
    let mut draft = Draft::of(&saved, &book);
    let source = |draft: &Draft, id| draft.source(set(&book, &[id]), &book);
    let from = |roles: &[&str], directly| Source {
        roles: roles.iter().map(|id| role(id)).collect(),
        directly,
    };
    assert_eq!(
        source(&draft, "orders.view"),
        from(&["store-manager", "fulfilment-operator"], true)
    );
    assert_eq!(source(&draft, "orders.refund"), from(&["store-manager"], false));
    draft.tick(set(&book, &["reports.view"]), &book);
    assert_eq!(source(&draft, "reports.view"), from(&[], true));
}

#[test]
fn of_two_roles_the_one_is_left_whose_part_is_unticked_and_comes_back_with_it() {
    let book = book();
    let saved = member(&["carts.view"], &["fulfilment-operator", "designer"]);
    let mut draft = Draft::of(&saved, &book);
    let content = set(&book, &["website.content"]);
    draft.untick(content, &book);
    assert_eq!(draft.left_for(content, &book), [role("designer")]);
    assert_eq!(draft.roles_kept(&book), [role("fulfilment-operator")]);
    // What the other role gives too is from that role now; the rest of the one that was left is given directly.
    let directly = |draft: &Draft, id| draft.source(set(&book, &[id]), &book).directly;
    assert!(!directly(&draft, "products.view"));
    assert!(directly(&draft, "website.design"));
    let sent = draft.patch(&saved, &book).permissions.expect("permissions");
    assert_eq!(ids(&sent), ["carts.view", "website.view", "website.design"]);
    let section = "website".into();
    assert!(matches!(
        book.catalogue.extent(&section, draft.ticked),
        Extent::Part { held: 2, .. }
    ));

    draft.tick(content, &book);
    assert!(draft.changes(&saved, &book).is_empty());
    assert_eq!(draft.patch(&saved, &book), Default::default());
}

#[test]
fn what_is_left_of_a_role_stays_when_the_role_is_taken_away() {
    let book = book();
    let mut draft = Draft::of(&member(&[], &["designer"]), &book);
    draft.untick(set(&book, &["website.content"]), &book);
    let left = draft.ticked;
    draft.set_role(0, None, &book);
    assert_eq!((draft.ticked, draft.direct), (left, left));
}

#[test]
fn what_is_needed_beside_a_role_is_given_with_what_needs_it() {
    let book = book();
    let saved = member(&[], &["designer"]);
    let mut draft = Draft::of(&saved, &book);
    draft.tick(set(&book, &["stock.manage"]), &book);
    // The role gives the products too; without it, whoever manages the stock still sees them.
    draft.set_role(0, None, &book);
    assert_eq!(draft.ticked, set(&book, &["products.view", "stock.manage"]));
}

#[test]
fn roles_of_both_sides_are_held_and_what_either_took_away_is_not() {
    let book = book();
    let before = member(&[], &["accountant", "designer"]);
    let now = member(&[], &["designer", "marketing-manager"]);
    let mut draft = Draft::of(&before, &book);
    draft.set_role(1, Some(role("marketing-assistant")), &book);
    let merged = draft.rebase(&before, &now, &book);
    assert_eq!(
        merged.roles_kept(&book),
        [role("marketing-manager"), role("marketing-assistant")]
    );
}

#[test]
fn what_i_unticked_stays_unticked_though_another_gave_a_role_with_it() {
    let book = book();
    let before = member(&["orders.view", "carts.view"], &[]);
    let now = member(&["orders.view", "carts.view"], &["accountant"]);
    let mut draft = Draft::of(&before, &book);
    draft.untick(set(&book, &["orders.view"]), &book);
    let merged = draft.rebase(&before, &now, &book);
    assert!(!merged.ticked.contains_all(set(&book, &["orders.view"])));
    assert!(merged.ticked.contains_all(set(&book, &["reports.view", "carts.view"])));
    assert!(merged.has_left(&role("accountant"), &book));
}

#[test]
fn a_role_ticks_its_boxes_and_is_held_while_they_stay_ticked() {
    let book = book();
    let saved = member(&[], &[]);
    let mut draft = Draft::of(&saved, &book);
    draft.set_role(0, Some(role("designer")), &book);
    draft.tick(set(&book, &["orders.view"]), &book);
    assert!(!draft.has_left(&role("designer"), &book));

    let patch = draft.patch(&saved, &book);
    assert_eq!(patch.roles, Some(vec![role("designer")]));
    assert_eq!(
        ids(&patch.permissions.expect("permissions")),
        ["orders.view"],
        "only what the role does not give"
    );
}

#[test]
fn a_role_that_was_changed_becomes_single_permissions() {
    let book = book();
    let saved = member(&[], &["designer"]);
    let mut draft = Draft::of(&saved, &book);
    draft.untick(set(&book, &["website.content"]), &book);
    assert!(draft.has_left(&role("designer"), &book));

    let patch = draft.patch(&saved, &book);
    assert_eq!(patch.roles, Some(Vec::new()));
    assert_eq!(
        ids(&patch.permissions.expect("permissions")),
        ["products.view", "website.view", "website.design"]
    );
    assert_eq!(
        draft.changes(&saved, &book).permissions.removed,
        set(&book, &["website.content"])
    );
}
