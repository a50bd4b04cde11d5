//! An answer, and what a test holds of it.

use latchkey_contract::problem::{Problem, ProblemCode};
use serde::de::DeserializeOwned;
use serde_json::Value;
use ureq::http::HeaderMap;

/// An answer.
#[derive(Debug)]
pub struct Answer {
    /// Method and path that were called.
    pub call: String,
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Vec<u8>,
}

impl Answer {
    /// A header's value, where it is there.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The media type of the body, without parameters.
    pub fn media_type(&self) -> Option<&str> {
        Some(self.header("content-type")?.split(';').next()?.trim())
    }

    /// The `ETag`.
    ///
    /// # Panics
    /// Where there is none.
    #[track_caller]
    pub fn etag(&self) -> String {
        let etag = self.header("etag");
        etag.unwrap_or_else(|| panic!("{self} has no ETag")).to_owned()
    }

    /// The body as JSON.
    ///
    /// # Panics
    /// Where it is not JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        self.read()
    }

    /// The body as a type of the contract.
    ///
    /// # Panics
    /// Where it is not that.
    #[track_caller]
    pub fn read<T: DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{self}: {error}"))
    }

    /// Holds that it has this status.
    ///
    /// # Panics
    /// Where it has another.
    #[track_caller]
    #[expect(
        clippy::return_self_not_must_use,
        reason = "often the status is all that a test asks for"
    )]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{self}");
        self
    }

    /// Holds that it refuses for this reason.
    ///
    /// # Panics
    /// Where it does not.
    #[track_caller]
    pub fn refused(self, code: ProblemCode) -> Problem<Value> {
        assert_eq!(self.status, code.status(), "{self}");
        let problem: Problem<Value> = self.read();
        assert_eq!(problem.code, code, "{self}");
        problem
    }
}

impl std::fmt::Display for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let body = String::from_utf8_lossy(&self.body);
        write!(f, "{} answered {}: {body}", self.call, self.status)
    }
}
