//! Requests refuse what they do not know: nobody becomes the owner, or another store's, by adding a member.

use latchkey_contract::billing::BillingPatch;
use latchkey_contract::invitation::Join;
use latchkey_contract::onboarding::{BasicsAcceptance, OnboardingDraft};
use latchkey_contract::owner::NewOwner;
use latchkey_contract::profile::{PasswordChange, ProfilePatch};
use latchkey_contract::revocation::Revocation;
use latchkey_contract::session::SignIn;
use latchkey_contract::staff::{NewStaffMember, StaffPatch};
use latchkey_contract::two_factor::{PasswordProof, TwoFactorCode};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// What must never be set from outside, and what is simply no member.
const FOREIGN: [(&str, &str); 8] = [
    ("owner", "true"),
    ("status", "\"active\""),
    ("storeId", "\"s2\""),
    ("id", "\"a1\""),
    ("version", "\"9\""),
    ("twoFactor", "true"),
    ("isAdmin", "true"),
    ("lastSeen", "null"),
];

#[track_caller]
fn refuses<T: DeserializeOwned>(known: Value, more: &[&str]) {
    assert!(serde_json::from_value::<T>(known.clone()).is_ok(), "the request itself");
    let foreign = FOREIGN.map(|(name, value)| (name, serde_json::from_str(value).expect("JSON")));
    let more = more.iter().map(|name| (*name, json!([])));
    for (name, value) in foreign.into_iter().chain(more) {
        let mut request = known.clone();
        request[name] = value;
        let error = serde_json::from_value::<T>(request)
            .err()
            .map(|error| error.to_string());
        assert!(
            error.as_ref().is_some_and(|error| error.contains(name)),
            "`{name}`: {error:?}"
        );
    }
}

#[test]
fn every_request_refuses_unknown_members() {
    refuses::<SignIn>(
        json!({ "email": "a@b.test", "password": "p" }),
        &["permissions", "name"],
    );
    refuses::<NewOwner>(
        json!({ "token": "t", "storeName": "s", "currency": "EUR", "name": "n", "email": "a@b.test", "password": "p" }),
        &["permissions", "store"],
    );
    refuses::<Join>(
        json!({ "name": "n", "password": "p" }),
        &["email", "permissions", "roles", "starts", "ends", "token"],
    );
    refuses::<NewStaffMember>(
        json!({ "email": "a@b.test", "permissions": [] }),
        &["password", "invitation", "language"],
    );
    refuses::<StaffPatch>(json!({}), &["email", "password", "invitation", "language"]);
    refuses::<Revocation>(json!({}), &["permissions"]);
    refuses::<ProfilePatch>(json!({}), &["email", "password", "permissions", "roles", "ends"]);
    refuses::<PasswordChange>(json!({ "current": "a", "new": "b" }), &["email", "token"]);
    refuses::<BillingPatch>(json!({}), &["plans", "staff", "staffLimit", "price", "card"]);
    refuses::<PasswordProof>(json!({ "current": "a" }), &["account", "code"]);
    refuses::<TwoFactorCode>(json!({ "code": "123456" }), &["secret", "account"]);
    refuses::<BasicsAcceptance>(json!({ "basicsVersion": 2 }), &["account", "step", "steps"]);
    refuses::<OnboardingDraft>(json!({ "steps": [], "basics": {} }), &["basicsVersion", "accounts"]);
}
