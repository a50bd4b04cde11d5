//! Onboarding: the steps between joining and access. The owner chooses which there are; each person takes their own.

use latchkey_permissions::{OnboardingStep, PermissionId, Text, Time};
use serde::{Deserialize, Serialize};

use crate::id::Version;
use crate::resource::ResourceBrief;

/// The steps that the owner can ask for. A password of one's own is chosen by joining, by everybody.
pub const OPTIONAL_STEPS: [OnboardingStep; 2] = [OnboardingStep::SecurityBasics, OnboardingStep::GuidedTour];

/// Of whom a second factor is required, besides the people of whom it is required by name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum TwoFactorPolicy {
    /// Of nobody: whoever wants one sets it up.
    #[default]
    Optional,
    /// Of everybody who holds something sensitive, now or on a later date.
    Sensitive,
    /// Of everybody on the staff.
    Everybody,
}

impl TwoFactorPolicy {
    /// All of them, from the laxest to the strictest.
    pub const ALL: [Self; 3] = [Self::Optional, Self::Sensitive, Self::Everybody];

    /// As it travels.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Optional => "optional",
            Self::Sensitive => "sensitive",
            Self::Everybody => "everybody",
        }
    }
}

/// How long after a reminder the next one can be sent, in milliseconds: a day.
pub const REMINDER_PAUSE_MS: i64 = 86_400_000;

/// A step. These are the values of [`OnboardingStep`], which knows nothing of schemas, for the description.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "OnboardingStep", description = "A step between joining and access.")
)]
#[serde(rename_all = "kebab-case")]
pub enum StepName {
    /// Accept the invitation and choose a password.
    ChoosePassword,
    /// Read and accept the store's security basics.
    SecurityBasics,
    /// Set up a second factor.
    SecondFactor,
    /// Take the tour of the menus one will have.
    GuidedTour,
}

/// `GET /onboarding`: one's own steps, and what they need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OwnOnboarding {
    /// The steps in the order in which they are taken, those that are done among them.
    pub steps: Vec<OwnStep>,
    /// The store's security basics, where reading them is a step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basics: Option<SecurityBasics>,
    /// What the person will hold once the steps are taken, with everything it requires, in the order of the catalogue.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::openapi::foreign::PermissionId>"))]
    pub permissions: Vec<PermissionId>,
    /// What the person will be able to view behind the menus.
    pub resources: Vec<ResourceBrief>,
}

/// One of one's own steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OwnStep {
    /// Which.
    #[cfg_attr(feature = "schema", schemars(with = "StepName"))]
    pub step: OnboardingStep,
    /// Whether it is done.
    pub done: bool,
}

/// What everybody on the staff should know about keeping the store safe, in the owner's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SecurityBasics {
    /// Rises by one whenever the text is changed.
    pub version: u64,
    /// The text; a blank line begins a paragraph.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Text"))]
    pub text: Text,
}

/// `PUT /onboarding/security-basics`: says which version was read and is accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BasicsAcceptance {
    /// The version of the text.
    pub basics_version: u64,
}

/// `GET /staff/onboarding`: what the owner has chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OnboardingSettings {
    /// The steps that are asked for, among [`OPTIONAL_STEPS`].
    #[cfg_attr(feature = "schema", schemars(with = "Vec<StepName>"))]
    pub steps: Vec<OnboardingStep>,
    /// The security basics.
    pub basics: SecurityBasics,
    /// Of whom a second factor is required.
    #[serde(default)]
    pub two_factor_policy: TwoFactorPolicy,
    /// In the answer to a change: how many people who had access have a step to take before they go on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_again: Option<u64>,
    /// The state of the record; its `ETag`.
    pub version: Version,
}

/// `PUT /staff/onboarding`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OnboardingDraft {
    /// The steps to ask for, among [`OPTIONAL_STEPS`].
    #[cfg_attr(feature = "schema", schemars(with = "Vec<StepName>"))]
    pub steps: Vec<OnboardingStep>,
    /// The text of the security basics, at least in English where they are a step.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Text"))]
    pub basics: Text,
    /// Of whom a second factor is required. Those who have access and no second factor set one up before they go on.
    #[serde(default)]
    pub two_factor_policy: TwoFactorPolicy,
    /// Whether everybody on the staff who has not accepted the text as it is then must do so before going on. Otherwise
    /// it is for newcomers.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ask_everybody: bool,
}

/// How far somebody is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StaffOnboarding {
    /// The steps that are left, in the order in which they are taken; the first is where the person stands.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<StepName>"))]
    pub steps: Vec<OnboardingStep>,
    /// Since when the person stands there.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Time"))]
    pub since: Time,
    /// When a reminder was last sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::Time>"))]
    pub reminded: Option<Time>,
}
