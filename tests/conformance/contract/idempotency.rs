//! A caller who did not hear the answer asks again with the same key, and gets it instead of a second record.

use latchkey_conformance::people::{PASSWORD, fresh_email, fresh_word, owner};
use latchkey_conformance::{Answer, Client, Invited};
use latchkey_contract::problem::ProblemCode;
use latchkey_contract::session::Session;
use serde_json::{Value, json};

/// A key that nobody guesses.
fn fresh_key() -> String {
    format!("{}-{}", fresh_word(), fresh_word())
}

fn invite(key: &str, request: &Value) -> Answer {
    owner()
        .post("/staff")
        .header("Idempotency-Key", key)
        .json(request)
        .send()
}

#[test]
fn the_same_again_gives_the_first_answer() {
    let key = fresh_key();
    let request = json!({ "email": fresh_email(), "name": "Ada", "permissions": ["orders.view"] });
    let first = invite(&key, &request).expect(201);
    let invited = Invited::read(&first);
    let again = invite(&key, &request).expect(201);
    assert_eq!(again.json(), first.json());
    // With another key it is another invitation, of somebody who is here already.
    invite(&fresh_key(), &request).refused(ProblemCode::EmailTaken);
    Client::browser().get(invited.invitation()).send().expect(200);
}

#[test]
fn another_body_under_the_same_key_is_refused() {
    let key = fresh_key();
    let request = json!({ "email": fresh_email(), "permissions": [] });
    let _end = Invited::read(&invite(&key, &request).expect(201));
    let mut other = request.clone();
    other["permissions"] = json!(["orders.view"]);
    invite(&key, &other).refused(ProblemCode::IdempotencyMismatch);
}

#[test]
fn a_refusal_uses_no_key_up() {
    let key = fresh_key();
    invite(&key, &json!({ "email": "nobody", "permissions": [] })).refused(ProblemCode::Invalid);
    let request = json!({ "email": fresh_email(), "permissions": [] });
    let _end = Invited::read(&invite(&key, &request).expect(201));
}

#[test]
fn a_repeated_resending_makes_one_link() {
    let invited = Invited::with(&[]);
    let key = fresh_key();
    let resend = || {
        let request = owner().post(format!("{}/invitation", invited.path()));
        request.header("Idempotency-Key", key.as_str()).send().expect(201)
    };
    let (first, again) = (resend(), resend());
    assert_eq!(first.json(), again.json());
    let _end = Invited::read(&first).join();
}

#[test]
fn joining_again_after_a_dropped_answer_signs_in_all_the_same() {
    let invited = Invited::with(&["orders.view"]);
    let key = fresh_key();
    let join = |client: &Client| {
        let request = client
            .post(invited.invitation())
            .header("Idempotency-Key", key.as_str());
        request.json(&json!({ "name": "Ada", "password": PASSWORD })).send()
    };
    let first: Session = join(&Client::browser()).expect(201).read();
    let browser = Client::browser();
    let again: Session = join(&browser).expect(201).read();
    assert_eq!(first, again);
    browser.get("/session").send().expect(200);
}

#[test]
fn a_key_that_can_be_guessed_or_is_too_long_is_malformed() {
    let request = json!({ "email": fresh_email(), "permissions": [] });
    for key in ["", "1", &"x".repeat(256)] {
        invite(key, &request).refused(ProblemCode::Malformed);
    }
}
