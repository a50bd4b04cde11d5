//! The dates of an account: outside of them nothing is held.

use latchkey_conformance::people::{PASSWORD, sign_in};
use latchkey_conformance::{Client, Staff};
use latchkey_contract::problem::ProblemCode;
use latchkey_contract::session::Session;
use serde_json::json;

use crate::{in_days, texts};

#[test]
fn whose_time_has_not_come_can_sign_in_and_see_when_but_holds_nothing() {
    let staff = Staff::with(&["orders.view"]);
    let starts = in_days(2);
    staff.patched_by_owner(&json!({ "starts": starts }));
    let session = staff.session();
    assert_eq!(session.account.starts, Some(starts));
    assert_eq!(session.permissions, []);
    sign_in(&Client::browser(), &staff.email, PASSWORD).expect(200);

    staff.patched_by_owner(&json!({ "starts": null }));
    assert_eq!(texts(&staff.session().permissions), ["orders.view"]);
}

#[test]
fn whose_time_is_over_is_refused_with_the_reason() {
    let staff = Staff::with(&["orders.view"]);
    staff.patched_by_owner(&json!({ "starts": in_days(-2), "ends": in_days(-1) }));
    staff.client.get("/session").send().refused(ProblemCode::Ended);
    staff.client.get("/profile").send().refused(ProblemCode::Ended);
    sign_in(&Client::browser(), &staff.email, PASSWORD).refused(ProblemCode::Ended);

    staff.patched_by_owner(&json!({ "ends": in_days(1) }));
    let back: Session = sign_in(&Client::browser(), &staff.email, PASSWORD).expect(200).read();
    assert_eq!(texts(&back.permissions), ["orders.view"]);
}
