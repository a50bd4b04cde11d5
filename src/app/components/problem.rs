//! Refusals in the reader's words. The backend's own sentences are for whoever reads the API.

use latchkey_contract::limits::{
    EMAIL_MAX, MESSAGE_MAX, NAME_MAX, PASSWORD_MAX, PASSWORD_MIN, PASSWORD_MIN_WITH_SECOND_FACTOR, REASON_MAX,
    STORE_NAME_MAX,
};
use latchkey_contract::problem::{FieldCode, FieldError, ProblemCode};

use crate::client::ClientError;
use crate::i18n::words;

/// Why a call did not succeed, and the way out.
pub(crate) fn error_message(error: &ClientError) -> String {
    match error {
        ClientError::Unreachable | ClientError::GivenUp => words::connection_not_sent(),
        ClientError::Unreadable => words::connection_unreadable(),
        ClientError::Refused(refusal) => match (refusal.problem.code, refusal.retry_after) {
            (ProblemCode::TooManyAttempts, Some(seconds)) => words::problem_too_many_attempts_wait(u64::from(seconds)),
            (ProblemCode::StaffLimit, _) => words::problem_staff_limit(refusal.problem.limit.unwrap_or_default()),
            (code, _) => code_message(code),
        },
    }
}

/// What a code means.
fn code_message(code: ProblemCode) -> String {
    match code {
        ProblemCode::Malformed => words::problem_malformed(),
        ProblemCode::SignedOut => words::problem_signed_out(),
        ProblemCode::NoOwner => words::problem_no_owner(),
        ProblemCode::InvalidCredentials => words::problem_invalid_credentials(),
        ProblemCode::OtpRequired => words::problem_otp_required(),
        ProblemCode::ReauthRequired => words::problem_reauth_required(),
        ProblemCode::MissingPermission => words::problem_missing_permission(),
        ProblemCode::OwnerOnly => words::problem_owner_only(),
        ProblemCode::PasswordTooShort => words::problem_password_too_short(),
        ProblemCode::Suspended => words::problem_suspended(),
        ProblemCode::Onboarding => words::problem_onboarding(),
        ProblemCode::NotStarted => words::problem_not_started(),
        ProblemCode::Ended => words::problem_ended(),
        ProblemCode::OriginMismatch => words::problem_origin_mismatch(),
        ProblemCode::NotFound => words::problem_not_found(),
        ProblemCode::MethodNotAllowed => words::problem_method_not_allowed(),
        ProblemCode::EmailTaken => words::problem_email_taken(),
        ProblemCode::State => words::problem_state(),
        ProblemCode::InvitationExpired => words::problem_invitation_expired(),
        ProblemCode::InvitationReplaced => words::problem_invitation_replaced(),
        ProblemCode::InvitationUsed => words::problem_invitation_used(),
        ProblemCode::InvitationCancelled => words::problem_invitation_cancelled(),
        ProblemCode::PasswordLinkOver => words::problem_password_link_over(),
        ProblemCode::Stale => words::problem_stale(),
        ProblemCode::TooLarge => words::problem_too_large(),
        ProblemCode::UnsupportedMediaType => words::problem_unsupported_media_type(),
        ProblemCode::Invalid => words::problem_invalid(),
        ProblemCode::IdempotencyMismatch => words::problem_idempotency_mismatch(),
        ProblemCode::PreconditionRequired => words::problem_precondition_required(),
        ProblemCode::TooManyAttempts => words::problem_too_many_attempts(),
        ProblemCode::Internal => words::problem_internal(),
        ProblemCode::Unavailable => words::problem_unavailable(),
        ProblemCode::StaffLimit | ProblemCode::Unknown => words::problem_unknown(),
    }
}

/// What is wrong with a field, in the words of that field where there are some.
pub(crate) fn field_message(error: &FieldError) -> String {
    match (error.pointer.as_str(), error.code) {
        ("/email", FieldCode::Required) => words::field_email_required(),
        ("/email", FieldCode::Malformed) => words::field_email_malformed(),
        ("/name", FieldCode::Required) => words::field_name_required(),
        ("/password" | "/current", FieldCode::Required) => words::field_password_required(),
        ("/new", FieldCode::Required) => words::field_new_password_required(),
        ("/current", FieldCode::TooShort) => words::field_current_password_too_short(&PASSWORD_MIN.to_string()),
        ("/new", FieldCode::TooShort) => {
            words::field_new_password_too_short(&PASSWORD_MIN.to_string(), &PASSWORD_MIN_WITH_SECOND_FACTOR.to_string())
        }
        (_, FieldCode::TooCommon) => words::password_too_common(),
        (_, FieldCode::TooPersonal) => words::password_too_personal(),
        ("/current", FieldCode::Mismatch) => words::field_current_password_mismatch(),
        ("/otp" | "/code", FieldCode::Mismatch) => words::field_code_mismatch(),
        ("/storeName", FieldCode::Required) => words::field_store_name_required(),
        ("/currency", FieldCode::Malformed | FieldCode::Required) => words::field_currency_malformed(),
        (_, FieldCode::Required) => words::field_required(),
        (pointer, FieldCode::TooShort) => words::field_too_short(shortest(pointer)),
        (pointer, FieldCode::TooLong) => words::field_too_long(longest(pointer)),
        (_, FieldCode::BelowMinimum) => words::field_below_minimum(),
        (_, FieldCode::AboveMaximum) => words::field_above_maximum(),
        (_, FieldCode::TooFew) => words::field_too_few(),
        (_, FieldCode::TooMany) => words::field_too_many(),
        (_, FieldCode::Malformed) => words::field_malformed(),
        ("/email", FieldCode::Taken) => words::problem_email_taken(),
        (_, FieldCode::Taken) => words::field_taken(),
        (_, FieldCode::WrongType) => words::field_wrong_type(),
        (_, FieldCode::UnknownValue) => words::field_unknown_value(),
        (_, FieldCode::UnknownMember) => words::field_unknown_member(),
        (_, FieldCode::EndsBeforeStart) => words::field_ends_before_start(),
        (_, FieldCode::Mismatch) => words::field_mismatch(),
        (_, FieldCode::Other) => words::field_other(),
    }
}

/// How many characters a field needs.
fn shortest(pointer: &str) -> u64 {
    match pointer {
        "/password" => PASSWORD_MIN as u64,
        _ => 1,
    }
}

/// How many characters a field takes.
fn longest(pointer: &str) -> u64 {
    let longest = match pointer {
        "/password" | "/new" | "/current" => PASSWORD_MAX,
        "/email" => EMAIL_MAX,
        "/storeName" => STORE_NAME_MAX,
        "/message" => MESSAGE_MAX,
        "/reason" => REASON_MAX,
        _ => NAME_MAX,
    };
    longest as u64
}
