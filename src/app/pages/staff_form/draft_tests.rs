//! The form's model, held against the shipped catalogue and roles.

use std::sync::Arc;

use latchkey_contract::id::{AccountId, RoleId, Version};
use latchkey_contract::patch::Patch;
use latchkey_contract::periods::{Period, Periods};
use latchkey_contract::role::Role;
use latchkey_contract::staff::StaffMember;
use latchkey_permissions::{
    Catalogue, PRESET_CATALOGUE, PRESET_ROLES, PermissionId, PermissionSet, RolePreset, Status, Time,
};

use super::super::book::Book;
use super::Draft;

#[path = "draft_role_tests.rs"]
mod roles;

fn book() -> Book {
    let catalogue: Catalogue = serde_json::from_str(PRESET_CATALOGUE).expect("the shipped catalogue");
    let presets: Vec<RolePreset> = serde_json::from_str(PRESET_ROLES).expect("the shipped roles");
    let made = |preset: RolePreset| Role {
        permissions: preset.resolve(&catalogue),
        id: RoleId(preset.id),
        name: preset.name,
        holders: 0,
        preset: None,
        version: Version("1".into()),
    };
    let roles: Vec<_> = presets.into_iter().map(made).collect();
    Book::new(Arc::new(catalogue), &roles)
}

fn member(permissions: &[&'static str], roles: &[&str]) -> StaffMember {
    StaffMember {
        id: AccountId("a".into()),
        name: "Agus Budiman".into(),
        email: "agus@example.test".into(),
        status: Status::Active,
        permissions: permissions.iter().map(|id| PermissionId::from_static(id)).collect(),
        roles: roles.iter().map(|id| RoleId((*id).into())).collect(),
        last_seen: None,
        two_factor: false,
        two_factor_required: false,
        starts: None,
        ends: None,
        periods: Periods::default(),
        invitation: None,
        invitation_requested: None,
        onboarding: None,
        version: Version("1".into()),
    }
}

fn set(book: &Book, ids: &[&'static str]) -> PermissionSet {
    book.catalogue.set(ids.iter().copied()).known
}

fn role(id: &str) -> RoleId {
    RoleId(id.into())
}

fn ids(ids: &[PermissionId]) -> Vec<&str> {
    ids.iter().map(PermissionId::as_str).collect()
}

#[test]
fn a_form_as_it_was_loaded_changes_nothing() {
    let book = book();
    for saved in [
        member(&[], &[]),
        member(&["orders.view", "orders.refund"], &[]),
        member(&["reports.view"], &["designer"]),
    ] {
        let draft = Draft::of(&saved, &book);
        assert!(draft.changes(&saved, &book).is_empty());
        assert_eq!(draft.patch(&saved, &book), Default::default());
    }
}

#[test]
fn ticking_says_what_it_needs_and_unticking_what_goes_with_it() {
    let book = book();
    let mut draft = Draft::default();
    draft.tick(set(&book, &["stock.manage"]), &book);
    assert_eq!(draft.ticked, set(&book, &["products.view", "stock.manage"]));
    assert_eq!(draft.implied.ticked, set(&book, &["products.view"]));

    draft.untick(set(&book, &["products.view"]), &book);
    assert!(draft.ticked.is_empty());
    assert_eq!(draft.implied.unticked, set(&book, &["stock.manage"]));
}

#[test]
fn a_name_is_compared_without_the_space_around_it() {
    let book = book();
    let saved = member(&[], &[]);
    let draft = Draft {
        name: " Agus Budiman ".into(),
        ..Draft::of(&saved, &book)
    };
    assert!(draft.changes(&saved, &book).is_empty());
}

#[test]
fn mine_on_top_of_theirs_keeps_both_sides_changes() {
    let book = book();
    let before = member(&["orders.view"], &[]);
    let now = StaffMember {
        name: "Agus B.".into(),
        ..member(&["orders.view", "products.view"], &[])
    };
    let mut draft = Draft::of(&before, &book);
    draft.tick(set(&book, &["carts.view"]), &book);

    let merged = draft.rebase(&before, &now, &book);
    assert_eq!(
        merged.ticked,
        set(&book, &["orders.view", "carts.view", "products.view"])
    );
    assert_eq!(merged.name, "Agus B.");
    assert_eq!(
        merged.changes(&now, &book).permissions.added,
        set(&book, &["carts.view"])
    );
    assert_eq!(merged.starts, None);
    assert_eq!(Patch::between(now.starts.as_ref(), merged.starts), Patch::Keep);
}

#[test]
fn what_i_took_away_stays_away_with_all_that_needs_it() {
    let book = book();
    let before = member(&["products.view"], &[]);
    let now = member(&["products.view", "stock.manage"], &[]);
    let mut draft = Draft::of(&before, &book);
    draft.untick(set(&book, &["products.view"]), &book);
    let merged = draft.rebase(&before, &now, &book);
    assert!(merged.ticked.is_empty());
}

const UNTIL: Period = Period {
    starts: None,
    ends: Some(Time::from_millis(1_900_000_000_000)),
};

#[test]
fn dates_are_sent_for_what_is_given_and_bounded_and_for_nothing_else() {
    let book = book();
    let saved = member(&["orders.view"], &["designer"]);
    let mut draft = Draft::of(&saved, &book);
    let [orders, carts] = ["orders.view", "carts.view"].map(PermissionId::from_static);
    draft.periods.permissions.insert(orders.clone(), Period::default());
    assert!(draft.changes(&saved, &book).is_empty(), "no bound is no date");
    draft.periods.permissions.insert(orders.clone(), UNTIL);
    draft.periods.permissions.insert(carts, UNTIL);
    let sent = draft.patch(&saved, &book);
    let expected = Periods {
        permissions: [(orders, UNTIL)].into_iter().collect(),
        ..Periods::default()
    };
    assert_eq!(
        (sent.periods, sent.permissions, sent.roles),
        (Some(expected), None, None)
    );
}

#[test]
fn taking_a_role_away_takes_its_dates_along_and_says_so() {
    let book = book();
    let designer = RoleId("designer".into());
    let mut saved = member(&[], &["designer"]);
    saved.periods.roles.insert(designer, UNTIL);
    let mut draft = Draft::of(&saved, &book);
    assert!(draft.changes(&saved, &book).is_empty());
    draft.set_role(0, Some(role("accountant")), &book);
    assert_eq!(draft.patch(&saved, &book).periods, Some(Periods::default()));
}

#[test]
fn what_is_held_beside_a_role_for_a_time_stays_held() {
    let book = book();
    let mut saved = member(&["products.view"], &["designer"]);
    saved.periods.roles.insert(RoleId("designer".into()), UNTIL);
    let mut draft = Draft::of(&saved, &book);
    draft.tick(set(&book, &["carts.view"]), &book);
    let sent = draft.patch(&saved, &book).permissions.expect("permissions change");
    assert_eq!(ids(&sent), ["carts.view", "products.view"]);
}
