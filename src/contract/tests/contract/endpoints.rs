//! The table of calls: each once, named once, with a rule that is the contract's.

use std::collections::BTreeSet;

use latchkey_contract::endpoint::{ENDPOINTS, Guard, Method};
use latchkey_contract::permissions::Rule;

#[test]
fn each_call_is_there_once() {
    let calls: BTreeSet<_> = ENDPOINTS
        .iter()
        .map(|endpoint| (endpoint.path, endpoint.method.as_str()))
        .collect();
    assert_eq!(calls.len(), ENDPOINTS.len(), "a method of a path is there twice");
    let names: BTreeSet<_> = ENDPOINTS.iter().map(|endpoint| endpoint.name).collect();
    assert_eq!(names.len(), ENDPOINTS.len(), "a name is there twice");
}

#[test]
fn paths_begin_with_a_slash_and_do_not_end_with_one() {
    for endpoint in ENDPOINTS {
        assert!(
            endpoint.path.starts_with('/') && !endpoint.path.ends_with('/'),
            "{}",
            endpoint.path
        );
    }
}

#[test]
fn only_these_calls_are_open_to_anybody() {
    let open: Vec<_> = ENDPOINTS
        .iter()
        .filter(|endpoint| endpoint.guard == Guard::Open)
        .map(|endpoint| (endpoint.method.as_str(), endpoint.path))
        .collect();
    assert_eq!(
        open,
        [
            ("POST", "/owner"),
            ("POST", "/session"),
            ("GET", "/permissions"),
            ("GET", "/invitations/{token}"),
            ("POST", "/invitations/{token}"),
            ("POST", "/passwords/strength"),
            ("POST", "/password-links"),
            ("GET", "/password-links/{token}"),
            ("POST", "/password-links/{token}"),
            ("POST", "/invitations/{token}/request"),
        ]
    );
}

#[test]
fn everything_about_other_people_roles_the_plan_and_what_happened_is_the_owners() {
    for endpoint in ENDPOINTS {
        let owners = ["/staff", "/roles", "/billing", "/activity", "/letters"]
            .iter()
            .any(|path| endpoint.path.starts_with(path));
        assert_eq!(
            endpoint.guard == Guard::Rule(Rule::Owner),
            owners,
            "{} {}",
            endpoint.method.as_str(),
            endpoint.path
        );
    }
}

#[test]
fn changing_a_record_says_which_state_was_seen_and_what_must_get_through_does_not() {
    for endpoint in ENDPOINTS {
        // What the owner has chosen of onboarding is one record of the store.
        let chosen = endpoint.name == "putOnboardingSettings";
        // Taking access or a session away must get through; taking a record away is a change of it like any other, and a
        // role is a record too.
        let record = endpoint.method == Method::Delete && endpoint.path == "/resources/{resource}/{id}";
        let role = endpoint.path.starts_with("/roles/{id}") && endpoint.method != Method::Get;
        let changes = endpoint.method == Method::Patch || record || (role && endpoint.name != "moveHolders") || chosen;
        assert_eq!(endpoint.if_match, changes, "{}", endpoint.name);
    }
}

#[test]
fn what_lies_behind_the_menus_is_guarded_by_its_descriptor() {
    for endpoint in ENDPOINTS {
        let guarded = matches!(endpoint.guard, Guard::Resource(_));
        assert_eq!(guarded, endpoint.path.starts_with("/resources/"), "{}", endpoint.name);
    }
    let acts: Vec<_> = ENDPOINTS
        .iter()
        .filter_map(|endpoint| match endpoint.guard {
            Guard::Resource(act) => Some((endpoint.name, act.as_str())),
            _ => None,
        })
        .collect();
    assert_eq!(
        acts,
        [
            ("listRecords", "view"),
            ("createRecord", "create"),
            ("exportRecords", "export"),
            ("commandList", "command"),
            ("getRecord", "view"),
            ("patchRecord", "edit"),
            ("deleteRecord", "delete"),
            ("restoreRecord", "delete"),
            ("commandRecord", "command"),
        ]
    );
}

#[test]
fn what_matters_most_needs_a_fresh_proof_and_what_shuts_out_for_now_does_not() {
    let fresh: BTreeSet<_> = ENDPOINTS
        .iter()
        .filter(|endpoint| endpoint.fresh)
        .map(|endpoint| endpoint.name)
        .collect();
    for endpoint in ENDPOINTS {
        // Whatever leaves as a file.
        if endpoint.path.rsplit('.').next() == Some("csv") {
            assert!(fresh.contains(endpoint.name), "{}", endpoint.name);
        }
    }
    for name in [
        "inviteStaff",
        "patchStaff",
        "revokeStaff",
        "reactivateStaff",
        "resendInvitation",
        "resetTwoFactor",
        "sendPasswordLink",
        "putRole",
        "deleteRole",
        "resetRole",
        "moveHolders",
        "patchBilling",
        "confirmTwoFactor",
        "removeTwoFactor",
        "renewRecoveryCodes",
    ] {
        assert!(fresh.contains(name), "{name}");
    }
    for name in [
        "suspendStaff",
        "endStaffSessions",
        "cancelInvitation",
        "proveAgain",
        "signOut",
    ] {
        assert!(!fresh.contains(name), "{name}");
    }
}
