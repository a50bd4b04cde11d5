//! What an entry says, as a sentence in the reader's language.

use latchkey_contract::activity::{Entry, Kind, SubjectType};
use latchkey_permissions::Text;

use super::refused;
use crate::i18n::{self, words};
use crate::pages::staff::step_word;

fn spoken(text: &Text) -> String {
    text.in_language(&i18n::language::tag()).to_owned()
}

/// Who did it.
fn actor(entry: &Entry) -> String {
    match &entry.actor {
        Some(actor) => actor.name.clone(),
        None if entry.kind == Kind::RecordFollowed => words::activity_itself(),
        None => words::activity_somebody(),
    }
}

/// To whom or what.
fn subject(entry: &Entry) -> String {
    let resource = entry.detail.resource_title.as_ref().map(spoken).unwrap_or_default();
    let Some(subject) = &entry.subject else {
        return words::activity_somebody();
    };
    match subject.sort {
        SubjectType::Account => subject.name.clone(),
        SubjectType::Role | SubjectType::Report => {
            entry.detail.label.as_ref().map_or_else(|| subject.id.clone(), spoken)
        }
        SubjectType::Resource | SubjectType::Store => resource,
        // The one record of a page of settings is the page.
        SubjectType::Record if entry.resource.as_ref().is_some_and(|own| own.0 == subject.id) => resource,
        SubjectType::Record if subject.name.is_empty() => words::activity_record(&resource),
        SubjectType::Record => format!("{} ({resource})", subject.name),
    }
}

/// The sentence. Reactive in the language.
pub(super) fn sentence(entry: &Entry) -> String {
    let (actor, subject) = (&actor(entry), &subject(entry));
    let detail = &entry.detail;
    let count = detail.count.unwrap_or_default();
    let said = match entry.kind {
        Kind::OwnerCreated => words::activity_owner_created(actor),
        Kind::OwnershipOffered => words::activity_ownership_offered(actor, subject),
        Kind::OwnershipOfferClosed => words::activity_ownership_offer_closed(actor, subject),
        Kind::OwnershipTransferred => {
            let former = detail.people.first().map(|former| former.name.as_str());
            words::activity_ownership_transferred(former.unwrap_or_default(), subject)
        }
        Kind::SignedIn => words::activity_signed_in(actor),
        Kind::SignInFailed if entry.subject.is_none() => words::activity_sign_in_unknown(),
        Kind::SignInFailed => words::activity_sign_in_failed(subject),
        Kind::SignInRefused => words::activity_sign_in_refused(subject),
        Kind::SignedOut => words::activity_signed_out(actor),
        Kind::ProvenAgain => words::activity_proven_again(actor),
        Kind::SessionsEnded => words::activity_sessions_ended(actor, count, subject),
        Kind::Refused => refused::sentence(entry, actor),
        Kind::PasswordChanged => words::activity_password_changed(actor),
        Kind::PasswordLinkSent if entry.actor.is_none() => words::activity_password_link_asked(subject),
        Kind::PasswordLinkSent => words::activity_password_link_sent(actor, subject),
        Kind::PasswordReset => words::activity_password_reset(actor),
        Kind::PasswordRefused => words::activity_password_refused(actor),
        Kind::ProfileChanged => words::activity_profile_changed(actor),
        Kind::Invited => words::activity_invited(actor, subject),
        Kind::InvitationResent => words::activity_invitation_resent(actor, subject),
        Kind::InvitationCancelled => words::activity_invitation_cancelled(actor, subject),
        Kind::Joined => words::activity_joined(actor),
        Kind::StaffChanged => words::activity_staff_changed(actor, subject),
        Kind::Suspended => words::activity_suspended(actor, subject),
        Kind::Reactivated => words::activity_reactivated(actor, subject),
        Kind::Revoked => words::activity_revoked(actor, subject),
        Kind::RoleCreated => words::activity_role_created(actor, subject),
        Kind::RoleChanged => words::activity_role_changed(actor, subject),
        Kind::RoleReset => words::activity_role_reset(actor, subject),
        Kind::RoleDeleted => words::activity_role_deleted(actor, subject),
        Kind::RoleRestored => words::activity_role_restored(actor, subject),
        Kind::HoldersMoved => match &detail.to {
            Some(to) => words::activity_holders_moved(actor, subject, &spoken(&to.name)),
            None => words::activity_holders_dropped(actor, subject),
        },
        Kind::RecordCreated => words::activity_record_created(actor, subject),
        Kind::RecordChanged => words::activity_record_changed(actor, subject),
        Kind::RecordFollowed => words::activity_record_followed(actor, subject),
        Kind::RecordDeleted => words::activity_record_deleted(actor, subject),
        Kind::RecordRestored => words::activity_record_restored(actor, subject),
        Kind::CommandDone => {
            let command = detail.label.as_ref().map(spoken).unwrap_or_default();
            words::activity_command_done(actor, &command, subject)
        }
        Kind::ListExported => words::activity_list_exported(actor, count, subject),
        Kind::ReportExported => words::activity_report_exported(actor, subject),
        Kind::ActivityExported => words::activity_activity_exported(actor),
        Kind::PlanChanged => {
            let plan = detail.label.as_ref().map(spoken).unwrap_or_default();
            words::activity_plan_changed(actor, &plan)
        }
        Kind::InvoicesExported => words::activity_invoices_exported(actor),
        Kind::TwoFactorOn => words::activity_two_factor_on(actor),
        Kind::TwoFactorOff => words::activity_two_factor_off(actor),
        Kind::TwoFactorReset => words::activity_two_factor_reset(actor, subject),
        Kind::RecoveryCodesMade => words::activity_recovery_codes_made(actor),
        Kind::RecoveryCodeUsed => words::activity_recovery_code_used(subject),
        Kind::LetterFailed if entry.subject.is_none() => words::activity_letter_failed_customer(),
        Kind::LetterFailed => words::activity_letter_failed(subject),
        Kind::LetterRetried if entry.subject.is_none() => words::activity_letter_retried_customer(actor),
        Kind::LetterRetried => words::activity_letter_retried(actor, subject),
        Kind::LetterDiscarded if entry.subject.is_none() => words::activity_letter_discarded_customer(actor),
        Kind::LetterDiscarded => words::activity_letter_discarded(actor, subject),
        Kind::InvitationRequested => words::activity_invitation_requested(subject),
        Kind::InvitationRequestDismissed => words::activity_invitation_request_dismissed(actor, subject),
        Kind::OnboardingChanged => words::activity_onboarding_changed(actor),
        Kind::OnboardingStepDone => {
            words::activity_onboarding_step_done(actor, &detail.step.map(step_word).unwrap_or_default())
        }
        Kind::OnboardingFinished => words::activity_onboarding_finished(subject),
        Kind::Reminded => words::activity_reminded(actor, subject),
    };
    let said = i18n::format::sentence_case(&said);
    match detail.times {
        None => said,
        Some(times) => format!("{said} ({})", words::activity_times(times)),
    }
}
