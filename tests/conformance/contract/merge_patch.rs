//! Changing an account: a merge patch of the state that was seen.

use latchkey_conformance::people::owner;
use latchkey_conformance::{Answer, Invited, Request, Staff};
use latchkey_contract::openapi::MERGE_PATCH;
use latchkey_contract::problem::{FieldCode, ProblemCode};
use latchkey_contract::staff::StaffMember;
use serde_json::{Value, json};

use crate::{faults, in_days, texts};

/// A change of the account as it is now.
fn change<'a>(invited: &Invited, patch: &Value) -> Request<'a> {
    let etag = invited.seen_by_owner().version.etag();
    owner().patch(invited.path()).header("If-Match", etag).json(patch)
}

#[track_caller]
fn refused(answer: Answer, pointer: &str, code: FieldCode) {
    let problem = answer.refused(ProblemCode::Invalid);
    assert_eq!(faults(&problem), [(pointer, code)]);
}

#[test]
fn a_change_says_which_state_it_has_seen() {
    let staff = Staff::with(&["orders.view"]);
    let first = owner().get(staff.path()).send().expect(200);
    let before: StaffMember = first.read();
    assert_eq!(first.etag(), before.version.etag());

    let patch = json!({ "name": "Second Name" });
    let unseen = owner().patch(staff.path()).json(&patch);
    unseen.send().refused(ProblemCode::PreconditionRequired);
    assert_eq!(staff.seen_by_owner(), before);

    let seen = || owner().patch(staff.path()).header("If-Match", first.etag());
    let changed = seen().json(&patch).send().expect(200);
    let after: StaffMember = changed.read();
    assert_eq!(changed.etag(), after.version.etag());
    assert_ne!(after.version, before.version);
    assert_eq!(after.name, "Second Name");

    // Somebody else's window still shows the first state.
    let stale = seen()
        .json(&json!({ "permissions": [] }))
        .send()
        .refused(ProblemCode::Stale);
    let current: StaffMember = serde_json::from_value(stale.current.expect("the record")).expect("the account");
    assert_eq!(current, after);
    assert_eq!(staff.seen_by_owner(), after);
}

#[test]
fn only_a_strong_tag_of_the_present_state_will_do() {
    let staff = Staff::with(&[]);
    let etag = staff.seen_by_owner().version.etag();
    let bare = etag.trim_matches('"').to_owned();
    for seen in [format!("W/{etag}"), bare, "\"\"".to_owned(), "\"another\"".to_owned()] {
        let change = owner().patch(staff.path()).header("If-Match", seen);
        change
            .json(&json!({ "name": "Never" }))
            .send()
            .refused(ProblemCode::Stale);
    }
    let several = owner()
        .patch(staff.path())
        .header("If-Match", format!("\"another\", {etag}"));
    several.json(&json!({ "name": "One of them" })).send().expect(200);
}

#[test]
fn what_is_left_out_stays_and_null_takes_away() {
    let staff = Staff::with(&["orders.view"]);
    let (starts, ends) = (in_days(-1), in_days(30));
    let dated: StaffMember = change(&staff, &json!({ "starts": starts, "ends": ends }))
        .send()
        .expect(200)
        .read();
    assert_eq!((dated.starts, dated.ends), (Some(starts), Some(ends)));
    assert_eq!(texts(&dated.permissions), ["orders.view"]);

    let undated: StaffMember = change(&staff, &json!({ "starts": null })).send().expect(200).read();
    assert_eq!((undated.starts, undated.ends), (None, Some(ends)));
    let bare: StaffMember = change(&staff, &json!({ "ends": null, "permissions": [] }))
        .send()
        .expect(200)
        .read();
    assert_eq!((bare.ends, bare.permissions.len()), (None, 0));
}

