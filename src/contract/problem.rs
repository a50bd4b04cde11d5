//! Refusals: RFC 9457 problem details, with a code that programs read and the app has its own words for.

use latchkey_permissions::{OnboardingStep, PermissionId};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use crate::role::Holder;

/// The media type of a [`Problem`].
pub const MEDIA_TYPE: &str = "application/problem+json";

macro_rules! codes {
    ($($(#[$meta:meta])* $name:ident = $text:literal, $status:literal, $title:literal;)+) => {
        /// What kind of refusal it is. Each has one status.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "kebab-case")]
        pub enum ProblemCode {
            $($(#[$meta])* $name,)+
            /// A code that this version does not know.
            #[serde(other)]
            #[cfg_attr(feature = "schema", schemars(skip))]
            Unknown,
        }

        impl ProblemCode {
            /// Every code that is known.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The code as it travels.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)+
                    Self::Unknown => "unknown",
                }
            }

            /// The HTTP status that goes with it.
            pub const fn status(self) -> u16 {
                match self {
                    $(Self::$name => $status,)+
                    Self::Unknown => 500,
                }
            }

            /// A short English title that never changes; for people who read the API, not for the screen.
            pub const fn title(self) -> &'static str {
                match self {
                    $(Self::$name => $title,)+
                    Self::Unknown => "Unknown problem",
                }
            }
        }
    };
}

codes! {
    /// The request cannot be read.
    Malformed = "malformed", 400, "Malformed request";
    /// Nobody is signed in, or no longer.
    SignedOut = "signed-out", 401, "Signed out";
    /// The store has no owner yet.
    NoOwner = "no-owner", 401, "No owner yet";
    /// E-mail and password do not belong together.
    InvalidCredentials = "invalid-credentials", 401, "Invalid credentials";
    /// The password is right, and a code of the second factor is needed besides.
    OtpRequired = "otp-required", 401, "Code required";
    /// It is some time since the person proved who it is: do that again, with `POST /session/proof`.
    ReauthRequired = "reauth-required", 401, "Fresh proof required";
    /// A permission is missing; `missing` names it.
    MissingPermission = "missing-permission", 403, "Missing permission";
    /// Only the owner may.
    OwnerOnly = "owner-only", 403, "Owner only";
    /// The password is right, but too short to be all that is asked for: it was chosen with a second factor that is no
    /// more. A new one is chosen by way of a letter.
    PasswordTooShort = "password-too-short", 403, "Password too short";
    /// The account is suspended.
    Suspended = "suspended", 403, "Account suspended";
    /// Steps come before access.
    Onboarding = "onboarding", 403, "Onboarding not finished";
    /// The account's time begins later.
    NotStarted = "not-started", 403, "Access has not started";
    /// The account's time is over.
    Ended = "ended", 403, "Access has ended";
    /// An unsafe request with a cookie came from another origin.
    OriginMismatch = "origin-mismatch", 403, "Origin does not match";
    /// There is nothing here.
    NotFound = "not-found", 404, "Not found";
    /// The path does not have this method.
    MethodNotAllowed = "method-not-allowed", 405, "Method not allowed";
    /// Another account has this e-mail address.
    EmailTaken = "email-taken", 409, "E-mail address taken";
    /// The plan has no room for another person; `limit` says for how many it has.
    StaffLimit = "staff-limit", 409, "Staff limit of the plan reached";
    /// The record's state does not allow it.
    State = "state", 409, "Not possible in this state";
    /// The invitation's time is over.
    InvitationExpired = "invitation-expired", 410, "Invitation expired";
    /// A later invitation has taken its place.
    InvitationReplaced = "invitation-replaced", 410, "Invitation replaced";
    /// Somebody has joined with it.
    InvitationUsed = "invitation-used", 410, "Invitation used";
    /// The owner has taken it back.
    InvitationCancelled = "invitation-cancelled", 410, "Invitation cancelled";
    /// The link for a new password was used, is too old, or a later one has taken its place.
    PasswordLinkOver = "password-link-over", 410, "Password link over";
    /// Somebody else changed the record in between; `current` is what it is now.
    Stale = "stale", 412, "Record has changed";
    /// The body is too large.
    TooLarge = "too-large", 413, "Body too large";
    /// The body is not JSON.
    UnsupportedMediaType = "unsupported-media-type", 415, "Unsupported media type";
    /// Members are wrong; `errors` names them.
    Invalid = "invalid", 422, "Invalid members";
    /// The same `Idempotency-Key` came with another body.
    IdempotencyMismatch = "idempotency-mismatch", 422, "Idempotency key used before";
    /// `If-Match` is missing.
    PreconditionRequired = "precondition-required", 428, "If-Match required";
    /// Too many attempts; `Retry-After` says when again.
    TooManyAttempts = "too-many-attempts", 429, "Too many attempts";
    /// The backend failed.
    Internal = "internal", 500, "Internal error";
    /// The backend cannot do it now, for example because its disk is full or read-only.
    Unavailable = "unavailable", 503, "Temporarily unavailable";
}

/// A refusal. `C` is the record that [`ProblemCode::Stale`] sends along; whoever does not want it ignores it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "Problem", description = "A refusal (RFC 9457).")
)]
#[serde(rename_all = "camelCase")]
pub struct Problem<C = IgnoredAny> {
    /// A URI reference that names the kind of problem.
    #[serde(rename = "type")]
    pub kind: String,
    /// A short English title that goes with the code.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// An English sentence on this one occurrence.
    pub detail: String,
    /// What programs read.
    pub code: ProblemCode,
    /// Permissions that are missing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::openapi::foreign::PermissionId>"))]
    pub missing: Vec<PermissionId>,
    /// The steps that are left, with `onboarding`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::onboarding::StepName>"))]
    pub steps: Vec<OnboardingStep>,
    /// Members that are wrong.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<FieldError>"))]
    pub errors: Vec<FieldError>,
    /// For how many there is room, with `staff-limit`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u64"))]
    pub limit: Option<u64>,
    /// Who holds the role that is to be deleted, with `state`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Holder>"))]
    pub holders: Vec<Holder>,
    /// The record as it is now, with `stale`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current: Option<C>,
}

