//! The proof that somebody has shown shortly before who it is. It stands around another proof, so that a handler that
//! takes it cannot run for a session that was only left open.

use std::ops::Deref;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use latchkey_contract::endpoint::Guard;
use latchkey_contract::problem::ProblemCode;
use latchkey_permissions::Time;

use super::extract::SignedIn;
use super::may::{ActFor, May};
use super::proof::{Allowed, Proof, RuleFor};
use crate::problem::Refusal;
use crate::state::AppState;

/// A proof `P`, of somebody who has shown shortly before who it is. It is made by looking when that was, and in no other
/// way.
#[derive(Debug)]
pub(crate) struct Fresh<P>(P);

/// A proof that is somebody's.
pub(crate) trait Somebodys: Proof {
    /// Whose.
    fn signed_in(&self) -> &SignedIn;
}

impl Somebodys for SignedIn {
    fn signed_in(&self) -> &SignedIn {
        self
    }
}

impl<R: RuleFor> Somebodys for Allowed<R> {
    fn signed_in(&self) -> &SignedIn {
        self.person()
    }
}

impl<A: ActFor> Somebodys for May<A> {
    fn signed_in(&self) -> &SignedIn {
        self.person()
    }
}

impl<P: Proof> Proof for Fresh<P> {
    fn guard() -> Guard {
        P::guard()
    }

    fn fresh() -> bool {
        true
    }
}

impl<P> Deref for Fresh<P> {
    type Target = P;

    fn deref(&self) -> &P {
        &self.0
    }
}

/// Until when a proof that was given at this moment holds.
pub(crate) fn until(proven: Time, state: &AppState) -> Time {
    proven.plus_millis(state.proof_lifetime_ms)
}

/// The rule is asked first: whoever may not do it at all is not asked for a password.
impl<P> FromRequestParts<AppState> for Fresh<P>
where
    P: Somebodys + FromRequestParts<AppState, Rejection = Refusal>,
{
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Refusal> {
        let proof = P::from_request_parts(parts, state).await?;
        let person = proof.signed_in();
        if person.now < until(person.session.proven, state) {
            return Ok(Self(proof));
        }
        Err(Refusal::new(
            ProblemCode::ReauthRequired,
            "Prove once more that it is you, with `POST /session/proof`, and ask again.",
        ))
    }
}
