//! Signing in: the cookie, the bearer token, and what a failed attempt tells.

use latchkey_conformance::people::{PASSWORD, fresh_email, sign_in};
use latchkey_conformance::{Client, Invited, Settings, Staff};
use latchkey_contract::problem::ProblemCode;
use latchkey_contract::session::Session;
use serde_json::json;

#[test]
fn the_owner_signs_in_and_needs_no_permission() {
    let session: Session = latchkey_conformance::owner().get("/session").send().expect(200).read();
    assert!(session.account.owner);
    assert_eq!(session.account.email, Settings::get().owner);
    assert_eq!(session.permissions, []);
    assert_eq!(session.token, None);
}

#[test]
fn staff_of_the_store_sign_in_and_hold_what_they_require() {
    let settings = Settings::get();
    let client = Client::browser();
    let answer = sign_in(&client, &settings.staff, &settings.password).expect(200);
    // One carries the session; another may know the device again. No script reads either.
    let cookies: Vec<_> = answer.headers.get_all("set-cookie").iter().collect();
    let all_hidden = cookies
        .iter()
        .all(|cookie| cookie.to_str().is_ok_and(|text| text.contains("; HttpOnly")));
    assert!(!cookies.is_empty() && all_hidden, "{cookies:?}");
    let session: Session = answer.read();
    assert!(!session.account.owner);
    let catalogue = crate::catalogue();
    let held = catalogue.set(session.permissions.iter().cloned());
    assert_eq!(held.unknown, [], "a permission that the catalogue does not know");
    assert_eq!(
        catalogue.ids(catalogue.with_required(held.known)),
        session.permissions,
        "with everything they require, in the order of the catalogue"
    );
    client.delete("/session").send().expect(204);
}

#[test]
fn case_of_the_address_does_not_matter() {
    let staff = Staff::with(&[]);
    let client = Client::browser();
    sign_in(&client, &staff.email.to_uppercase(), PASSWORD).expect(200);
    client.get("/session").send().expect(200);
}

#[test]
fn a_program_gets_a_token_and_no_cookie() {
    let staff = Staff::with(&["orders.view"]);
    let answer = Client::browser()
        .post("/session")
        .json(&json!({ "email": staff.email, "password": PASSWORD, "token": true }))
        .header("Origin", "https://another.example")
        .send()
        .expect(200);
    assert_eq!(answer.header("set-cookie"), None);
    let session: Session = answer.read();
    let token = session.token.expect("a token");
    assert!(token.len() >= 32, "256 bits take more than {} characters", token.len());

    let program = Client::with_token(&token);
    let seen: Session = program.get("/session").send().expect(200).read();
    assert_eq!(seen.account.id, staff.id);
    assert_eq!(seen.token, None, "it is told once");
    // A header is set on purpose, so there is no origin to ask for.
    program.delete("/session").without("Origin").send().expect(204);
    program.get("/session").send().refused(ProblemCode::SignedOut);
}

#[test]
fn a_failed_attempt_does_not_tell_which_part_was_wrong() {
    let staff = Staff::with(&[]);
    let invited = Invited::with(&[]);
    let client = Client::browser();
    let wrong = sign_in(&client, &staff.email, "not this one, surely").refused(ProblemCode::InvalidCredentials);
    let nobody = sign_in(&client, &fresh_email(), PASSWORD).refused(ProblemCode::InvalidCredentials);
    let not_joined = sign_in(&client, &invited.email, PASSWORD).refused(ProblemCode::InvalidCredentials);
    assert_eq!(wrong, nobody);
    assert_eq!(wrong, not_joined);
    client.get("/session").send().refused(ProblemCode::SignedOut);
}

#[test]
fn many_failures_have_to_wait() {
    let staff = Staff::with(&[]);
    let client = Client::browser();
    let refused = (0..20)
        .map(|_| sign_in(&client, &staff.email, "not this one, surely"))
        .find(|answer| answer.status == 429)
        .expect("no attempt of twenty was slowed down");
    let seconds: u64 = refused
        .header("retry-after")
        .and_then(|value| value.parse().ok())
        .expect("whole seconds");
    assert!(seconds > 0);
    refused.refused(ProblemCode::TooManyAttempts);
}

#[test]
fn what_is_presented_and_means_nothing_is_signed_out() {
    for token in ["", "x", "not-a-token", &"0".repeat(64)] {
        Client::with_token(token)
            .get("/session")
            .send()
            .refused(ProblemCode::SignedOut);
    }
    let request = Client::browser();
    request
        .get("/session")
        .header("Cookie", "latchkey=nonsense; __Host-latchkey=nonsense")
        .send()
        .refused(ProblemCode::SignedOut);
}
