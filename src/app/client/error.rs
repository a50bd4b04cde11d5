//! What can come of a call besides its answer.

use latchkey_contract::problem::{FieldError, Problem, ProblemCode};
use latchkey_contract::role::Holder;
use serde::de::DeserializeOwned;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum ClientError {
    /// Nothing came back: no network, or the backend is down. Trying again may help.
    Unreachable,
    /// The backend refused, and says why.
    Refused(Box<Refusal>),
    /// The page that asked is gone; nobody waits for the answer.
    GivenUp,
    /// What came back cannot be read: not a backend of this contract, or one of another version.
    Unreadable,
}

/// What the backend says when it refuses.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Refusal {
    /// The problem.
    pub(crate) problem: Problem,
    /// After how many seconds the same call may be made again, where that was said.
    pub(crate) retry_after: Option<u32>,
    /// The answer as it came: of which kind the record in it is, only the caller knows.
    body: String,
}

impl Refusal {
    /// Reads a refusal.
    pub(super) fn read(body: String, retry_after: Option<u32>) -> Option<Self> {
        let problem = serde_json::from_str(&body).ok()?;
        Some(Self {
            problem,
            retry_after,
            body,
        })
    }
}

impl ClientError {
    /// What the backend says, where it was the backend.
    fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            Self::Unreachable | Self::GivenUp | Self::Unreadable => None,
        }
    }

    /// The code of a refusal.
    pub(crate) fn code(&self) -> Option<ProblemCode> {
        self.refusal().map(|refusal| refusal.problem.code)
    }

    /// The members that a refusal finds wrong.
    pub(crate) fn field_errors(&self) -> &[FieldError] {
        self.refusal().map_or(&[], |refusal| &refusal.problem.errors)
    }

    /// Those who hold the role that is to be deleted, where that is why it was refused.
    pub(crate) fn holders(&self) -> &[Holder] {
        self.refusal().map_or(&[], |refusal| &refusal.problem.holders)
    }

    /// The record as it is now, where somebody else changed it in between.
    pub(crate) fn current<C: DeserializeOwned>(&self) -> Option<C> {
        serde_json::from_str::<Problem<C>>(&self.refusal()?.body).ok()?.current
    }

    /// After how many seconds the same call may be made again, where that was said.
    pub(crate) fn retry_after(&self) -> Option<u32> {
        self.refusal()?.retry_after
    }

    /// Whether the same call may succeed later without anybody changing anything.
    pub(crate) fn is_passing(&self) -> bool {
        match self {
            Self::Unreachable | Self::GivenUp => true,
            Self::Refused(refusal) => refusal.problem.status >= 500,
            Self::Unreadable => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use latchkey_contract::id::{AccountId, Version};
    use latchkey_contract::problem::{Problem, ProblemCode};
    use latchkey_contract::profile::Profile;

    use super::{ClientError, Refusal};

    fn refused(body: String) -> ClientError {
        ClientError::Refused(Box::new(Refusal::read(body, Some(30)).expect("a problem")))
    }

    #[test]
    fn the_record_of_a_stale_change_is_read_as_what_the_caller_knows_it_is() {
        let profile = Profile {
            id: AccountId("a".to_owned()),
            name: "Dewi".to_owned(),
            email: "dewi@example.test".to_owned(),
            language: None,
            turns: Vec::new(),
            version: Version("2".to_owned()),
        };
        let mut problem = Problem::new(ProblemCode::Stale, "Somebody was quicker.");
        problem.current = Some(profile.clone());
        let error = refused(serde_json::to_string(&problem).expect("JSON"));
        assert_eq!(error.code(), Some(ProblemCode::Stale));
        assert_eq!(error.current::<Profile>(), Some(profile));
        assert_eq!(error.retry_after(), Some(30));
    }

    #[test]
    fn what_is_no_problem_is_no_refusal() {
        assert_eq!(Refusal::read("<h1>Bad gateway</h1>".to_owned(), None), None);
    }
}
