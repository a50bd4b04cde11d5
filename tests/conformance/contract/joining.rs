//! Joining: the link is the proof, and address and grant come from the invitation alone.

use latchkey_conformance::people::{PASSWORD, fresh_email, sign_in};
use latchkey_conformance::{Client, Invited};
use latchkey_contract::invitation::Invitation;
use latchkey_contract::permissions::Status;
use latchkey_contract::problem::{FieldCode, ProblemCode};
use latchkey_contract::session::Session;
use serde_json::json;

use crate::{faults, in_days, texts};

#[test]
fn an_invitation_says_whom_it_is_for_and_what_it_offers() {
    let email = fresh_email();
    let invited = Invited::by(&json!({
        "email": email,
        "name": "Bo Ek",
        "permissions": ["orders.manage", "settings.tax"],
        "roles": [],
    }));
    let shown: Invitation = Client::browser().get(invited.invitation()).send().expect(200).read();
    let store = latchkey_conformance::owner().get("/session").send().expect(200);
    assert_eq!(shown.store, store.read::<Session>().store.name);
    assert_eq!((shown.email, shown.name), (email, "Bo Ek".to_owned()));
    let sections: Vec<&str> = shown.sections.iter().map(AsRef::as_ref).collect();
    assert_eq!(sections, ["sales", "settings"]);
    assert!(shown.expires > in_days(0));
}

#[test]
fn an_unknown_link_is_not_found() {
    let browser = Client::browser();
    for token in ["x", "0000000000000000000000000000000000000000000", "%00"] {
        let path = format!("/invitations/{token}");
        browser.get(path.as_str()).send().refused(ProblemCode::NotFound);
        let join = browser.post(path).json(&json!({ "name": "Ada", "password": PASSWORD }));
        join.send().refused(ProblemCode::NotFound);
    }
}

#[test]
fn joining_signs_in_with_what_the_invitation_grants() {
    let invited = Invited::with(&["orders.manage"]);
    let browser = Client::browser();
    let join = browser.post(invited.invitation());
    let answer = join
        .json(&json!({ "name": "  Ada Lovelace ", "password": PASSWORD }))
        .send();
    let session: Session = answer.expect(201).read();
    assert_eq!(session.account.id, invited.id);
    assert_eq!(session.account.email, invited.email);
    assert_eq!(session.account.name, "Ada Lovelace");
    assert_eq!((session.account.owner, session.account.status), (false, Status::Active));
    assert_eq!(texts(&session.permissions), ["orders.view", "orders.manage"]);
    browser.get("/session").send().expect(200);

    let seen = invited.seen_by_owner();
    assert_eq!((seen.status, seen.invitation), (Status::Active, None));
    assert_eq!(seen.name, "Ada Lovelace");
    sign_in(&Client::browser(), &invited.email, PASSWORD).expect(200);
}

#[test]
fn a_link_works_once() {
    let invited = Invited::with(&[]);
    let join = || {
        let request = json!({ "name": "Ada", "password": PASSWORD });
        Client::browser().post(invited.invitation()).json(&request).send()
    };
    join().expect(201);
    join().refused(ProblemCode::InvitationUsed);
    Client::browser()
        .get(invited.invitation())
        .send()
        .refused(ProblemCode::InvitationUsed);
}

#[test]
fn address_and_grant_cannot_be_brought_along() {
    let invited = Invited::with(&["orders.view"]);
    for (name, value) in [
        ("email", json!("another@example.test")),
        ("permissions", json!(["settings.payment"])),
        ("roles", json!(["store-manager"])),
        ("ends", json!(null)),
        ("token", json!(true)),
    ] {
        let mut request = json!({ "name": "Ada", "password": PASSWORD });
        request[name] = value;
        let join = Client::browser().post(invited.invitation()).json(&request).send();
        let problem = join.refused(ProblemCode::Invalid);
        assert_eq!(
            faults(&problem),
            [(format!("/{name}").as_str(), FieldCode::UnknownMember)]
        );
    }
    // Nothing was used up by being refused.
    let staff = invited.join();
    assert_eq!(texts(&staff.session().permissions), ["orders.view"]);
}

#[test]
fn a_password_has_its_length_in_characters_and_may_be_anything() {
    let refused = |password: &str, code: FieldCode, invited: &Invited| {
        let request = json!({ "name": "Ada", "password": password });
        let join = Client::browser().post(invited.invitation()).json(&request).send();
        assert_eq!(faults(&join.refused(ProblemCode::Invalid)), [("/password", code)]);
    };
    let invited = Invited::with(&[]);
    refused("", FieldCode::TooShort, &invited);
    refused(&"å".repeat(14), FieldCode::TooShort, &invited);
    refused(&"x".repeat(129), FieldCode::TooLong, &invited);

    let words = "🔑 hjortron, brød & 雪 ".chars().cycle();
    let longest: String = words.take(127).chain([' ']).collect();
    let browser = Client::browser();
    let join = browser.post(invited.invitation());
    join.json(&json!({ "name": "Ada", "password": longest }))
        .send()
        .expect(201);
    sign_in(&Client::browser(), &invited.email, &longest).expect(200);
    sign_in(&Client::browser(), &invited.email, longest.trim_end()).refused(ProblemCode::InvalidCredentials);
}

#[test]
fn a_name_is_needed() {
    let invited = Invited::with(&[]);
    for name in ["", "   "] {
        let request = json!({ "name": name, "password": PASSWORD });
        let join = Client::browser().post(invited.invitation()).json(&request).send();
        assert_eq!(
            faults(&join.refused(ProblemCode::Invalid)),
            [("/name", FieldCode::Required)]
        );
    }
}
