//! `If-Match` and `If-None-Match`: which state of a record the caller has seen.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use latchkey_contract::id::Version;
use latchkey_contract::problem::ProblemCode;
use serde::Serialize;

use crate::problem::Refusal;

/// `If-Match`, which the caller has sent.
#[derive(Clone, Debug)]
pub(crate) struct IfMatch(Tags);

impl IfMatch {
    /// Goes on only where the caller has seen this version of the record.
    pub(crate) fn check(&self, version: &Version, current: &impl Serialize) -> Result<(), Refusal> {
        if self.0.names(version, false) {
            return Ok(());
        }
        Err(Refusal::new(
            ProblemCode::Stale,
            "Somebody else has changed this; `current` is what it is now.",
        )
        .with_current(current))
    }
}

impl<S: Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        match Tags::of(&parts.headers, &header::IF_MATCH) {
            Some(tags) => Ok(Self(tags)),
            None => Err(Refusal::new(
                ProblemCode::PreconditionRequired,
                "Say with If-Match which version you have seen.",
            )),
        }
    }
}

/// `If-None-Match`, where the caller has sent it.
#[derive(Clone, Debug)]
pub(crate) struct IfNoneMatch(Option<Tags>);

impl IfNoneMatch {
    /// Whether the caller has this version already.
    pub(crate) fn has(&self, version: &Version) -> bool {
        self.0.as_ref().is_some_and(|tags| tags.names(version, true))
    }
}

impl<S: Sync> FromRequestParts<S> for IfNoneMatch {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(Tags::of(&parts.headers, &header::IF_NONE_MATCH)))
    }
}

/// A list of entity tags (RFC 9110, 13.1).
#[derive(Clone, Debug, PartialEq, Eq)]
enum Tags {
    Any,
    These(Vec<String>),
}

impl Tags {
    fn of(headers: &HeaderMap, name: &header::HeaderName) -> Option<Self> {
        let mut tags = Vec::new();
        let mut lines = headers.get_all(name).iter().peekable();
        lines.peek()?;
        for tag in lines
            .filter_map(|line| line.to_str().ok())
            .flat_map(|line| line.split(','))
        {
            match tag.trim() {
                "*" => return Some(Self::Any),
                tag => tags.push(tag.to_owned()),
            }
        }
        Some(Self::These(tags))
    }

    /// Whether a version is among them. A weak tag names one only where weak comparison will do.
    fn names(&self, version: &Version, weak: bool) -> bool {
        let etag = version.etag();
        match self {
            Self::Any => true,
            Self::These(tags) => tags
                .iter()
                .any(|tag| *tag == etag || (weak && tag.strip_prefix("W/") == Some(etag.as_str()))),
        }
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn tags(value: &'static str) -> Tags {
        let headers = HeaderMap::from_iter([(header::IF_MATCH, HeaderValue::from_static(value))]);
        Tags::of(&headers, &header::IF_MATCH).expect("there are some")
    }

    #[test]
    fn a_tag_is_quoted_and_may_be_one_of_several() {
        let version = Version("7".into());
        for seen in ["\"7\"", "\"6\", \"7\"", "*"] {
            assert!(tags(seen).names(&version, false), "{seen}");
        }
        for other in ["7", "\"77\"", "", "W/\"7\""] {
            assert!(!tags(other).names(&version, false), "{other}");
        }
        assert!(tags("W/\"7\"").names(&version, true));
    }
}
