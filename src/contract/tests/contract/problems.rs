//! Refusals: each code once, with the status that the contract gives it, and the form in which they travel.

use std::collections::BTreeSet;

use latchkey_contract::permissions::PermissionId;
use latchkey_contract::problem::{FieldCode, FieldError, Problem, ProblemCode};
use latchkey_contract::profile::Profile;
use serde_json::{Value, json};

use crate::travels;

/// The contract's statuses with their codes.
const STATUSES: &[(u16, &[&str])] = &[
    (400, &["malformed"]),
    (
        401,
        &[
            "signed-out",
            "no-owner",
            "invalid-credentials",
            "otp-required",
            "reauth-required",
        ],
    ),
    (
        403,
        &[
            "missing-permission",
            "owner-only",
            "password-too-short",
            "suspended",
            "onboarding",
            "not-started",
            "ended",
            "origin-mismatch",
        ],
    ),
    (404, &["not-found"]),
    (405, &["method-not-allowed"]),
    (409, &["email-taken", "staff-limit", "state"]),
    (
        410,
        &[
            "invitation-expired",
            "invitation-replaced",
            "invitation-used",
            "invitation-cancelled",
            "password-link-over",
        ],
    ),
    (412, &["stale"]),
    (413, &["too-large"]),
    (415, &["unsupported-media-type"]),
    (422, &["invalid", "idempotency-mismatch"]),
    (428, &["precondition-required"]),
    (429, &["too-many-attempts"]),
    (500, &["internal"]),
    (503, &["unavailable"]),
];

#[test]
fn each_code_is_there_once_and_has_the_status_of_the_contract() {
    let known: BTreeSet<(u16, &str)> = ProblemCode::ALL
        .iter()
        .map(|code| (code.status(), code.as_str()))
        .collect();
    let promised: BTreeSet<(u16, &str)> = STATUSES
        .iter()
        .flat_map(|(status, codes)| codes.iter().map(move |code| (*status, *code)))
        .collect();
    assert_eq!(known, promised);
    assert_eq!(known.len(), ProblemCode::ALL.len(), "a code is there twice");
    let titles: BTreeSet<&str> = ProblemCode::ALL.iter().map(|code| code.title()).collect();
    assert_eq!(titles.len(), ProblemCode::ALL.len(), "a title is there twice");
}

#[test]
fn each_code_travels_under_its_name() {
    for code in ProblemCode::ALL {
        travels(code, &json!(code.as_str()));
    }
}

#[test]
fn codes_of_later_versions_are_read_as_unknown() {
    let code: ProblemCode = serde_json::from_value(json!("from-the-future")).expect("it can be read");
    assert_eq!(code, ProblemCode::Unknown);
    let code: FieldCode = serde_json::from_value(json!("from-the-future")).expect("it can be read");
    assert_eq!(code, FieldCode::Other);
}

#[test]
fn a_plain_problem_has_the_members_of_rfc_9457_and_its_code() {
    travels(
        &Problem::<Value>::new(ProblemCode::NotFound, "There is no such account."),
        &json!({
            "type": "/problems/not-found",
            "title": "Not found",
            "status": 404,
            "detail": "There is no such account.",
            "code": "not-found",
        }),
    );
}

#[test]
fn a_problem_names_what_is_missing_and_what_is_wrong() {
    let mut problem = Problem::<Value>::new(ProblemCode::MissingPermission, "Refunding needs orders.refund.");
    problem.missing = vec![PermissionId::from_static("orders.refund")];
    problem.errors = vec![FieldError {
        pointer: "/starts".into(),
        code: FieldCode::EndsBeforeStart,
        detail: "Choose a later end.".into(),
    }];
    travels(
        &problem,
        &json!({
            "type": "/problems/missing-permission",
            "title": "Missing permission",
            "status": 403,
            "detail": "Refunding needs orders.refund.",
            "code": "missing-permission",
            "missing": ["orders.refund"],
            "errors": [{ "pointer": "/starts", "code": "ends-before-start", "detail": "Choose a later end." }],
        }),
    );
}

#[test]
fn a_stale_change_brings_the_record_and_whoever_does_not_want_it_need_not_know_it() {
    let stale = json!({
        "type": "/problems/stale",
        "title": "Record has changed",
        "status": 412,
        "detail": "Somebody changed it.",
        "code": "stale",
        "current": { "id": "a", "name": "n", "email": "a@b.test", "language": null, "version": "2" },
    });
    let read: Problem<Profile> = serde_json::from_value(stale.clone()).expect("it can be read");
    assert_eq!(read.current.expect("the record").name, "n");
    let read: Problem = serde_json::from_value(stale).expect("it can be read");
    assert_eq!(read.code, ProblemCode::Stale);
}
