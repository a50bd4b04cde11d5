//! Everything that can happen, each with what is to be known of it.

use latchkey_contract::activity::Kind;
use latchkey_contract::id::{AccountId, ResourceId, SessionId};
use latchkey_contract::letter::LetterKind;
use latchkey_contract::problem::ProblemCode;
use latchkey_contract::role::Role;
use latchkey_permissions::{OnboardingStep, PermissionId, Text};

use super::holds::Holds;
use super::news::{Concerned, News};
use super::who::{RoleName, What, Who};
use crate::resources::Fields;
use crate::store::onboarding::Chosen;

/// Something that happened. Who did it, when and from where is known to the [`Writing`](crate::writing::Writing).
#[derive(Clone, Debug)]
pub(crate) enum Happening {
    /// The store got its owner.
    OwnerCreated(Who),
    /// The owner offered the store to this person.
    OwnershipOffered(Who),
    /// The offer to this person was taken back, declined, or gave way to another.
    OwnershipOfferClosed(Who),
    /// The store went from one owner to another; how many sessions of the former that ended.
    OwnershipTransferred { from: Who, to: Who, sessions: u64 },
    /// Somebody signed in; in which session, where it is on a device on which that person never had.
    SignedIn { who: Who, new_device: Option<SessionId> },
    /// A sign-in failed. Whose it was is known only where the address is that of an account: what else was typed may
    /// have been a password.
    SignInFailed { who: Option<Who>, code: ProblemCode },
    /// Somebody knew the password and was not let in all the same.
    SignInRefused { who: Who, code: ProblemCode },
    /// Somebody signed out.
    SignedOut(Who),
    /// Somebody who is signed in proved once more who it is.
    ProvenAgain(Who),
    /// Sessions of this person were ended.
    SessionsEnded { who: Who, sessions: u64 },
    /// A request was refused.
    Refused {
        who: Who,
        code: ProblemCode,
        missing: Vec<PermissionId>,
        /// The method and the path of the contract, with its `{members}`.
        call: String,
        /// The resource that stood in the path, whether or not there is such a one.
        resource: Option<ResourceId>,
    },
    /// Somebody changed the own password; how many other sessions that ended.
    PasswordChanged { who: Who, sessions: u64 },
    /// Somebody was sent a link for a new password.
    PasswordLinkSent(Who),
    /// Somebody chose a new password with such a link; how many sessions that ended.
    PasswordReset { who: Who, sessions: u64 },
    /// Somebody gave a wrong present password.
    PasswordRefused(Who),
    /// Somebody changed the own name or language.
    ProfileChanged {
        who: Who,
        before: (String, Option<String>),
        after: (String, Option<String>),
    },
    /// Somebody was invited.
    Invited { who: Who, holds: Holds, reason: String },
    /// An invitation was sent again.
    InvitationResent(Who),
    /// An invitation was taken back.
    InvitationCancelled(Who),
    /// Somebody joined.
    Joined(Who),
    /// A member of staff was changed.
    StaffChanged {
        who: Who,
        before: Box<Holds>,
        after: Box<Holds>,
        reason: String,
    },
    /// Somebody was shut out for now; how many sessions that ended.
    Suspended { who: Who, sessions: u64 },
    /// Somebody was let in again.
    Reactivated(Who),
    /// All access was taken back.
    Revoked { who: Who, reason: String, sessions: u64 },
    /// A role was made.
    RoleCreated { role: Role, reason: String },
    /// A role was changed.
    RoleChanged {
        before: Role,
        after: Role,
        holders: Vec<Who>,
        reason: String,
    },
    /// A role was made what it was when it came.
    RoleReset {
        before: Role,
        after: Role,
        holders: Vec<Who>,
        reason: String,
    },
    /// A role was deleted.
    RoleDeleted(Role),
    /// A role that came with the backend was brought back.
    RoleRestored(Role),
    /// All who held a role were given another one, or none.
    HoldersMoved {
        from: RoleName,
        to: Option<RoleName>,
        holders: Vec<Who>,
        reason: String,
    },
    /// A record was made.
    RecordCreated { what: What, fields: Fields },
    /// A record was changed.
    RecordChanged { what: What, before: Fields, after: Fields },
    /// A record was made or changed along with something else; made, where there is nothing before.
    RecordFollowed {
        what: What,
        before: Option<Fields>,
        after: Fields,
    },
    /// A record was taken away.
    RecordDeleted(What),
    /// A record was brought back.
    RecordRestored(What),
    /// A command was done: to a record, or to a list where there is none.
    CommandDone {
        resource: ResourceId,
        what: Option<What>,
        command: String,
        /// The fields before and after, where it changed a record.
        changed: Option<(Fields, Fields)>,
        reason: String,
    },
    /// A list was had as a file; of how many records.
    ListExported { resource: ResourceId, records: u64 },
    /// A report was had as a file.
    ReportExported { report: String, from: String, to: String },
    /// This record of what happened was had as a file; of how many entries.
    ActivityExported { entries: u64 },
    /// The store went to another plan; what both are called.
    PlanChanged { before: Text, after: Text },
    /// The invoices were had as a file; how many.
    InvoicesExported { invoices: u64 },
    /// Somebody turned the own second factor on; how many other sessions that ended.
    TwoFactorOn { who: Who, sessions: u64 },
    /// Somebody turned the own second factor off.
    TwoFactorOff { who: Who, sessions: u64 },
    /// The owner took away somebody's second factor.
    TwoFactorReset(Who),
    /// Somebody made new recovery codes.
    RecoveryCodesMade(Who),
    /// Somebody signed in with a recovery code.
    RecoveryCodeUsed(Who),
    /// A letter could not be delivered.
    LetterFailed { kind: LetterKind, who: Option<Who> },
    /// The owner had a letter tried again at once.
    LetterRetried { kind: LetterKind, who: Option<Who> },
    /// The owner threw a letter away that had not arrived.
    LetterDiscarded { kind: LetterKind, who: Option<Who> },
    /// Whoever held a dead invitation of this person asked for a new one.
    InvitationRequested(Who),
    /// The owner left such a request without an invitation.
    InvitationRequestDismissed(Who),
    /// The owner changed the steps before access, or the security basics.
    OnboardingChanged {
        before: Box<Chosen>,
        after: Box<Chosen>,
        /// Those who had access and have to accept the text first.
        asked_again: Vec<Who>,
        /// Those who are on their way, to whom other steps may be left.
        underway: Vec<Who>,
    },
    /// Somebody took a step before access.
    OnboardingStepDone { who: Who, step: OnboardingStep },
    /// No step is left for somebody.
    OnboardingFinished(Who),
    /// Somebody was reminded of the steps that are left.
    Reminded(Who),
}