impl<C> Problem<C> {
    /// A problem of this kind.
    pub fn new(code: ProblemCode, detail: impl Into<String>) -> Self {
        Self {
            kind: format!("/problems/{}", code.as_str()),
            title: code.title().to_owned(),
            status: code.status(),
            detail: detail.into(),
            code,
            missing: Vec::new(),
            steps: Vec::new(),
            errors: Vec::new(),
            limit: None,
            holders: Vec::new(),
            current: None,
        }
    }
}

/// One member that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FieldError {
    /// JSON Pointer (RFC 6901) into the body, for example `/email`; for the query of a list, `/` and its name.
    pub pointer: String,
    /// What programs read.
    pub code: FieldCode,
    /// An English sentence that names the way out.
    pub detail: String,
}

/// What is wrong with a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum FieldCode {
    /// It is missing or blank.
    Required,
    /// It has fewer characters than it must.
    TooShort,
    /// It has more characters than it may.
    TooLong,
    /// It is smaller than it may be.
    BelowMinimum,
    /// It is larger than it may be.
    AboveMaximum,
    /// It has fewer items than it must.
    TooFew,
    /// It has more items than it may.
    TooMany,
    /// It does not have the form that it must have.
    Malformed,
    /// It is not of the JSON type that it must be.
    WrongType,
    /// Another record has it already.
    Taken,
    /// It names something that does not exist.
    UnknownValue,
    /// There is no such member, or it cannot be set.
    UnknownMember,
    /// It ends before it starts.
    EndsBeforeStart,
    /// It is a password that many people use, or that is quickly guessed.
    TooCommon,
    /// It is a password made of what anybody knows of the person: the name, the e-mail address, the store.
    TooPersonal,
    /// It is not what it was compared with; the present password, for example.
    Mismatch,
    /// A code that this version does not know.
    #[serde(other)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    Other,
}
