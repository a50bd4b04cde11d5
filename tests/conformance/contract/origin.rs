//! A cookie is sent along whoever asks the browser to, so what changes something must come from the app's own origin.

use latchkey_conformance::{Request, Settings, Staff};
use latchkey_contract::problem::ProblemCode;
use latchkey_contract::profile::Profile;
use serde_json::json;

/// Origins that are not the app's.
fn foreign() -> Vec<String> {
    let own = &Settings::get().origin;
    let (scheme, host) = own.split_once("://").expect("an origin");
    let other_scheme = if scheme == "https" { "http" } else { "https" };
    vec![
        "https://evil.example".into(),
        "null".into(),
        format!("{other_scheme}://{host}"),
        format!("{own}.evil.example"),
        format!("{scheme}://evil.{host}"),
    ]
}

#[test]
fn a_change_with_the_cookie_needs_the_apps_own_origin() {
    let staff = Staff::with(&[]);
    let before: Profile = staff.client.get("/profile").send().expect(200).read();
    let rename = || -> Request<'_> {
        let request = staff.client.patch("/profile").header("If-Match", before.version.etag());
        request.json(&json!({ "name": "Somebody Else" }))
    };
    rename().without("Origin").send().refused(ProblemCode::OriginMismatch);
    for origin in foreign() {
        rename()
            .header("Origin", origin)
            .send()
            .refused(ProblemCode::OriginMismatch);
    }
    let after: Profile = staff.client.get("/profile").send().expect(200).read();
    assert_eq!(after, before, "a refused change has changed something");
    rename().send().expect(200);
}

#[test]
fn nobody_is_signed_out_or_in_from_elsewhere() {
    let staff = Staff::with(&[]);
    for origin in foreign() {
        let sign_out = staff.client.delete("/session").header("Origin", origin.as_str());
        sign_out.send().refused(ProblemCode::OriginMismatch);
        let end_others = staff.client.delete("/sessions").header("Origin", origin);
        end_others.send().refused(ProblemCode::OriginMismatch);
    }
    staff.client.get("/session").send().expect(200);
}

#[test]
fn reading_needs_no_origin() {
    let staff = Staff::with(&[]);
    staff.client.get("/session").without("Origin").send().expect(200);
}

#[test]
fn a_bearer_token_needs_no_origin() {
    let staff = Staff::with(&[]);
    let program = staff.program();
    for origin in foreign() {
        let end = program.delete("/sessions").header("Origin", origin);
        end.send().expect(200);
    }
    program.delete("/sessions").without("Origin").send().expect(200);
}
