//! Forgotten passwords: nothing is said of who exists, and a link that is none opens nothing.

use latchkey_conformance::people::{PASSWORD, fresh_email};
use latchkey_conformance::{Client, Staff};
use latchkey_contract::problem::{FieldCode, ProblemCode};
use serde_json::json;

use crate::faults;

#[test]
fn nothing_is_said_of_who_exists() {
    let staff = Staff::with(&[]);
    for email in [staff.email.clone(), fresh_email()] {
        let answer = Client::browser()
            .post("/password-links")
            .json(&json!({ "email": email }))
            .send()
            .expect(202);
        assert!(answer.body.is_empty(), "{answer}");
    }
    // Asking changes nothing.
    staff.client.get("/session").send().expect(200);
}

#[test]
fn a_link_that_is_none_opens_nothing() {
    let visitor = Client::browser();
    visitor
        .get("/password-links/no-such-link")
        .send()
        .refused(ProblemCode::NotFound);
    let request = json!({ "new": PASSWORD });
    visitor
        .post("/password-links/no-such-link")
        .json(&request)
        .send()
        .refused(ProblemCode::NotFound);
}

#[test]
fn a_common_password_is_not_taken() {
    let staff = Staff::with(&[]);
    let change = json!({ "current": PASSWORD, "new": "123456789012345" });
    let request = staff.client.put("/profile/password").json(&change);
    let problem = request.send().refused(ProblemCode::Invalid);
    assert_eq!(faults(&problem), [("/new", FieldCode::TooCommon)]);
}
