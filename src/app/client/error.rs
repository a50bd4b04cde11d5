//! What can come of a call besides its answer.

use latchkey_contract::problem::{FieldError, Problem, ProblemCode};
use latchkey_contract::staff::StaffMember;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum ClientError {
    /// Nothing came back: no network, or the backend is down. Trying again may help.
    Unreachable,
    /// The backend refused, and says why.
    Refused(Box<Problem<StaffMember>>),
    /// The page that asked is gone; nobody waits for the answer.
    GivenUp,
    /// What came back cannot be read: not a backend of this contract, or one of another version.
    Unreadable,
}

impl ClientError {
    /// The code of a refusal.
    pub(crate) fn code(&self) -> Option<ProblemCode> {
        match self {
            Self::Refused(problem) => Some(problem.code),
            Self::Unreachable | Self::GivenUp | Self::Unreadable => None,
        }
    }

    /// The members that a refusal finds wrong.
    pub(crate) fn field_errors(&self) -> &[FieldError] {
        match self {
            Self::Refused(problem) => &problem.errors,
            Self::Unreachable | Self::GivenUp | Self::Unreadable => &[],
        }
    }

    /// Whether the same call may succeed later without anybody changing anything.
    pub(crate) fn is_passing(&self) -> bool {
        match self {
            Self::Unreachable | Self::GivenUp => true,
            Self::Refused(problem) => problem.status >= 500,
            Self::Unreadable => false,
        }
    }
}
