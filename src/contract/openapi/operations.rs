//! What the description says of each endpoint, keyed by its name. The table of endpoints is what programs run by and
//! stays free of prose; a test holds that neither table has an entry more than the other.

use schemars::json_schema;

use super::arrival;
use super::catalogue::Catalogue;
use super::operation::{Header, Operation, Tag};
use super::ownership;
use crate::activity::{Entry, Verification};
use crate::billing::{Billing, BillingPatch};
use crate::invitation::{Invitation, Join};
use crate::letter::{Letter, LetterPage};
use crate::list::Page;
use crate::overview::Overview;
use crate::owner::NewOwner;
use crate::password::{PasswordQuestion, PasswordStrength};
use crate::password_link::{ForgottenPassword, NewPassword, PasswordLink};
use crate::problem::ProblemCode::{
    EmailTaken, Ended, InvalidCredentials, InvitationCancelled, InvitationExpired, InvitationReplaced, InvitationUsed,
    MethodNotAllowed, NoOwner, OtpRequired, PasswordLinkOver, PasswordTooShort, StaffLimit, State, Suspended,
    TooManyAttempts,
};
use crate::profile::{PasswordChange, Profile, ProfilePatch};
use crate::proof::{ProofAgain, Proven};
use crate::report::{Report, ReportBrief};
use crate::resource::{Done, Record, Resource, ResourceBrief};
use crate::revocation::{Revocation, Revoked};
use crate::role::{Role, RoleDraft, RoleMove, RoleMoved};
use crate::session::{OwnSession, Session, SessionsEnded, SignIn};
use crate::staff::{Invited, NewStaffMember, PermissionUse, StaffMember, StaffPage, StaffPatch};
use crate::two_factor::{PasswordProof, RecoveryCodes, TwoFactor, TwoFactorCode, TwoFactorSetUp};

