//! One's own password: the present one is asked for, and all other sessions end.

use latchkey_conformance::people::{PASSWORD, sign_in};
use latchkey_conformance::{Answer, Client, Staff};
use latchkey_contract::problem::{FieldCode, ProblemCode};
use serde_json::json;

use crate::faults;

const NEW: &str = "another long passphrase";

fn change(client: &Client, current: &str, new: &str) -> Answer {
    let request = json!({ "current": current, "new": new });
    client.put("/profile/password").json(&request).send()
}

#[test]
fn a_new_password_ends_all_other_sessions() {
    let staff = Staff::with(&[]);
    let (browser, program) = (staff.another_browser(), staff.program());
    change(&staff.client, PASSWORD, NEW).expect(204);
    staff.client.get("/session").send().expect(200);
    browser.get("/session").send().refused(ProblemCode::SignedOut);
    program.get("/session").send().refused(ProblemCode::SignedOut);
    sign_in(&Client::browser(), &staff.email, PASSWORD).refused(ProblemCode::InvalidCredentials);
    sign_in(&Client::browser(), &staff.email, NEW).expect(200);
}

#[test]
fn a_program_goes_on_as_well() {
    let staff = Staff::with(&[]);
    let program = staff.program();
    change(&program, PASSWORD, NEW).expect(204);
    program.get("/session").send().expect(200);
    staff.client.get("/session").send().refused(ProblemCode::SignedOut);
}

#[test]
fn the_present_password_is_asked_for() {
    let staff = Staff::with(&[]);
    let problem = change(&staff.client, "not this one, surely", NEW).refused(ProblemCode::Invalid);
    assert_eq!(faults(&problem), [("/current", FieldCode::Mismatch)]);
    sign_in(&Client::browser(), &staff.email, PASSWORD).expect(200);
}

#[test]
fn a_new_password_has_its_length() {
    let staff = Staff::with(&[]);
    for (new, code) in [
        ("x".repeat(14), FieldCode::TooShort),
        ("x".repeat(129), FieldCode::TooLong),
    ] {
        let problem = change(&staff.client, PASSWORD, &new).refused(ProblemCode::Invalid);
        assert_eq!(faults(&problem), [("/new", code)]);
    }
}

#[test]
fn trying_passwords_in_an_open_session_has_to_wait() {
    let staff = Staff::with(&[]);
    let refused = (0..20)
        .map(|_| change(&staff.client, "not this one, surely", NEW))
        .find(|answer| answer.status == 429)
        .expect("no attempt of twenty was slowed down");
    refused.refused(ProblemCode::TooManyAttempts);
}
