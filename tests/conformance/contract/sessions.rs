//! Sessions: what one says, when it has changed, and how it ends.

use std::collections::BTreeSet;

use latchkey_conformance::Staff;
use latchkey_contract::id::SessionId;
use latchkey_contract::list::Page;
use latchkey_contract::problem::ProblemCode;
use latchkey_contract::session::{OwnSession, Session, SessionsEnded};
use serde_json::json;

#[test]
fn a_session_is_asked_for_again_by_its_etag() {
    let staff = Staff::with(&["orders.view"]);
    let first = staff.client.get("/session").send().expect(200);
    let session: Session = first.read();
    assert_eq!(first.etag(), session.version.etag());

    let again = || {
        staff
            .client
            .get("/session")
            .header("If-None-Match", first.etag())
            .send()
    };
    assert_eq!(again().expect(304).body, b"");
    staff.patched_by_owner(&json!({ "permissions": ["orders.view", "carts.view"] }));
    let changed = again().expect(200);
    assert_ne!(changed.etag(), first.etag());
    let session: Session = changed.read();
    assert_eq!(crate::texts(&session.permissions), ["orders.view", "carts.view"]);
}

#[test]
fn what_the_owner_changes_works_on_the_next_request() {
    let staff = Staff::with(&["orders.manage"]);
    assert_eq!(
        crate::texts(&staff.session().permissions),
        ["orders.view", "orders.manage"]
    );
    staff.patched_by_owner(&json!({ "permissions": [] }));
    assert_eq!(staff.session().permissions, []);
    let name = format!("Renamed {}", staff.id);
    staff.patched_by_owner(&json!({ "name": name }));
    assert_eq!(staff.session().account.name, name);
}

#[test]
fn signing_out_ends_this_session_and_no_other() {
    let staff = Staff::with(&[]);
    let other = staff.another_browser();
    let stolen = staff.client.copy();
    staff.client.delete("/session").send().expect(204);
    staff.client.get("/session").send().refused(ProblemCode::SignedOut);
    stolen.get("/session").send().refused(ProblemCode::SignedOut);
    stolen.delete("/session").send().refused(ProblemCode::SignedOut);
    other.get("/session").send().expect(200);
}

#[test]
fn one_sees_ones_own_sessions_and_which_of_them_asks() {
    let staff = Staff::with(&[]);
    let (browser, program) = (staff.another_browser(), staff.program());
    let list = |client: &latchkey_conformance::Client| -> Page<OwnSession> {
        client.get("/sessions").send().expect(200).read()
    };
    let page = list(&staff.client);
    assert_eq!((page.items.len(), page.total, page.next), (3, 3, None));
    let ids: BTreeSet<&SessionId> = page.items.iter().map(|session| &session.id).collect();
    assert_eq!(ids.len(), 3);
    for session in &page.items {
        assert!(session.created <= session.last_seen);
    }
    let asks: BTreeSet<SessionId> = [&staff.client, &browser, &program]
        .into_iter()
        .map(|client| {
            let current: Vec<OwnSession> = list(client)
                .items
                .into_iter()
                .filter(|session| session.current)
                .collect();
            assert_eq!(current.len(), 1, "one session asks");
            current[0].id.clone()
        })
        .collect();
    assert_eq!(asks.len(), 3, "each asks as itself");
}

#[test]
fn one_ends_one_of_ones_own_sessions_and_nobody_elses() {
    let staff = Staff::with(&[]);
    let other = staff.another_browser();
    let current = |staff: &Staff| -> SessionId {
        let page: Page<OwnSession> = staff.client.get("/sessions").send().expect(200).read();
        let current = page.items.into_iter().find(|session| session.current);
        current.expect("the session that asks").id
    };
    let stranger = Staff::with(&[]);
    let not_mine = current(&stranger);
    staff
        .client
        .delete(format!("/sessions/{not_mine}"))
        .send()
        .refused(ProblemCode::NotFound);
    stranger.client.get("/session").send().expect(200);

    other
        .delete(format!("/sessions/{}", current(&staff)))
        .send()
        .expect(204);
    staff.client.get("/session").send().refused(ProblemCode::SignedOut);
    other.get("/session").send().expect(200);
}

#[test]
fn one_ends_all_other_sessions() {
    let staff = Staff::with(&[]);
    let (browser, program) = (staff.another_browser(), staff.program());
    let ended: SessionsEnded = staff.client.delete("/sessions").send().expect(200).read();
    assert_eq!(ended.sessions_ended, 2);
    browser.get("/session").send().refused(ProblemCode::SignedOut);
    program.get("/session").send().refused(ProblemCode::SignedOut);
    staff.client.get("/session").send().expect(200);
    let ended: SessionsEnded = staff.client.delete("/sessions").send().expect(200).read();
    assert_eq!(ended.sessions_ended, 0);
}
