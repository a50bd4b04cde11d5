//! A dead invitation asks the owner for a new one.

use latchkey_conformance::people::owner;
use latchkey_conformance::{Client, Invited};
use latchkey_contract::problem::ProblemCode;
use latchkey_contract::revocation::Revoked;
use serde_json::json;

#[test]
fn a_replaced_link_asks_once_until_it_is_answered() {
    let invited = Invited::with(&[]);
    let request = format!("{}/request", invited.invitation());
    Client::browser()
        .post(request.as_str())
        .send()
        .refused(ProblemCode::State);
    let again = format!("{}/invitation", invited.path());
    owner().post(again.as_str()).send().expect(201);

    Client::browser().post(request.as_str()).send().expect(204);
    let asked = invited.seen_by_owner().invitation_requested;
    assert!(asked.is_some());
    Client::browser().post(request.as_str()).send().expect(204);
    assert_eq!(
        invited.seen_by_owner().invitation_requested,
        asked,
        "asking twice is asking once"
    );
    owner().post(again.as_str()).send().expect(201);
    assert_eq!(invited.seen_by_owner().invitation_requested, None);
}

#[test]
fn a_request_can_be_dismissed_and_a_revocation_closes_it() {
    let (one, other) = (Invited::with(&[]), Invited::with(&[]));
    for invited in [&one, &other] {
        owner()
            .post(format!("{}/invitation", invited.path()))
            .send()
            .expect(201);
        Client::browser()
            .post(format!("{}/request", invited.invitation()))
            .send()
            .expect(204);
    }
    let dismissal = format!("{}/invitation/request", one.path());
    owner().delete(dismissal.as_str()).send().expect(204);
    assert_eq!(one.seen_by_owner().invitation_requested, None);
    owner().delete(dismissal.as_str()).send().refused(ProblemCode::State);

    let revoke = owner().put(format!("{}/revocation", other.path()));
    let revoked: Revoked = revoke.json(&json!({})).send().expect(200).read();
    assert_eq!(revoked.requests_closed, 1);
}

#[test]
fn a_link_that_is_none_asks_nobody() {
    let guest = Client::browser();
    let request = guest.post("/invitations/no-such-token-at-all/request");
    request.send().refused(ProblemCode::NotFound);
}
