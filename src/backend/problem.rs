//! How a refusal becomes an answer, and what a caller is told when something inside fails: that it failed, never how.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use latchkey_contract::problem::{FieldCode, FieldError, MEDIA_TYPE, Problem, ProblemCode};
use latchkey_contract::role::Holder;
use latchkey_permissions::{Catalogue, CompiledRule, Denial, PermissionId};
use serde::Serialize;
use serde_json::Value;

use crate::refusals::Why;
use crate::store::dialect;

/// A refusal on its way out.
#[derive(Debug)]
pub(crate) struct Refusal {
    problem: Box<Problem<Value>>,
    retry_after_ms: Option<i64>,
    /// The methods that a path has, where it does not have the one asked for.
    allow: Option<String>,
}

impl Refusal {
    /// A refusal of this kind.
    pub(crate) fn new(code: ProblemCode, detail: impl Into<String>) -> Self {
        Self {
            problem: Box::new(Problem::new(code, detail)),
            retry_after_ms: None,
            allow: None,
        }
    }

    /// There is nothing here, or nothing for this caller.
    pub(crate) fn not_found() -> Self {
        Self::new(ProblemCode::NotFound, "There is nothing here.")
    }

    /// The record's state does not allow it.
    pub(crate) fn state(detail: impl Into<String>) -> Self {
        Self::new(ProblemCode::State, detail)
    }

    /// The backend failed. What happened goes to the log alone.
    pub(crate) fn internal() -> Self {
        Self::new(
            ProblemCode::Internal,
            "Something went wrong here. It has been written down.",
        )
    }

    /// The backend cannot do it now.
    pub(crate) fn unavailable() -> Self {
        Self::new(
            ProblemCode::Unavailable,
            "This cannot be done now. Nothing was changed; try again later.",
        )
    }

    /// Members are wrong.
    pub(crate) fn invalid(errors: Vec<FieldError>) -> Self {
        let mut refusal = Self::new(ProblemCode::Invalid, "Some members are wrong; `errors` says which.");
        refusal.problem.errors = errors;
        refusal
    }

    /// One member is wrong.
    pub(crate) fn member(pointer: impl Into<String>, code: FieldCode, detail: impl Into<String>) -> Self {
        Self::invalid(vec![field(pointer, code, detail)])
    }

    /// The answer to a rule that denied.
    pub(crate) fn denied(denial: Denial, rule: &CompiledRule, catalogue: &Catalogue) -> Self {
        let (code, detail): (_, String) = match denial {
            Denial::SignedOut => (ProblemCode::SignedOut, "Sign in first.".into()),
            Denial::OwnerOnly => (ProblemCode::OwnerOnly, "Only the owner may do this.".into()),
            Denial::Missing(_) => (ProblemCode::MissingPermission, "A permission is missing.".into()),
            Denial::NotStarted(when) => (ProblemCode::NotStarted, format!("Access begins at {when}.")),
            Denial::Ended(Some(when)) => (ProblemCode::Ended, format!("Access ended at {when}.")),
            Denial::Ended(None) => (ProblemCode::Ended, "Access has ended.".into()),
            Denial::Suspended => (ProblemCode::Suspended, "The account is suspended.".into()),
            Denial::Onboarding(_) => (ProblemCode::Onboarding, "Some steps come before access.".into()),
        };
        let mut refusal = Self::new(code, detail);
        if let Denial::Missing(set) = denial {
            refusal.problem.missing = rule.missing(catalogue, set);
        }
        if let Denial::Onboarding(steps) = denial {
            refusal.problem.steps = steps.iter().collect();
        }
        refusal
    }

    /// With another sentence.
    pub(crate) fn saying(mut self, detail: impl Into<String>) -> Self {
        self.problem.detail = detail.into();
        self
    }

    /// The path does not have this method, but these.
    pub(crate) fn no_such_method(allowed: &[&str]) -> Self {
        let mut refusal = Self::new(
            ProblemCode::MethodNotAllowed,
            "This path does not have that method; `Allow` says which it has.",
        );
        refusal.allow = Some(allowed.join(","));
        refusal
    }

    /// With a member that is to blame.
    pub(crate) fn with_error(mut self, error: FieldError) -> Self {
        self.problem.errors.push(error);
        self
    }

    /// With the record as it is now.
    pub(crate) fn with_current(mut self, current: &impl Serialize) -> Self {
        self.problem.current = serde_json::to_value(current).ok();
        self
    }

    /// With the number of people for whom there is room.
    pub(crate) fn with_limit(mut self, limit: u64) -> Self {
        self.problem.limit = Some(limit);
        self
    }

    /// With those who hold the role.
    pub(crate) fn with_holders(mut self, holders: Vec<Holder>) -> Self {
        self.problem.holders = holders;
        self
    }

    /// With the time after which to try again.
    pub(crate) fn retry_after(mut self, millis: i64) -> Self {
        self.retry_after_ms = Some(millis);
        self
    }

    /// What is missing, for the log.
    pub(crate) fn missing(&self) -> &[PermissionId] {
        &self.problem.missing
    }

    /// What kind it is.
    pub(crate) fn code(&self) -> ProblemCode {
        self.problem.code
    }
}

/// One member that is wrong.
pub(crate) fn field(pointer: impl Into<String>, code: FieldCode, detail: impl Into<String>) -> FieldError {
    FieldError {
        pointer: pointer.into(),
        code,
        detail: detail.into(),
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let why = Why {
            code: self.problem.code,
            missing: self.problem.missing.clone(),
        };
        let status = StatusCode::from_u16(self.problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&self.problem).unwrap_or_default();
        let mut response = (status, [(header::CONTENT_TYPE, MEDIA_TYPE)], body).into_response();
        response.extensions_mut().insert(why);
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if let Some(methods) = self.allow.and_then(|methods| methods.try_into().ok()) {
            headers.insert(header::ALLOW, methods);
        }
        if let Some(millis) = self.retry_after_ms {
            // Whole seconds, rounded up: whoever waits as long as told is let in.
            headers.insert(header::RETRY_AFTER, HeaderValue::from((millis.max(1) + 999) / 1000));
        }
        response
    }
}

impl From<sqlx::Error> for Refusal {
    fn from(error: sqlx::Error) -> Self {
        if dialect::is_temporary(&error) {
            tracing::error!(%error, "the database cannot do it now");
            Self::unavailable()
        } else if dialect::cannot_be_kept(&error) {
            Self::new(ProblemCode::Malformed, "A text holds a zero byte. Leave it out.")
        } else {
            tracing::error!(%error, "the database failed");
            Self::internal()
        }
    }
}
