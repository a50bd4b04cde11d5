//! Taking access back: at once, everywhere, and without forgetting who it was.

use latchkey_conformance::people::{PASSWORD, owner, sign_in};
use latchkey_conformance::{Client, Invited, Staff};
use latchkey_contract::permissions::Status;
use latchkey_contract::problem::{FieldCode, ProblemCode};
use latchkey_contract::revocation::{RevocationProof, Revoked};
use latchkey_contract::session::Session;
use serde_json::json;

use crate::faults;

#[test]
fn all_sessions_end_with_the_next_request_and_the_name_stays() {
    let staff = Staff::with(&["orders.manage"]);
    let (browser, program) = (staff.another_browser(), staff.program());
    let name = staff.session().account.name;

    let revoke = owner().put(format!("{}/revocation", staff.path()));
    let revoked: Revoked = revoke.json(&json!({ "reason": "Left" })).send().expect(200).read();
    assert_eq!(
        (
            revoked.sessions_ended,
            revoked.invitations_cancelled,
            revoked.requests_closed
        ),
        (3, 0, 0)
    );
    assert_eq!(revoked.account.status, Status::Ended);
    assert_eq!((&revoked.account.id, &revoked.account.name), (&staff.id, &name));
    assert!(revoked.account.ends.is_some(), "when it ended");

    for client in [&staff.client, &browser, &program] {
        client.get("/session").send().refused(ProblemCode::SignedOut);
        client.get("/profile").send().refused(ProblemCode::SignedOut);
    }
    let sign_in = sign_in(&Client::browser(), &staff.email, PASSWORD);
    sign_in.refused(ProblemCode::InvalidCredentials);
    assert_eq!(staff.seen_by_owner(), revoked.account);

    // What ended can be read later.
    let proof: RevocationProof = owner()
        .get(format!("{}/revocation", staff.path()))
        .send()
        .expect(200)
        .read();
    assert_eq!((proof.sessions_ended, proof.tokens_ended), (3, 1));
    assert_eq!(
        (proof.sessions_ended, proof.tokens_ended),
        (revoked.sessions_ended, revoked.tokens_ended)
    );
    assert_eq!((proof.reason.as_str(), proof.millis), ("Left", Some(revoked.millis)));
}

#[test]
fn it_needs_neither_a_body_nor_the_state_that_was_seen_and_twice_is_once() {
    let staff = Staff::with(&[]);
    let revoke = || owner().put(format!("{}/revocation", staff.path())).send();
    let first: Revoked = revoke().expect(200).read();
    assert_eq!(first.sessions_ended, 1);
    let second: Revoked = revoke().expect(200).read();
    assert_eq!(second.sessions_ended, 0);
    assert_eq!(second.account, first.account);
}

#[test]
fn an_open_invitation_is_cancelled_with_it() {
    let invited = Invited::with(&["orders.view"]);
    let revoke = owner().put(format!("{}/revocation", invited.path()));
    let revoked: Revoked = revoke.json(&json!({})).send().expect(200).read();
    assert_eq!((revoked.sessions_ended, revoked.invitations_cancelled), (0, 1));
    assert_eq!(revoked.account.invitation, None);
    let shown = Client::browser().get(invited.invitation()).send();
    shown.refused(ProblemCode::InvitationCancelled);
}

#[test]
fn a_reason_has_its_length() {
    let staff = Staff::with(&[]);
    let revoke = owner().put(format!("{}/revocation", staff.path()));
    let problem = revoke
        .json(&json!({ "reason": "x".repeat(501) }))
        .send()
        .refused(ProblemCode::Invalid);
    assert_eq!(faults(&problem), [("/reason", FieldCode::TooLong)]);
    staff.client.get("/session").send().expect(200);
}

#[test]
fn the_owner_cannot_be_revoked_or_shut_out() {
    let session: Session = owner().get("/session").send().expect(200).read();
    let path = format!("/staff/{}", session.account.id);
    let revoke = owner().put(format!("{path}/revocation")).json(&json!({}));
    revoke.send().refused(ProblemCode::State);
    let suspend = owner().put(format!("{path}/suspension")).send();
    suspend.refused(ProblemCode::State);
    let after: Session = owner().get("/session").send().expect(200).read();
    assert_eq!(after, session);
}

#[test]
fn nobody_but_the_owner_revokes() {
    let catalogue = crate::catalogue();
    let everything = catalogue.ids(catalogue.everything());
    let mighty = Staff::with(&crate::texts(&everything));
    let other = Staff::with(&[]);
    for target in [&other, &mighty] {
        let revoke = mighty.client.put(format!("{}/revocation", target.path()));
        revoke.json(&json!({})).send().refused(ProblemCode::OwnerOnly);
    }
    other.client.get("/session").send().expect(200);
}
