//! The extractors that make proofs. A handler that asks for one cannot run without it.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};
use latchkey_contract::event::WATCHING;
use latchkey_contract::problem::ProblemCode;
use latchkey_permissions::{Access, Catalogue, Decision, Grant, Person, Rule, Staff, Time};

use super::flights::{Flight, Slot};
use super::presented::{Carrier, presented};
use super::proof::{Allowed, Anyone, RuleFor};
use super::session::whence;
use crate::activity::who::{Whence, Who};
use crate::events::hub::EventId;
use crate::onboarding::left;
use crate::problem::Refusal;
use crate::refusals::Asking;
use crate::state::AppState;
use crate::store::accounts::Account;
use crate::store::sessions::{self, Living, SEEN_EXACT_TO_MS};
use crate::store::{Db, accounts, grants};
use crate::writing::Writing;

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
    /// Whether the request was made by a page by itself, and nobody is at work there.
    pub(crate) watching: bool,
    /// What had been told of when all this was read.
    pub(crate) heard: EventId,
    /// Where it comes from.
    pub(crate) whence: Whence,
}

impl SignedIn {
    /// Begins to write on behalf of this person. That the session still lives is looked up once more, inside the
    /// transaction: it may have been ended since the request came in.
    pub(crate) async fn begin(&self, state: &AppState) -> Result<Writing, Refusal> {
        let mut tx = Writing::begin(state, Some(Who::from(&self.account)), self.whence.clone()).await?;
        if sessions::lives(&mut tx, &self.session.id, state.at(self.now)).await? {
            Ok(tx)
        } else {
            Err(signed_out())
        }
    }
}

/// What somebody may do at a moment, read from what is kept.
pub(crate) async fn access(db: &mut Db, state: &AppState, account: &Account, now: Time) -> Result<Access, Refusal> {
    Ok(person(db, state, account).await?.access(&state.catalogue, now))
}

/// What somebody is and holds, whatever the moment, read from what is kept.
pub(crate) async fn person(db: &mut Db, state: &AppState, account: &Account) -> Result<Person, Refusal> {
    Ok(if account.owner {
        Person::Owner
    } else {
        let mut grant = Grant::NOTHING;
        for (window, ids) in grants::held(db, account.id.as_str()).await? {
            let held = state.catalogue.set(ids);
            if !held.unknown.is_empty() {
                tracing::warn!(account = %account.id, unknown = ?held.unknown, "a grant names what the catalogue does not know");
            }
            grant = grant.with(held.known, window);
        }
        Person::Staff(Staff {
            status: account.status,
            window: account.window,
            grant,
            steps: left(db, &state.catalogue, account).await?,
        })
    })
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

pub(super) fn signed_out() -> Refusal {
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
        let heard = state.live.last();
        let endings = state.flights.endings();
        let mut tx = state.store.read().await?;
        let found = match presented(&parts.headers, state.cookie) {
            None => None,
            Some(presented) => sessions::by_token(&mut tx, &presented.token.hash(), state.at(now))
                .await?
                .map(|(session, account)| (session, account, presented.carrier)),
        };
        let Some((session, account, carrier)) = found else {
            if !accounts::has_owner(&mut tx).await? {
                return Err(no_owner());
            }
            return Err(signed_out());
        };
        if let Some(slot) = parts.extensions.get::<Slot>() {
            slot.fill(Flight::new(Arc::clone(&state.flights), account.id.clone(), endings));
        }
        let whence = whence(parts);
        if let Some(asking) = parts.extensions.get::<Asking>() {
            asking.is(Who::from(&account), whence.clone());
        }
        let access = access(&mut tx, state, &account, now).await?;
        tx.rollback().await?;
        require(&Rule::SignedIn, &access, &state.catalogue)?;

        let due = now.millis() - session.last_seen.millis() >= SEEN_EXACT_TO_MS;
        let watching = is_watching(&parts.method, &parts.headers);
        if due && !watching {
            note_seen(state, &session, &account, now).await;
        }
        Ok(Self {
            account,
            access,
            session,
            carrier,
            now,
            watching,
            heard,
            whence,
        })
    }
}

/// Whether the request only asks if something has changed, or to be told. The app does that by itself all the time, and a
/// page that was left open is not a person at work.
fn is_watching(method: &Method, headers: &HeaderMap) -> bool {
    let streams = headers
        .get(header::ACCEPT)
        .is_some_and(|kinds| kinds == "text/event-stream");
    let says_so = headers.contains_key(header::IF_NONE_MATCH) || headers.contains_key(WATCHING);
    *method == Method::GET && (streams || says_so)
}

/// Notes that somebody was here. That this cannot be written, on a full disk for example, is no reason not to answer.
async fn note_seen(state: &AppState, session: &Living, account: &Account, now: Time) {
    let noted = async {
        let mut tx = state.store.write().await?;
        sessions::seen(&mut tx, &session.id, now).await?;
        accounts::seen(&mut tx, account.id.as_str(), now).await?;
        state.uses.write_due(&mut tx, now).await?;
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
            Ok(()) => {
                state.uses.note(&signed_in, &R::RULE, &state.catalogue);
                Ok(Self::proven(signed_in))
            }
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
