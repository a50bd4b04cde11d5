//! What happened in the store: who did what to whom or what, and when.

use latchkey_permissions::{OnboardingStep, PermissionId, SectionId, Text, Time};
use serde::{Deserialize, Serialize};

use crate::id::{AccountId, ResourceId, RoleId};
use crate::letter::LetterKind;
use crate::money::Money;

/// Names the kinds once: the variants, how each travels, and the list of all.
macro_rules! kinds {
    ($($(#[$meta:meta])* $name:ident = $text:literal;)+) => {
        /// What kind of thing happened.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ActivityKind"))]
        pub enum Kind {
            $($(#[$meta])* #[serde(rename = $text)] $name,)+
        }

        impl Kind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// How it travels.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)+
                }
            }
        }
    };
}

kinds! {
    /// The store got its owner.
    OwnerCreated = "owner-created";
    /// The owner offered the store to somebody.
    OwnershipOffered = "ownership-offered";
    /// The offer was taken back, declined, or gave way to another.
    OwnershipOfferClosed = "ownership-offer-closed";
    /// The store went to another owner.
    OwnershipTransferred = "ownership-transferred";
    /// Somebody signed in.
    SignedIn = "signed-in";
    /// A sign-in failed: the password was wrong, or there is no such account.
    SignInFailed = "sign-in-failed";
    /// Somebody with the right password was not let in, being suspended or outside the dates.
    SignInRefused = "sign-in-refused";
    /// Somebody signed out.
    SignedOut = "signed-out";
    /// Somebody who is signed in proved once more who it is.
    ProvenAgain = "proven-again";
    /// Sessions were ended, one's own or somebody else's.
    SessionsEnded = "sessions-ended";
    /// A request was refused, because a permission was missing or it is the owner's alone.
    Refused = "refused";
    /// Somebody changed the own password.
    PasswordChanged = "password-changed";
    /// Somebody was sent a link for a new password: nobody did it where the person asked for it at the door.
    PasswordLinkSent = "password-link-sent";
    /// Somebody chose a new password with such a link.
    PasswordReset = "password-reset";
    /// Somebody who is signed in gave a wrong present password.
    PasswordRefused = "password-refused";
    /// Somebody changed the own profile.
    ProfileChanged = "profile-changed";
    /// Somebody was invited.
    Invited = "invited";
    /// An invitation was sent again.
    InvitationResent = "invitation-resent";
    /// An invitation was taken back.
    InvitationCancelled = "invitation-cancelled";
    /// Somebody joined.
    Joined = "joined";
    /// What a member of staff holds, is called, or the dates of it were changed.
    StaffChanged = "staff-changed";
    /// Somebody was shut out for now.
    Suspended = "suspended";
    /// Somebody was let in again.
    Reactivated = "reactivated";
    /// All access was taken back.
    Revoked = "revoked";
    /// A role was made.
    RoleCreated = "role-created";
    /// A role was changed.
    RoleChanged = "role-changed";
    /// A role was made what it was when it came with the backend.
    RoleReset = "role-reset";
    /// A role was deleted.
    RoleDeleted = "role-deleted";
    /// A role that came with the backend was brought back.
    RoleRestored = "role-restored";
    /// All who held a role were given another one, or none.
    HoldersMoved = "holders-moved";
    /// A record was made.
    RecordCreated = "record-created";
    /// A record was changed.
    RecordChanged = "record-changed";
    /// A record changed along with something else: the stock of a product with an order, for example.
    RecordFollowed = "record-followed";
    /// A record was taken away.
    RecordDeleted = "record-deleted";
    /// A record was brought back.
    RecordRestored = "record-restored";
    /// A command was done to a record or to a list.
    CommandDone = "command-done";
    /// A list was had as a file.
    ListExported = "list-exported";
    /// A report was had as a file.
    ReportExported = "report-exported";
    /// This record of what happened was had as a file.
    ActivityExported = "activity-exported";
    /// The store went to another plan.
    PlanChanged = "plan-changed";
    /// The invoices were had as a file.
    InvoicesExported = "invoices-exported";
    /// Somebody turned the own second factor on.
    TwoFactorOn = "two-factor-on";
    /// Somebody turned the own second factor off.
    TwoFactorOff = "two-factor-off";
    /// The owner took away somebody's second factor, which was lost.
    TwoFactorReset = "two-factor-reset";
    /// Somebody made new recovery codes.
    RecoveryCodesMade = "recovery-codes-made";
    /// Somebody signed in with a recovery code.
    RecoveryCodeUsed = "recovery-code-used";
    /// A letter could not be delivered, and is not tried any more.
    LetterFailed = "letter-failed";
    /// A letter that had not arrived was tried again at once.
    LetterRetried = "letter-retried";
    /// A letter that had not arrived was thrown away.
    LetterDiscarded = "letter-discarded";
    /// Whoever held a dead invitation asked for a new one.
    InvitationRequested = "invitation-requested";
    /// The owner left such a request without an invitation.
    InvitationRequestDismissed = "invitation-request-dismissed";
    /// The owner changed the steps before access, or the security basics.
    OnboardingChanged = "onboarding-changed";
    /// Somebody took a step before access.
    OnboardingStepDone = "onboarding-step-done";
    /// The last step was taken, or is not asked any more: access is open.
    OnboardingFinished = "onboarding-finished";
    /// Somebody was reminded of the steps that are left.
    Reminded = "reminded";
}

/// A person as called at the time. Whoever has left since is still called that here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "ActivityPerson")
)]
pub struct Person {
    /// The account.
    pub id: AccountId,
    /// The name; the e-mail address of whoever had none yet.
    pub name: String,
}

