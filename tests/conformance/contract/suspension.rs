//! Shutting somebody out for now, and ending somebody's sessions.

use latchkey_conformance::people::{PASSWORD, owner, sign_in};
use latchkey_conformance::{Client, Invited, Staff};
use latchkey_contract::permissions::Status;
use latchkey_contract::problem::ProblemCode;
use latchkey_contract::session::SessionsEnded;
use latchkey_contract::staff::StaffMember;

use crate::texts;

#[test]
fn a_suspended_person_is_out_at_once_and_back_with_what_was_held() {
    let staff = Staff::with(&["orders.manage"]);
    let program = staff.program();
    let path = format!("{}/suspension", staff.path());

    let suspended = owner().put(path.as_str()).send().expect(200);
    let account: StaffMember = suspended.read();
    assert_eq!(account.status, Status::Suspended);
    assert_eq!(suspended.etag(), account.version.etag());
    assert_eq!(texts(&account.permissions), ["orders.view", "orders.manage"]);
    for client in [&staff.client, &program] {
        client.get("/session").send().refused(ProblemCode::SignedOut);
    }
    let browser = Client::browser();
    sign_in(&browser, &staff.email, PASSWORD).refused(ProblemCode::Suspended);
    browser.get("/session").send().refused(ProblemCode::SignedOut);

    let active: StaffMember = owner().delete(path).send().expect(200).read();
    assert_eq!(active.status, Status::Active);
    // What has ended stays ended.
    program.get("/session").send().refused(ProblemCode::SignedOut);
    sign_in(&browser, &staff.email, PASSWORD).expect(200);
}

#[test]
fn the_same_twice_is_the_same_once() {
    let staff = Staff::with(&[]);
    let path = format!("{}/suspension", staff.path());
    let version = |answer: latchkey_conformance::Answer| answer.expect(200).read::<StaffMember>().version;
    let first = version(owner().put(path.as_str()).send());
    assert_eq!(version(owner().put(path.as_str()).send()), first);
    let first = version(owner().delete(path.as_str()).send());
    assert_eq!(version(owner().delete(path.as_str()).send()), first);
}

#[test]
fn only_who_has_joined_can_be_suspended() {
    let invited = Invited::with(&[]);
    let path = format!("{}/suspension", invited.path());
    owner().put(path.as_str()).send().refused(ProblemCode::State);
    owner().delete(path).send().refused(ProblemCode::State);
    Client::browser().get(invited.invitation()).send().expect(200);
}

#[test]
fn ending_all_sessions_leaves_the_account_as_it_is() {
    let staff = Staff::with(&["orders.view"]);
    let program = staff.program();
    let before = staff.seen_by_owner();
    let end = || owner().delete(format!("{}/sessions", staff.path())).send().expect(200);
    assert_eq!(end().read::<SessionsEnded>().sessions_ended, 2);
    for client in [&staff.client, &program] {
        client.get("/session").send().refused(ProblemCode::SignedOut);
    }
    assert_eq!(end().read::<SessionsEnded>().sessions_ended, 0);
    assert_eq!(staff.seen_by_owner().version, before.version);
    sign_in(&staff.client, &staff.email, PASSWORD).expect(200);
}
