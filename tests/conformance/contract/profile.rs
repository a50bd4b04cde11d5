//! One's own account, which needs no permission.

use latchkey_conformance::people::owner;
use latchkey_conformance::{Answer, Staff};
use latchkey_contract::openapi::MERGE_PATCH;
use latchkey_contract::problem::{FieldCode, ProblemCode};
use latchkey_contract::profile::Profile;
use serde_json::{Value, json};

use crate::faults;

fn profile(staff: &Staff) -> Profile {
    staff.client.get("/profile").send().expect(200).read()
}

fn change(staff: &Staff, patch: &Value) -> Answer {
    let request = staff
        .client
        .patch("/profile")
        .header("If-Match", profile(staff).version.etag());
    request.json(patch).send()
}

#[test]
fn whoever_holds_nothing_has_a_profile() {
    let staff = Staff::with(&[]);
    let answer = staff.client.get("/profile").send().expect(200);
    let profile: Profile = answer.read();
    assert_eq!(answer.etag(), profile.version.etag());
    assert_eq!((&profile.id, &profile.email), (&staff.id, &staff.email));
    assert_eq!(profile.language, None);
}

#[test]
fn name_and_language_are_ones_own_to_change() {
    let staff = Staff::with(&[]);
    let changed = change(&staff, &json!({ "name": "Ada Byron", "language": "sv" })).expect(200);
    let after: Profile = changed.read();
    assert_eq!(changed.etag(), after.version.etag());
    assert_eq!(
        (after.name.as_str(), after.language.as_deref()),
        ("Ada Byron", Some("sv"))
    );
    let session = staff.session();
    assert_eq!(session.account.name, "Ada Byron");
    assert_eq!(session.account.language.as_deref(), Some("sv"));
    assert_eq!(staff.seen_by_owner().name, "Ada Byron");

    let after: Profile = change(&staff, &json!({ "language": null })).expect(200).read();
    assert_eq!((after.name.as_str(), after.language), ("Ada Byron", None));
    assert_eq!(staff.session().account.language, None);
}

#[test]
fn a_change_says_which_state_it_has_seen() {
    let staff = Staff::with(&[]);
    let before = profile(&staff);
    let patch = json!({ "name": "Second" });
    let unseen = staff.client.patch("/profile").json(&patch).send();
    unseen.refused(ProblemCode::PreconditionRequired);
    let seen = || {
        let request = staff.client.patch("/profile").header("If-Match", before.version.etag());
        request.body(MERGE_PATCH, patch.to_string()).send()
    };
    let after: Profile = seen().expect(200).read();
    let stale = seen().refused(ProblemCode::Stale);
    let current: Profile = serde_json::from_value(stale.current.expect("the record")).expect("the profile");
    assert_eq!(current, after);
}

#[test]
fn what_is_not_ones_own_to_change_is_refused() {
    let staff = Staff::with(&["orders.view"]);
    for (name, value) in [
        ("email", json!("another@example.test")),
        ("permissions", json!(["settings.payment"])),
        ("roles", json!(["store-manager"])),
        ("ends", json!(null)),
        ("password", json!("a long enough passphrase")),
    ] {
        let problem = change(&staff, &json!({ name: value })).refused(ProblemCode::Invalid);
        assert_eq!(
            faults(&problem),
            [(format!("/{name}").as_str(), FieldCode::UnknownMember)]
        );
    }
    for (patch, fault) in [
        (json!({ "name": " " }), ("/name", FieldCode::Required)),
        (json!({ "name": null }), ("/name", FieldCode::WrongType)),
        (json!({ "name": "x".repeat(201) }), ("/name", FieldCode::TooLong)),
        (
            json!({ "language": "not a language" }),
            ("/language", FieldCode::Malformed),
        ),
    ] {
        let problem = change(&staff, &patch).refused(ProblemCode::Invalid);
        assert_eq!(faults(&problem), [fault]);
    }
}

#[test]
fn the_owner_has_a_profile_too() {
    let profile: Profile = owner().get("/profile").send().expect(200).read();
    assert_eq!(profile.email, latchkey_conformance::Settings::get().owner);
}