impl Happening {
    /// What kind it is.
    pub(crate) fn kind(&self) -> Kind {
        match self {
            Self::OwnerCreated(_) => Kind::OwnerCreated,
            Self::OwnershipOffered(_) => Kind::OwnershipOffered,
            Self::OwnershipOfferClosed(_) => Kind::OwnershipOfferClosed,
            Self::OwnershipTransferred { .. } => Kind::OwnershipTransferred,
            Self::SignedIn { .. } => Kind::SignedIn,
            Self::SignInFailed { .. } => Kind::SignInFailed,
            Self::SignInRefused { .. } => Kind::SignInRefused,
            Self::SignedOut(_) => Kind::SignedOut,
            Self::ProvenAgain(_) => Kind::ProvenAgain,
            Self::SessionsEnded { .. } => Kind::SessionsEnded,
            Self::Refused { .. } => Kind::Refused,
            Self::PasswordChanged { .. } => Kind::PasswordChanged,
            Self::PasswordLinkSent(_) => Kind::PasswordLinkSent,
            Self::PasswordReset { .. } => Kind::PasswordReset,
            Self::PasswordRefused(_) => Kind::PasswordRefused,
            Self::ProfileChanged { .. } => Kind::ProfileChanged,
            Self::Invited { .. } => Kind::Invited,
            Self::InvitationResent(_) => Kind::InvitationResent,
            Self::InvitationCancelled(_) => Kind::InvitationCancelled,
            Self::Joined(_) => Kind::Joined,
            Self::StaffChanged { .. } => Kind::StaffChanged,
            Self::Suspended { .. } => Kind::Suspended,
            Self::Reactivated(_) => Kind::Reactivated,
            Self::Revoked { .. } => Kind::Revoked,
            Self::RoleCreated { .. } => Kind::RoleCreated,
            Self::RoleChanged { .. } => Kind::RoleChanged,
            Self::RoleReset { .. } => Kind::RoleReset,
            Self::RoleDeleted(_) => Kind::RoleDeleted,
            Self::RoleRestored(_) => Kind::RoleRestored,
            Self::HoldersMoved { .. } => Kind::HoldersMoved,
            Self::RecordCreated { .. } => Kind::RecordCreated,
            Self::RecordChanged { .. } => Kind::RecordChanged,
            Self::RecordFollowed { .. } => Kind::RecordFollowed,
            Self::RecordDeleted(_) => Kind::RecordDeleted,
            Self::RecordRestored(_) => Kind::RecordRestored,
            Self::CommandDone { .. } => Kind::CommandDone,
            Self::ListExported { .. } => Kind::ListExported,
            Self::ReportExported { .. } => Kind::ReportExported,
            Self::ActivityExported { .. } => Kind::ActivityExported,
            Self::PlanChanged { .. } => Kind::PlanChanged,
            Self::InvoicesExported { .. } => Kind::InvoicesExported,
            Self::TwoFactorOn { .. } => Kind::TwoFactorOn,
            Self::TwoFactorOff { .. } => Kind::TwoFactorOff,
            Self::TwoFactorReset(_) => Kind::TwoFactorReset,
            Self::RecoveryCodesMade(_) => Kind::RecoveryCodesMade,
            Self::RecoveryCodeUsed(_) => Kind::RecoveryCodeUsed,
            Self::LetterFailed { .. } => Kind::LetterFailed,
            Self::LetterRetried { .. } => Kind::LetterRetried,
            Self::LetterDiscarded { .. } => Kind::LetterDiscarded,
            Self::InvitationRequested(_) => Kind::InvitationRequested,
            Self::InvitationRequestDismissed(_) => Kind::InvitationRequestDismissed,
            Self::OnboardingChanged { .. } => Kind::OnboardingChanged,
            Self::OnboardingStepDone { .. } => Kind::OnboardingStepDone,
            Self::OnboardingFinished(_) => Kind::OnboardingFinished,
            Self::Reminded(_) => Kind::Reminded,
        }
    }