#[test]
fn null_is_refused_where_nothing_can_be_taken_away() {
    let staff = Staff::with(&["orders.view"]);
    for name in ["name", "permissions", "roles"] {
        refused(
            change(&staff, &json!({ name: null })).send(),
            &format!("/{name}"),
            FieldCode::WrongType,
        );
    }
}

#[test]
fn both_media_types_of_a_patch_are_read() {
    let staff = Staff::with(&[]);
    for (media_type, name) in [("application/json", "First"), (MERGE_PATCH, "Second")] {
        let request = change(&staff, &json!({})).body(media_type, json!({ "name": name }).to_string());
        let after: StaffMember = request.send().expect(200).read();
        assert_eq!(after.name, name);
    }
}

#[test]
fn a_save_that_changes_nothing_is_no_change() {
    let staff = Staff::with(&["orders.manage"]);
    let before = staff.seen_by_owner();
    for patch in [
        json!({}),
        json!({ "name": before.name }),
        json!({ "permissions": ["orders.manage"] }),
        json!({ "permissions": ["orders.manage", "orders.view", "orders.view"], "ends": null }),
    ] {
        let answer = change(&staff, &patch).send().expect(200);
        assert_eq!(answer.etag(), before.version.etag(), "{answer}");
    }
    staff.client.get("/session").send().expect(200);
}

#[test]
fn a_grant_is_closed_and_in_the_order_of_the_catalogue() {
    let staff = Staff::with(&["stock.manage", "orders.refund"]);
    let catalogue = crate::catalogue();
    let wanted = catalogue.set(["stock.manage", "orders.refund"]).known;
    let closed = catalogue.ids(catalogue.with_required(wanted));
    assert_eq!(staff.seen_by_owner().permissions, closed);
    assert_eq!(staff.session().permissions, closed);
    let everything = catalogue.ids(catalogue.everything());
    let mut backwards = texts(&everything);
    backwards.reverse();
    let after: StaffMember = change(&staff, &json!({ "permissions": backwards }))
        .send()
        .expect(200)
        .read();
    assert_eq!(after.permissions, everything);
}

#[test]
fn what_cannot_be_granted_is_refused() {
    let staff = Staff::with(&["orders.view"]);
    for id in [
        "orders.destroy",
        "staff.manage",
        "billing.manage",
        "roles.manage",
        "*",
        "",
        "Orders.view",
    ] {
        let patch = json!({ "permissions": ["orders.view", id] });
        refused(change(&staff, &patch).send(), "/permissions/1", FieldCode::UnknownValue);
    }
    refused(
        change(&staff, &json!({ "roles": ["no-such-role"] })).send(),
        "/roles/0",
        FieldCode::UnknownValue,
    );
    assert_eq!(texts(&staff.seen_by_owner().permissions), ["orders.view"]);
}

#[test]
fn what_has_no_form_is_refused() {
    let staff = Staff::with(&[]);
    refused(
        change(&staff, &json!({ "name": "x".repeat(201) })).send(),
        "/name",
        FieldCode::TooLong,
    );
    refused(
        change(&staff, &json!({ "name": "  " })).send(),
        "/name",
        FieldCode::Required,
    );
    refused(
        change(&staff, &json!({ "ends": "tomorrow" })).send(),
        "/ends",
        FieldCode::Malformed,
    );
    let backwards = json!({ "starts": in_days(2), "ends": in_days(1) });
    refused(change(&staff, &backwards).send(), "/ends", FieldCode::EndsBeforeStart);
    refused(
        change(&staff, &json!({ "email": "another@example.test" })).send(),
        "/email",
        FieldCode::UnknownMember,
    );
}

#[test]
fn a_former_member_of_staff_cannot_be_changed() {
    let staff = Staff::with(&[]);
    let revoke = owner().put(format!("{}/revocation", staff.path()));
    revoke.json(&json!({})).send().expect(200);
    change(&staff, &json!({ "permissions": ["orders.view"] }))
        .send()
        .refused(ProblemCode::State);
}
