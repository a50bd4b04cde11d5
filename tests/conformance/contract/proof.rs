//! Proving once more who it is: by the password alone where nothing else is set up, and under a new token from then on.

use latchkey_conformance::people::PASSWORD;
use latchkey_conformance::{Client, Staff};
use latchkey_contract::problem::{FieldCode, ProblemCode};
use latchkey_contract::proof::Proven;
use serde_json::json;

use crate::faults;

#[test]
fn whoever_has_just_signed_in_has_proved_it() {
    let staff = Staff::with(&[]);
    staff.another_browser().get("/session/proof").send().expect(204);
    Client::browser()
        .get("/session/proof")
        .send()
        .refused(ProblemCode::SignedOut);
}

#[test]
fn a_wrong_password_proves_nothing() {
    let staff = Staff::with(&[]);
    let request = staff.client.post("/session/proof");
    let problem = request
        .json(&json!({ "current": "not this one, surely" }))
        .send()
        .refused(ProblemCode::Invalid);
    assert_eq!(faults(&problem), [("/current", FieldCode::Mismatch)]);
    staff.client.get("/session").send().expect(200);
}

#[test]
fn the_session_goes_on_under_another_token() {
    let staff = Staff::with(&[]);
    let proof = json!({ "current": PASSWORD });
    let before = staff.client.copy();
    staff.client.post("/session/proof").json(&proof).send().expect(200);
    staff.client.get("/session").send().expect(200);
    // Whoever has the old token has not proved anything by it.
    let old = before.get("/session/proof").send();
    assert_eq!(old.status, 401, "{old}");

    let program = staff.program();
    let proven: Proven = program.post("/session/proof").json(&proof).send().expect(200).read();
    let token = proven.token.expect("a program gets it in the answer");
    Client::with_token(&token).get("/session/proof").send().expect(204);
}