/// Every operation.
pub(super) fn all() -> Vec<Operation> {
    [
        signing_in(),
        staff(),
        access(),
        records(),
        reports(),
        activity(),
        events(),
        billing(),
        two_factor(),
        letters(),
        arrival::operations(),
        ownership::operations(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// From outside: sessions, the first owner, invitations.
fn signing_in() -> Vec<Operation> {
    vec![
        Operation::new("createOwner", Tag::Store, "Set up an empty store and its owner")
            .about("Works once. Signs the owner in. A wrong token is 422 with `mismatch` at `/token`.")
            .idempotent()
            .takes::<NewOwner>()
            .answers::<Session>(201)
            .with(&[Header::SetsCookie])
            .refuses(&[State, TooManyAttempts]),
        Operation::new("signIn", Tag::Session, "Sign in")
            .about("Never says which part was wrong. With `token` no cookie is set and a bearer token is answered.")
            .takes::<SignIn>()
            .answers::<Session>(200)
            .with(&[Header::SetsCookie])
            .refuses(&[
                InvalidCredentials,
                OtpRequired,
                PasswordTooShort,
                NoOwner,
                Suspended,
                Ended,
                TooManyAttempts,
            ]),
        Operation::new("getSession", Tag::Session, "Who is signed in, with permissions")
            .about(
                "A client that holds no event stream asks again every few seconds, with the `ETag`. `Latchkey-Events` is \
                 the id of the last event before the answer, to begin a stream `after`.",
            )
            .answers::<Session>(200)
            .revalidates(),
        Operation::new("signOut", Tag::Session, "Sign out").with(&[Header::ClearsCookie]),
        Operation::new("checkProof", Tag::Session, "Whether a fresh proof is needed")
            .about("Asked before a file is fetched by its address."),
        Operation::new("proveAgain", Tag::Session, "Prove once more that it is oneself")
            .about(
                "Needed where a call answers `reauth-required`. The session goes on under another token; what is on its way \
                 with the old one still arrives. A wrong password is 422 with `mismatch` at `/current`.",
            )
            .takes::<ProofAgain>()
            .answers::<Proven>(200)
            .with(&[Header::SetsCookie])
            .refuses(&[OtpRequired, TooManyAttempts]),
        Operation::new("listSessions", Tag::Session, "One's own sessions").answers::<Page<OwnSession>>(200),
        Operation::new("endOtherSessions", Tag::Session, "End one's other sessions").answers::<SessionsEnded>(200),
        Operation::new("endSession", Tag::Session, "End one of one's own sessions").with(&[Header::ClearsCookie]),
        Operation::new("recogniseSession", Tag::Session, "Say that a session on a new device was oneself"),
        Operation::new("getInvitation", Tag::Invitations, "What an invitation offers")
            .answers::<Invitation>(200)
            .refuses(&[
                InvitationExpired,
                InvitationReplaced,
                InvitationUsed,
                InvitationCancelled,
                TooManyAttempts,
            ]),
        Operation::new("acceptInvitation", Tag::Invitations, "Join")
            .about("E-mail address and grant come from the invitation. Signs the person in.")
            .idempotent()
            .takes::<Join>()
            .answers::<Session>(201)
            .with(&[Header::SetsCookie])
            .refuses(&[
                InvitationExpired,
                InvitationReplaced,
                InvitationUsed,
                InvitationCancelled,
                TooManyAttempts,
            ]),
    ]
}

/// What the owner does about others.
fn staff() -> Vec<Operation> {
    vec![
        Operation::new("listStaff", Tag::Staff, "Staff accounts")
            .lists_staff()
            .answers::<StaffPage>(200),
        Operation::new("inviteStaff", Tag::Staff, "Invite somebody")
            .about("The link is answered this once and kept only as a hash.")
            .idempotent()
            .takes::<NewStaffMember>()
            .answers::<Invited>(201)
            .refuses(&[EmailTaken, StaffLimit]),
        Operation::new("getStaff", Tag::Staff, "One staff account")
            .answers::<StaffMember>(200)
            .with(&[Header::ETag]),
        Operation::new("patchStaff", Tag::Staff, "Change a staff account")
            .about("What is left out stays. Permissions are kept closed: with each comes what it requires.")
            .patches::<StaffPatch>()
            .answers::<StaffMember>(200)
            .with(&[Header::ETag])
            .refuses(&[State]),
        Operation::new("revokeStaff", Tag::Staff, "Take all access back")
            .about("The record and its name stay. The person's next request answers 401. Never the owner: 409 `state`.")
            .may_take::<Revocation>()
            .answers::<Revoked>(200)
            .refuses(&[State]),
        Operation::new("suspendStaff", Tag::Staff, "Shut somebody out for now")
            .about("The person's next request answers 401.")
            .answers::<StaffMember>(200)
            .with(&[Header::ETag])
            .refuses(&[State]),
        Operation::new("reactivateStaff", Tag::Staff, "Let somebody in again")
            .answers::<StaffMember>(200)
            .with(&[Header::ETag])
            .refuses(&[State]),
        Operation::new("resendInvitation", Tag::Staff, "Make a fresh invitation link")
            .about("The old link is dead at once and says so: 410 `invitation-replaced`.")
            .idempotent()
            .answers::<Invited>(201)
            .refuses(&[State]),
        Operation::new("cancelInvitation", Tag::Staff, "Take an invitation back").refuses(&[State]),
        Operation::new("listStaffUses", Tag::Staff, "When permissions were last used")
            .about("Only those that were; in the order of the catalogue.")
            .answers::<Page<PermissionUse>>(200),
        Operation::new("endStaffSessions", Tag::Staff, "End all of somebody's sessions").answers::<SessionsEnded>(200),
    ]
}

/// What there is to be granted, and what anybody may do who is signed in.
fn access() -> Vec<Operation> {
    vec![
        Operation::new("getPermissions", Tag::Permissions, "The permission catalogue")
            .narrows_texts()
            .answers::<Catalogue>(200)
            .impersonal()
            .revalidates(),
        Operation::new("listRoles", Tag::Permissions, "The roles of the store").answers::<Page<Role>>(200),
        Operation::new("createRole", Tag::Permissions, "Make a role")
            .idempotent()
            .takes::<RoleDraft>()
            .answers::<Role>(201)
            .with(&[Header::ETag]),
        Operation::new("restoreRoles", Tag::Permissions, "Bring back deleted roles")
            .about("Those that came with the backend; roles that are there stay as they are.")
            .answers::<Page<Role>>(200),
        Operation::new("getRole", Tag::Permissions, "One role")
            .answers::<Role>(200)
            .with(&[Header::ETag]),
        Operation::new("putRole", Tag::Permissions, "Change a role")
            .about("It works on the next request of whoever holds it.")
            .takes::<RoleDraft>()
            .answers::<Role>(200)
            .with(&[Header::ETag]),
        Operation::new("deleteRole", Tag::Permissions, "Delete a role")
            .about(
                "Where somebody holds it, `moveTo` says what becomes of the holders, in the same act; without it that is \
                 409 `state` with the `holders`.",
            )
            .moves_holders()
            .takes_reason()
            .refuses(&[State]),
        Operation::new("resetRole", Tag::Permissions, "Undo the changes to a role")
            .about("Makes it what it was when it came with the backend. A role of the store's own is 409 `state`.")
            .takes_reason()
            .answers::<Role>(200)
            .with(&[Header::ETag])
            .refuses(&[State]),
        Operation::new("moveHolders", Tag::Permissions, "Give all holders another role")
            .takes::<RoleMove>()
            .answers::<RoleMoved>(200),
        Operation::new("getProfile", Tag::Profile, "One's own account")
            .answers::<Profile>(200)
            .with(&[Header::ETag]),
        Operation::new("patchProfile", Tag::Profile, "Change one's own account")
            .about("What is left out stays.")
            .patches::<ProfilePatch>()
            .answers::<Profile>(200)
            .with(&[Header::ETag]),
        Operation::new("judgePassword", Tag::Profile, "How good a password would be")
            .about(
                "Asked while it is typed; nothing of it is kept. `fault` says why it would not be taken. How long it has to \
                 be depends on whether there is a second factor.",
            )
            .takes::<PasswordQuestion>()
            .answers::<PasswordStrength>(200)
            .refuses(&[TooManyAttempts]),
        Operation::new("askPasswordLink", Tag::Profile, "Ask for a link for a new password")
            .about("Answers the same, and as soon, whether or not there is such a person. The link goes out by mail.")
            .takes::<ForgottenPassword>()
            .accepts()
            .refuses(&[TooManyAttempts]),
        Operation::new("getPasswordLink", Tag::Profile, "Whose password a link is for")
            .about("Looking at it does not use it up.")
            .answers::<PasswordLink>(200)
            .refuses(&[PasswordLinkOver]),
        Operation::new("resetPassword", Tag::Profile, "Choose a new password with a link")
            .about("Works once. All sessions of the person end, and nobody is signed in. A second factor is asked for as ever.")
            .takes::<NewPassword>()
            .refuses(&[OtpRequired, PasswordLinkOver, TooManyAttempts]),
        Operation::new("sendPasswordLink", Tag::Staff, "Have a link for a new password sent")
            .about("Only the person gets it, by mail.")
            .refuses(&[State]),
        Operation::new("changePassword", Tag::Profile, "Change one's own password")
            .about(
                "All other sessions of the person end. A wrong present password is 422 with `mismatch` at `/current`.",
            )
            .takes::<PasswordChange>()
            .with(&[Header::SetsCookie])
            .refuses(&[TooManyAttempts]),
    ]
}

/// The second factor.
fn two_factor() -> Vec<Operation> {
    vec![
        Operation::new(
            "getTwoFactor",
            Tag::Profile,
            "How it stands with one's own second factor",
        )
        .answers::<TwoFactor>(200),
        Operation::new("startTwoFactor", Tag::Profile, "Begin to set up a second factor")
            .about("The secret is answered this once. Where one is set up already: 409 `state`.")
            .takes::<PasswordProof>()
            .answers::<TwoFactorSetUp>(200)
            .refuses(&[State, TooManyAttempts]),
        Operation::new("confirmTwoFactor", Tag::Profile, "Turn the second factor on")
            .about("The recovery codes are answered this once. All other sessions of the person end.")
            .takes::<TwoFactorCode>()
            .answers::<RecoveryCodes>(200)
            .with(&[Header::SetsCookie])
            .refuses(&[State, TooManyAttempts]),
        Operation::new("removeTwoFactor", Tag::Profile, "Turn the second factor off")
            .about("All other sessions of the person end.")
            .takes::<PasswordProof>()
            .with(&[Header::SetsCookie])
            .refuses(&[TooManyAttempts]),
        Operation::new("renewRecoveryCodes", Tag::Profile, "Make new recovery codes")
            .about("The old ones work no longer.")
            .takes::<PasswordProof>()
            .answers::<RecoveryCodes>(200)
            .refuses(&[State, TooManyAttempts]),
        Operation::new("resetTwoFactor", Tag::Staff, "Take away a lost second factor")
            .about("All sessions of the person end. Owner and person are told by mail.")
            .answers::<StaffMember>(200)
            .with(&[Header::ETag]),
    ]
}

/// What has not arrived.
fn letters() -> Vec<Operation> {
    vec![
        Operation::new("listLetters", Tag::Letters, "What has not arrived of the letters")
            .about("The newest first. What was delivered is not kept, and no letter's words are told.")
            .answers::<LetterPage>(200),
        Operation::new("retryLetter", Tag::Letters, "Try a letter again at once")
            .about("One that was given up and held a link cannot be tried again, since that is forgotten: 409 `state`.")
            .answers::<Letter>(200)
            .refuses(&[State]),
        Operation::new("discardLetter", Tag::Letters, "Throw a letter away"),
    ]
}

/// What lies behind the menus.
fn records() -> Vec<Operation> {
    vec![
        Operation::new("listResources", Tag::Resources, "What lies behind the menus")
            .about("Only what the person may view, and of that only the fields that the person may see. `language` matters \
                 for what is brief.")
            .lists_resources()
            .narrows_texts()
            .answers_with(200, |generator| {
                let full = generator.subschema_for::<Page<Resource>>();
                let brief = generator.subschema_for::<Page<ResourceBrief>>();
                json_schema!({ "anyOf": [full, brief] })
            }),
        Operation::new("listRecords", Tag::Resources, "Records")
            .about("Fields with a long value that no column shows may be left out.")
            .lists_records()
            .answers::<Page<Record<Fields>>>(200),
        Operation::new("createRecord", Tag::Resources, "Make a record")
            .about("The body is the record's fields. A field that one may not set is 403 and names what is missing; 405 where the \
                 descriptor has no rule for making one.")
            .idempotent()
            .takes::<Fields>()
            .answers::<Record<Fields>>(201)
            .with(&[Header::ETag])
            .refuses(&[State, MethodNotAllowed]),
        Operation::new("exportRecords", Tag::Resources, "All records as a file")
            .about("Comma-separated (RFC 4180) in UTF-8. What a spreadsheet would run as a formula is quoted.")
            .lists_records()
            .csv(),
        Operation::new("commandList", Tag::Resources, "Do something to a list")
            .idempotent()
            .may_take::<Fields>()
            .answers::<Done<Fields>>(200)
            .refuses(&[State]),
        Operation::new("getRecord", Tag::Resources, "One record")
            .answers::<Record<Fields>>(200)
            .with(&[Header::ETag]),
        Operation::new("patchRecord", Tag::Resources, "Change a record")
            .about("What is left out stays. A field that one may not change is 403 and names what is missing.")
            .patches::<Fields>()
            .answers::<Record<Fields>>(200)
            .with(&[Header::ETag])
            .refuses(&[State, MethodNotAllowed]),
        Operation::new("deleteRecord", Tag::Resources, "Take a record away")
            .about("It can be brought back for an hour. 405 where the descriptor has no rule for it.")
            .refuses(&[State, MethodNotAllowed]),
        Operation::new("restoreRecord", Tag::Resources, "Bring a record back")
            .answers::<Record<Fields>>(200)
            .with(&[Header::ETag])
            .refuses(&[State]),
        Operation::new("commandRecord", Tag::Resources, "Do something to a record")
            .about("A record whose state does not let it be done is 409 `state`.")
            .idempotent()
            .may_take::<Fields>()
            .answers::<Done<Fields>>(200)
            .refuses(&[State]),
    ]
}

/// Figures.
fn reports() -> Vec<Operation> {
    vec![
        Operation::new("getOverview", Tag::Reports, "What waits to be done")
            .about("Only what the person may know: a fact of a section follows the rule of its list.")
            .answers::<Overview>(200),
        Operation::new("listReports", Tag::Reports, "Which reports there are").answers::<Page<ReportBrief>>(200),
        Operation::new("getReport", Tag::Reports, "A report over some days")
            .spans_days()
            .answers::<Report>(200),
        Operation::new("exportReport", Tag::Reports, "A report as a file")
            .about("Comma-separated (RFC 4180) in UTF-8.")
            .spans_days()
            .csv(),
    ]
}

/// What happened.
fn activity() -> Vec<Operation> {
    vec![
        Operation::new("listActivity", Tag::Activity, "What happened")
            .about("The newest first. It holds no secrets and no personal data of customers.")
            .lists_activity()
            .answers::<Page<Entry>>(200),
        Operation::new("exportActivity", Tag::Activity, "What happened as a file")
            .about("Comma-separated (RFC 4180) in UTF-8. What a spreadsheet would run as a formula is quoted.")
            .lists_activity()
            .csv(),
        Operation::new("verifyActivity", Tag::Activity, "Whether it is still what was written")
            .about(
                "Each entry holds the hash of the one before it. Faulty ones are named; that the last were cut off is \
                 found with a head that was noted earlier.",
            )
            .takes_head()
            .answers::<Verification>(200),
    ]
}

/// What is told by itself.
fn events() -> Vec<Operation> {
    vec![
        Operation::new("getEvents", Tag::Events, "What changes, as it happens")
            .about(
                "Server-sent events; `x-latchkey-events` says which there are and what their data is. Each says that \
                 something has changed, and not what it is now. `stream.opened` comes first, and then `stream.reset` where \
                 what lies between the id that was asked for and now is no longer known. The stream ends with its session.",
            )
            .streams(),
    ]
}

/// The fields of a record: which there are, its descriptor's schema says.
type Fields = serde_json::Map<String, serde_json::Value>;

/// The subscription.
fn billing() -> Vec<Operation> {
    vec![
        Operation::new("getBilling", Tag::Billing, "The plan, its limits, and the invoices")
            .answers::<Billing>(200)
            .with(&[Header::ETag]),
        Operation::new("patchBilling", Tag::Billing, "Change the plan")
            .about(
                "It holds at once, and for the invoices to come. A plan with room for fewer people than have a place is \
                 409 `staff-limit`.",
            )
            .patches::<BillingPatch>()
            .answers::<Billing>(200)
            .with(&[Header::ETag])
            .refuses(&[StaffLimit]),
        Operation::new("exportInvoices", Tag::Billing, "The invoices as a file").csv(),
    ]
}
