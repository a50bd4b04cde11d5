//! Sessions: signing in, what the signed-in person may do, and the person's own list of sessions.

use latchkey_permissions::{
    Access, Catalogue, Grant, OnboardingStep, PermissionId, Person, Staff, Status, Time, Window,
};
use serde::{Deserialize, Serialize};

use crate::id::{AccountId, SessionId, StoreId, Version};

/// `POST /session`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SignIn {
    /// The e-mail address; case does not matter.
    pub email: String,
    /// The password.
    pub password: String,
    /// The code of the authenticator app, or a recovery code. Where it is needed and missing: 401 `otp-required`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub otp: Option<String>,
    /// Set no cookie, and answer a bearer token: for a client of another origin.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub token: bool,
}

/// Who is signed in, to which store, and what that person may do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Session {
    /// The person.
    pub account: SessionAccount,
    /// What is held at this moment, with everything it requires. Empty for the owner, who needs none.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::openapi::foreign::PermissionId>"))]
    pub permissions: Vec<PermissionId>,
    /// The store.
    pub store: Store,
    /// Changes whenever anything else in it does; the `ETag` of `GET /session`.
    pub version: Version,
    /// The bearer token, in the answer to a sign-in that asked for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
}

impl Session {
    /// The person's standing at `now`, read against the catalogue of the same backend.
    pub fn access(&self, catalogue: &Catalogue, now: Time) -> Access {
        if self.account.owner {
            return Access::Owner;
        }
        let held = catalogue.set(self.permissions.iter().cloned()).known;
        Person::Staff(Staff {
            status: self.account.status,
            window: Window {
                starts: self.account.starts,
                ends: self.account.ends,
            },
            grant: Grant::of(held),
            steps: self.account.onboarding.iter().copied().collect(),
        })
        .access(catalogue, now)
    }
}

/// The person who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SessionAccount {
    /// The account.
    pub id: AccountId,
    /// The person's name.
    pub name: String,
    /// The person's e-mail address.
    pub email: String,
    /// Whether this is the owner of the store.
    pub owner: bool,
    /// Where the account stands.
    #[cfg_attr(feature = "schema", schemars(with = "crate::staff::StatusName"))]
    pub status: Status,
    /// The language that the person has chosen, as BCP 47; the browser's where none is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// When access begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::Time>"))]
    pub starts: Option<Time>,
    /// When access ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::Time>"))]
    pub ends: Option<Time>,
    /// The steps that are left before access, in the order in which they are taken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::onboarding::StepName>"))]
    pub onboarding: Vec<OnboardingStep>,
}

/// The store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Store {
    /// Its id.
    pub id: StoreId,
    /// Its name.
    pub name: String,
    /// Its currency, as ISO 4217.
    pub currency: String,
}

/// One of a person's own sessions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OwnSession {
    /// Its id; not the secret that signs in.
    pub id: SessionId,
    /// Browser and system as far as they tell, for example `Firefox · Linux`.
    pub device: String,
    /// When it was signed in.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Time"))]
    pub created: Time,
    /// When it was last used; exact to a minute.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Time"))]
    pub last_seen: Time,
    /// Whether it is the one that asks.
    pub current: bool,
    /// Whether it was begun on a device where the person had never signed in, and the person has not said since that it was
    /// oneself.
    pub unrecognised: bool,
}

/// How many sessions were ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SessionsEnded {
    /// How many.
    pub sessions_ended: u64,
}
