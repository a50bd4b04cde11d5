//! The extractors that make proofs. A handler that asks for one cannot run without it.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};
use latchkey_contract::problem::ProblemCode;
use latchkey_permissions::{Access, Catalogue, Decision, Grant, Person, Rule, Staff, Time};

use super::presented::{Carrier, presented};
use super::proof::{Allowed, Anyone, RuleFor};
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::accounts::Account;
use crate::store::sessions::{self, Living, SEEN_EXACT_TO_MS};
use crate::store::{Db, Tx, accounts, grants};

/// Proof that somebody is signed in, and who.
#[derive(Debug)]
pub(crate) struct SignedIn {
    /// The person.
    pub(crate) account: Account,
    /// What that person may do now.
    pub(crate) access: Access,
    /// The session.
    pub(crate) session: Living,
    /// How its token came.
    pub(crate) carrier: Carrier,
    /// The moment of the request.
    pub(crate) now: Time,
}

impl SignedIn {
    /// Begins to write on behalf of this person. That the session still lives is looked up once more, inside the
    /// transaction: it may have been ended since the request came in.
    pub(crate) async fn begin(&self, state: &AppState) -> Result<Tx, Refusal> {
        let mut tx = state.store.write().await?;
        if sessions::lives(&mut tx, &self.session.id, self.now).await? {
            Ok(tx)
        } else {
            Err(signed_out())
        }
    }
}

/// What somebody may do at a moment, read from what is kept.
pub(crate) async fn access(db: &mut Db, state: &AppState, account: &Account, now: Time) -> Result<Access, Refusal> {
    let person = if account.owner {
        Person::Owner
    } else {
        let mut grant = Grant::NOTHING;
        for (id, window) in grants::held(db, account.id.as_str()).await? {
            let held = state.catalogue.set([id]);
            if !held.unknown.is_empty() {
                tracing::warn!(account = %account.id, unknown = ?held.unknown, "a grant names what the catalogue does not know");
            }
            grant = grant.with(held.known, window);
        }
        Person::Staff(Staff {
            status: account.status,
            window: account.window,
            grant,
        })
    };
    Ok(person.access(&state.catalogue, now))
}

/// Asks a rule; passes where it allows.
pub(crate) fn require(rule: &Rule, access: &Access, catalogue: &Catalogue) -> Result<(), Refusal> {
    let compiled = rule.compile(catalogue);
    match compiled.decide(access) {
        Decision::Allowed => Ok(()),
        Decision::Denied(denial) => Err(Refusal::denied(denial, &compiled, catalogue)),
    }
}

/// Nobody can be signed in before there is an owner.
pub(crate) fn no_owner() -> Refusal {
    Refusal::new(
        ProblemCode::NoOwner,
        "This store has no owner yet. Open the link that the backend printed.",
    )
}

fn signed_out() -> Refusal {
    Refusal::new(ProblemCode::SignedOut, "Sign in first.")
}

impl<S: Sync> FromRequestParts<S> for Anyone {
    type Rejection = Infallible;

    async fn from_request_parts(_: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self)
    }
}

impl FromRequestParts<AppState> for SignedIn {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Refusal> {
        let now = state.clock.now();
        let mut tx = state.store.read().await?;
        let found = match presented(&parts.headers, state.cookie) {
            None => None,
            Some(presented) => sessions::by_token(&mut tx, &presented.token.hash(), now)
                .await?
                .map(|(session, account)| (session, account, presented.carrier)),
        };
        let Some((session, account, carrier)) = found else {
            if !accounts::has_owner(&mut tx).await? {
                return Err(no_owner());
            }
            return Err(signed_out());
        };
        let access = access(&mut tx, state, &account, now).await?;
        tx.rollback().await?;
        require(&Rule::SignedIn, &access, &state.catalogue)?;

        let due = now.millis() - session.last_seen.millis() >= SEEN_EXACT_TO_MS;
        if due && !is_watching(&parts.method, &parts.headers) {
            note_seen(state, &session, &account, now).await;
        }
        Ok(Self {
            account,
            access,
            session,
            carrier,
            now,
        })
    }
}

/// Whether the request only asks if something has changed. The app does that by itself every few seconds, and a page
/// that was left open is not a person at work.
fn is_watching(method: &Method, headers: &HeaderMap) -> bool {
    *method == Method::GET && headers.contains_key(header::IF_NONE_MATCH)
}

/// Notes that somebody was here. That this cannot be written, on a full disk for example, is no reason not to answer.
async fn note_seen(state: &AppState, session: &Living, account: &Account, now: Time) {
    let noted = async {
        let mut tx = state.store.write().await?;
        sessions::seen(&mut tx, &session.id, now).await?;
        accounts::seen(&mut tx, account.id.as_str(), now).await?;
        tx.commit().await
    };
    if let Err(error) = noted.await {
        tracing::warn!(%error, "could not note when somebody was last seen");
    }
}

impl<R: RuleFor> FromRequestParts<AppState> for Allowed<R> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Refusal> {
        let signed_in = SignedIn::from_request_parts(parts, state).await?;
        match require(&R::RULE, &signed_in.access, &state.catalogue) {
            Ok(()) => Ok(Self::proven(signed_in)),
            Err(refusal) => {
                tracing::warn!(
                    account = %signed_in.account.id,
                    code = refusal.code().as_str(),
                    missing = ?refusal.missing(),
                    "refused"
                );
                Err(refusal)
            }
        }
    }
}