    /// The record that it is about.
    pub(crate) fn what(&self) -> Option<&What> {
        match self {
            Self::RecordCreated { what, .. }
            | Self::RecordChanged { what, .. }
            | Self::RecordFollowed { what, .. }
            | Self::RecordDeleted(what)
            | Self::RecordRestored(what) => Some(what),
            Self::CommandDone { what, .. } => what.as_ref(),
            _ => None,
        }
    }

    /// The people whom it is about: those whose access or sessions may be other than before.
    fn people(&self) -> Concerned {
        let one = |who: &Who| Concerned(vec![who.id.clone()]);
        match self {
            Self::OwnerCreated(who)
            | Self::OwnershipOffered(who)
            | Self::OwnershipOfferClosed(who)
            | Self::SignedIn { who, .. }
            | Self::SignInRefused { who, .. }
            | Self::SignedOut(who)
            | Self::ProvenAgain(who)
            | Self::SessionsEnded { who, .. }
            | Self::Refused { who, .. }
            | Self::PasswordChanged { who, .. }
            | Self::PasswordLinkSent(who)
            | Self::PasswordReset { who, .. }
            | Self::PasswordRefused(who)
            | Self::ProfileChanged { who, .. }
            | Self::Invited { who, .. }
            | Self::InvitationResent(who)
            | Self::InvitationCancelled(who)
            | Self::Joined(who)
            | Self::StaffChanged { who, .. }
            | Self::Suspended { who, .. }
            | Self::Reactivated(who)
            | Self::Revoked { who, .. }
            | Self::TwoFactorOn { who, .. }
            | Self::TwoFactorOff { who, .. }
            | Self::TwoFactorReset(who)
            | Self::RecoveryCodesMade(who)
            | Self::RecoveryCodeUsed(who)
            | Self::InvitationRequested(who)
            | Self::InvitationRequestDismissed(who)
            | Self::OnboardingStepDone { who, .. }
            | Self::OnboardingFinished(who)
            | Self::Reminded(who) => one(who),
            Self::OwnershipTransferred { from, to, .. } => Concerned(vec![from.id.clone(), to.id.clone()]),
            Self::OnboardingChanged {
                asked_again, underway, ..
            } => Concerned(asked_again.iter().chain(underway).map(|who| who.id.clone()).collect()),
            Self::SignInFailed { who, .. }
            | Self::LetterFailed { who, .. }
            | Self::LetterRetried { who, .. }
            | Self::LetterDiscarded { who, .. } => who.as_ref().map(one).unwrap_or_default(),
            Self::RoleChanged { holders, .. }
            | Self::RoleReset { holders, .. }
            | Self::HoldersMoved { holders, .. } => Concerned(holders.iter().map(|who| who.id.clone()).collect()),
            Self::RoleCreated { .. }
            | Self::RoleDeleted(_)
            | Self::RoleRestored(_)
            | Self::RecordCreated { .. }
            | Self::RecordChanged { .. }
            | Self::RecordFollowed { .. }
            | Self::RecordDeleted(_)
            | Self::RecordRestored(_)
            | Self::CommandDone { .. }
            | Self::ListExported { .. }
            | Self::ReportExported { .. }
            | Self::ActivityExported { .. }
            | Self::PlanChanged { .. }
            | Self::InvoicesExported { .. } => Concerned::default(),
        }
    }

    /// Whom it shuts out: once it is done, nothing that was begun before is answered to that person.
    pub(crate) fn shuts_out(&self) -> Option<&AccountId> {
        match self {
            Self::Revoked { who, .. } | Self::Suspended { who, .. } | Self::OwnershipTransferred { from: who, .. } => {
                Some(&who.id)
            }
            _ => None,
        }
    }

    /// What whoever listens is told of it.
    pub(crate) fn news(&self) -> News {
        let what = self.what();
        let resource = match self {
            Self::CommandDone { resource, .. } | Self::ListExported { resource, .. } => Some(resource),
            _ => what.map(|what| &what.resource),
        };
        News {
            kind: self.kind(),
            accounts: self.people(),
            resource: resource.cloned(),
            record: what.map(|what| what.record.clone()),
            session: match self {
                Self::SignedIn { new_device, .. } => new_device.clone(),
                _ => None,
            },
        }
    }
}