/// What sort of thing a subject is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum SubjectType {
    /// A person.
    Account,
    /// A role.
    Role,
    /// A record of the entry's resource.
    Record,
    /// A resource as a whole.
    Resource,
    /// A report.
    Report,
    /// The store itself.
    Store,
}

impl SubjectType {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Account,
        Self::Role,
        Self::Record,
        Self::Resource,
        Self::Report,
        Self::Store,
    ];

    /// How it travels.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Role => "role",
            Self::Record => "record",
            Self::Resource => "resource",
            Self::Report => "report",
            Self::Store => "store",
        }
    }
}

/// Whom or what an entry is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Subject {
    /// What sort of thing it is.
    #[serde(rename = "type")]
    pub sort: SubjectType,
    /// Its id.
    pub id: String,
    /// What it was called at the time; empty where that would tell personal data of a customer.
    pub name: String,
}

/// A role as called at the time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RoleName {
    /// The role.
    pub id: RoleId,
    /// Its name.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Text"))]
    pub name: Text,
}

/// A value before or after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ActivityValue"))]
#[serde(rename_all = "camelCase")]
pub enum Value {
    /// A text.
    Text(String),
    /// One or several of a field's choices, by their labels.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::openapi::foreign::Text>"))]
    Labels(Vec<Text>),
    /// A decimal number.
    Number(String),
    /// An amount.
    Money(Money),
    /// A day, `2026-11-27`.
    Day(String),
    /// A moment.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Time"))]
    Time(Time),
    /// Yes or no.
    Switch(bool),
    /// Permissions.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::openapi::foreign::PermissionId>"))]
    Permissions(Vec<PermissionId>),
    /// Roles.
    Roles(Vec<RoleName>),
}

/// One thing that is other than before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "ActivityChange")
)]
pub struct Change {
    /// The field of the record; of people and roles `name`, `permissions`, `roles`, `starts`, `ends`,
    /// `periods` (of single roles and permissions), `twoFactorRequired`, `language`; of the store `plan`, and of
    /// onboarding `basics` (the version of the text), `twoFactor` (of whom a second factor is required) and a step's name
    /// (whether it is asked).
    pub field: String,
    /// What a record's field is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::Text>"))]
    pub label: Option<Text>,
    /// The value before; absent where there was none, or where it is not kept: secrets, personal data and long texts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Value>,
    /// The value after, likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Value>,
}

/// What more is known of it; which of these there are depends on the kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "ActivityDetail")
)]
#[serde(rename_all = "camelCase", default)]
pub struct Detail {
    /// What the subject is called in each language, where it is no person: a role, a command, a report, a
    /// resource; of the store, the plan that it has now.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::Text>"))]
    pub label: Option<Text>,
    /// What the resource is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::Text>"))]
    pub resource_title: Option<Text>,
    /// How many sessions it ended, or how many records a file has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u64>,
    /// How many times the same happened, where that is told at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub times: Option<u64>,
    /// Why it was refused: a problem's code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// What was asked for and refused: a method and a path of the contract.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub call: Option<String>,
    /// The permissions that were missing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::openapi::foreign::PermissionId>"))]
    pub missing: Vec<PermissionId>,
    /// Whose access it touched besides the subject's: those who hold a role.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Person>,
    /// The role that holders were moved to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<RoleName>,
    /// The step that was taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::onboarding::StepName>"))]
    pub step: Option<OnboardingStep>,
    /// The first and the last day of a report.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<(String, String)>,
    /// What the letter is about, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub letter: Option<LetterKind>,
    /// What is other than before.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change>,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ActivityEntry"))]
#[serde(rename_all = "camelCase")]
pub struct Entry {
    /// Its place; entries are numbered from 1 without a gap.
    pub number: u64,
    /// When.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Time"))]
    pub at: Time,
    /// What kind of thing.
    pub kind: Kind,
    /// Who did it; nobody where the backend did it by itself, or it is not known who it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<Person>,
    /// To whom or what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Subject>,
    /// The section of the catalogue, where it happened in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::openapi::foreign::SectionId>"))]
    pub section: Option<SectionId>,
    /// The resource, where it happened in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resource: Option<ResourceId>,
    /// What more is known of it.
    pub detail: Detail,
    /// Why, where somebody said so.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Browser and system from which it was done, as far as they tell.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub device: String,
    /// The network address from which it was done.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
}

/// What is wrong with an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// It says something else than when it was written.
    Altered,
    /// It is not there any more.
    Removed,
    /// It was put there later.
    Inserted,
    /// It is in another place than where it was written.
    Reordered,
}

/// An entry that is not as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FaultyEntry {
    /// Its number.
    pub number: u64,
    /// What is wrong with it.
    pub fault: Fault,
}

/// How the entries stand to a head that was noted earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum HeadCheck {
    /// They begin with all that there was then.
    Holds,
    /// There are fewer than there were then: the last were cut off.
    CutOff,
    /// They were written anew since.
    Differs,
}

/// `GET /activity/verification`: whether all entries are as they were written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Verification {
    /// Whether nothing is wrong.
    pub ok: bool,
    /// How many entries there are.
    pub count: u64,
    /// The number of the last and its hash: whoever notes it elsewhere finds out later when the end is cut off.
    pub head: String,
    /// What is wrong, at most the first hundred.
    pub faults: Vec<FaultyEntry>,
    /// How many are wrong in all.
    pub faulty: u64,
    /// How the entries stand to the head that was sent along.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub noted: Option<HeadCheck>,
}
