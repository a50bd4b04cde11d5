//! Refusals that do not depend on what is asked for: unknown paths and records, methods, bodies and their members.

use latchkey_conformance::people::{fresh_email, owner};
use latchkey_conformance::{Answer, Client, Invited, Request, Staff};
use latchkey_contract::limits::BODY_MAX;
use latchkey_contract::problem::{FieldCode, ProblemCode};
use serde_json::{Value, json};

use crate::faults;

#[test]
fn unknown_paths_are_not_found() {
    for path in ["/nothing", "/staff/x/y/z", "/session/extra", "/permissions/orders.view"] {
        Client::browser().get(path).send().refused(ProblemCode::NotFound);
        owner().get(path).send().refused(ProblemCode::NotFound);
    }
}

#[test]
fn unknown_records_are_not_found() {
    for id in [
        "0",
        "no-such-id",
        "00000000-0000-0000-0000-000000000000",
        "%27%20OR%201=1",
        "%FF",
        "..%2f..",
    ] {
        owner()
            .get(format!("/staff/{id}"))
            .send()
            .refused(ProblemCode::NotFound);
        owner()
            .get(format!("/roles/{id}"))
            .send()
            .refused(ProblemCode::NotFound);
        let revocation = owner().put(format!("/staff/{id}/revocation")).json(&json!({}));
        revocation.send().refused(ProblemCode::NotFound);
        let suspension = owner().put(format!("/staff/{id}/suspension"));
        suspension.send().refused(ProblemCode::NotFound);
        let invitation = owner().post(format!("/staff/{id}/invitation"));
        invitation.send().refused(ProblemCode::NotFound);
        let sessions = owner().delete(format!("/staff/{id}/sessions"));
        sessions.send().refused(ProblemCode::NotFound);
        let own = owner().delete(format!("/sessions/{id}"));
        own.send().refused(ProblemCode::NotFound);
        let change = owner().patch(format!("/staff/{id}")).header("If-Match", "\"1\"");
        change
            .json(&json!({ "name": "x" }))
            .send()
            .refused(ProblemCode::NotFound);
    }
}

#[test]
fn a_path_says_which_methods_it_has() {
    for (method, path, allowed) in [
        ("PUT", "/session", "POST"),
        ("DELETE", "/permissions", "GET"),
        ("POST", "/profile", "PATCH"),
        ("PATCH", "/staff", "POST"),
        ("GET", "/profile/password", "PUT"),
        ("DELETE", "/roles", "GET"),
    ] {
        let answer = owner().request_named(method, path).send();
        let allow = answer.header("allow").unwrap_or_default().to_owned();
        assert!(
            allow.split(',').any(|method| method.trim() == allowed),
            "Allow is `{allow}`: {answer}"
        );
        answer.refused(ProblemCode::MethodNotAllowed);
    }
}

fn invite() -> Request<'static> {
    owner().post("/staff")
}

fn valid() -> Value {
    json!({ "email": fresh_email(), "name": "Nobody Yet", "permissions": [] })
}

#[test]
fn a_body_that_is_not_json_is_malformed() {
    for body in [
        "",
        "{",
        "{\"email\":",
        "nonsense",
        "{} {}",
        "{\"email\": \"a@b.test\",}",
        "\u{feff}{}",
    ] {
        let answer = invite().body("application/json", body).send();
        answer.refused(ProblemCode::Malformed);
    }
    let not_utf8 = invite().body("application/json", b"{\"email\": \"\xff\"}".to_vec());
    not_utf8.send().refused(ProblemCode::Malformed);
}

#[test]
fn a_body_of_another_type_is_refused() {
    for media_type in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/xml",
    ] {
        let answer = invite().body(media_type, valid().to_string()).send();
        answer.refused(ProblemCode::UnsupportedMediaType);
    }
    let untold = invite().body("x", valid().to_string()).without("Content-Type");
    untold.send().refused(ProblemCode::UnsupportedMediaType);
}

#[test]
fn parameters_of_the_media_type_do_no_harm() {
    let answer = invite()
        .body("application/json; charset=utf-8", valid().to_string())
        .send();
    drop(Invited::read(&answer.expect(201)));
}

#[test]
fn a_body_that_is_too_large_is_refused() {
    let mut body = valid();
    body["name"] = json!("x".repeat(BODY_MAX));
    invite().json(&body).send().refused(ProblemCode::TooLarge);
}

#[test]
fn members_of_the_wrong_type_are_named() {
    for (pointer, name, value) in [
        ("/email", "email", json!(7)),
        ("/name", "name", json!(["x"])),
        ("/permissions", "permissions", json!("orders.view")),
        ("/permissions/1", "permissions", json!(["orders.view", 7])),
        ("/roles", "roles", json!({})),
    ] {
        let mut body = valid();
        body[name] = value;
        let problem = invite().json(&body).send().refused(ProblemCode::Invalid);
        assert_eq!(faults(&problem), [(pointer, FieldCode::WrongType)]);
    }
    for body in [json!([]), json!("text"), json!(7), json!(null)] {
        invite().json(&body).send().refused(ProblemCode::Invalid);
    }
}

#[test]
fn members_that_are_missing_are_named() {
    for name in ["email", "permissions"] {
        let mut body = valid();
        body.as_object_mut().expect("an object").remove(name);
        let problem = invite().json(&body).send().refused(ProblemCode::Invalid);
        assert_eq!(faults(&problem), [(format!("/{name}").as_str(), FieldCode::Required)]);
    }
}

/// Nobody becomes what a form does not offer by adding a member to it.
#[test]
fn members_that_cannot_be_set_are_refused() {
    let staff = Staff::with(&[]);
    let invited = Invited::with(&[]);
    for (name, value) in [
        ("owner", json!(true)),
        ("status", json!("active")),
        ("storeId", json!("another")),
        ("id", json!("another")),
        ("version", json!("1")),
        ("twoFactor", json!(true)),
    ] {
        let with = |mut body: Value| {
            body[name] = value.clone();
            body
        };
        let refused = |answer: Answer| {
            let problem = answer.refused(ProblemCode::Invalid);
            assert_eq!(
                faults(&problem),
                [(format!("/{name}").as_str(), FieldCode::UnknownMember)]
            );
        };
        refused(invite().json(&with(valid())).send());
        let etag = staff.seen_by_owner().version.etag();
        let change = owner().patch(staff.path()).header("If-Match", etag);
        refused(change.json(&with(json!({}))).send());
        let profile = staff.client.patch("/profile").header("If-Match", "*");
        refused(profile.json(&with(json!({}))).send());
        let join = Client::browser().copy();
        let join = join.post(invited.invitation());
        refused(
            join.json(&with(json!({ "name": "n", "password": "long enough for this" })))
                .send(),
        );
    }
}
