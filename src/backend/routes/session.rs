//! `/session`: signing in and out, and who is signed in.

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use latchkey_contract::event::EVENTS_SO_FAR;
use latchkey_contract::problem::{FieldCode, ProblemCode};
use latchkey_contract::session::SignIn;
use latchkey_permissions::{Rule, Status, Time};

use super::{Answered, json, not_modified, tagged};
use crate::activity::happening::Happening;
use crate::activity::who::Who;
use crate::auth::extract::{SignedIn, access, no_owner, require};
use crate::auth::password_rules::shortest;
use crate::auth::presented::Carrier;
use crate::auth::proof::Anyone;
use crate::auth::second_factor::{self, Given};
use crate::auth::session::{Client, begin, describe_with};
use crate::auth::throttle::{Subject, admit, succeeded, undecided};
use crate::body::Body;
use crate::events::hub::EventId;
use crate::notices::{self, Told};
use crate::precondition::IfNoneMatch;
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::accounts::Account;
use crate::store::{Db, accounts, second_factors, sessions};
use crate::writing::Writing;

/// Signs in. Whoever has no account, has ended or has not joined yet is answered in the same words and after the same
/// time as whoever mistypes; only somebody who knows the password learns more.
pub(super) async fn sign_in(
    _: Anyone,
    State(state): State<AppState>,
    client: Client,
    Body { value: wanted, .. }: Body<SignIn>,
) -> Answered {
    let now = state.clock.now();
    let mut subjects = vec![Subject::sign_in(&wanted.email)];
    subjects.extend(client.whence.peer.map(Subject::peer));
    let mut tx = Writing::begin(&state, None, client.whence.clone()).await?;
    let admitted = admit(&mut tx, &state.throttle, &subjects, now).await;
    if let Err(refusal) = &admitted {
        let known = accounts::by_email(&mut tx, &wanted.email).await?;
        tx.note(failed(known.as_ref(), refusal));
    }
    tx.commit().await?;
    admitted?;

    let mut tx = state.store.read().await?;
    if !accounts::has_owner(&mut tx).await? {
        return Err(no_owner());
    }
    let found = accounts::by_email(&mut tx, &wanted.email).await?;
    tx.rollback().await?;
    let hash = found
        .as_ref()
        .filter(|account| has_joined(account.status))
        .and_then(|account| account.password_hash.as_deref());
    let length = wanted.password.chars().count();
    if !state.passwords.matches(hash, wanted.password).await? {
        tracing::warn!("a sign-in failed");
        let refusal = wrong();
        let mut tx = Writing::begin(&state, None, client.whence).await?;
        tx.note(failed(found.as_ref(), &refusal));
        tx.commit().await?;
        return Err(refusal);
    }

    let mut tx = Writing::begin(&state, None, client.whence.clone()).await?;
    // Hashing took a while, outside of any transaction: what was read before it may have changed.
    let account = accounts::by_email(&mut tx, &wanted.email).await?.ok_or_else(wrong)?;
    if !has_joined(account.status) || account.password_hash.as_deref() != hash {
        return Err(wrong());
    }
    let used = match second_step(&mut tx, &account, wanted.otp.as_deref(), &subjects, now).await {
        Ok(used) => used,
        Err(refusal) => {
            if refusal.code() != ProblemCode::OtpRequired {
                tracing::warn!(account = %account.id, "a code was wrong");
                tx.note(Happening::SignInRefused {
                    who: Who::from(&account),
                    code: ProblemCode::OtpRequired,
                });
            }
            tx.commit().await?;
            return Err(refusal);
        }
    };
    succeeded(&mut tx, &subjects).await?;
    let heard = state.live.last();
    let access = access(&mut tx, &state, &account, now).await?;
    tx.acting(&account);
    let long_enough = check_length(&account, length);
    if let Err(refusal) = long_enough.and_then(|()| require(&Rule::SignedIn, &access, &state.catalogue)) {
        tx.note(Happening::SignInRefused {
            who: Who::from(&account),
            code: refusal.code(),
        });
        tx.commit().await?;
        tracing::warn!(account = %account.id, code = refusal.code().as_str(), "a sign-in was refused");
        return Err(refusal);
    }
    let carrier = if wanted.token { Carrier::Bearer } else { Carrier::Cookie };
    let begun = begin(&mut tx, &account, &client, carrier, state.at(now)).await?;
    if wanted.token {
        sessions::is_bearer(&mut tx, &begun.token.hash()).await?;
    }
    let mut session = describe_with(&mut tx, &state, &account, access).await?;
    tx.note(Happening::SignedIn {
        who: Who::from(&account),
        new_device: begun.device.is_new.then(|| begun.id.clone()),
    });
    if used == Some(Given::Recovery) {
        tx.note(Happening::RecoveryCodeUsed(Who::from(&account)));
    }
    if begun.device.is_new {
        let device = &client.whence.device;
        notices::post(&mut tx, &state, &account, Told::NewDevice { device, at: now }).await?;
    }
    tx.commit().await?;
    tracing::info!(account = %account.id, "signed in");

    if wanted.token {
        session.token = Some(begun.token.reveal().to_owned());
        return json(StatusCode::OK, &session);
    }
    let mut response = tagged(StatusCode::OK, &session.version, &session)?;
    for cookie in begun.cookies(state.cookie) {
        set_cookie(&mut response, &cookie)?;
    }
    say_so_far(&mut response, &heard)?;
    Ok(response)
}

/// Asks for the second factor, where there is one. That a code is missing is no failed attempt, but it forgives none
/// either: whoever has the password could otherwise try codes without end.
pub(super) async fn second_step(
    db: &mut Db,
    account: &Account,
    otp: Option<&str>,
    subjects: &[Subject],
    now: Time,
) -> Result<Option<Given>, Refusal> {
    if !account.two_factor {
        return Ok(None);
    }
    // Fails closed: an account that says it has one, and of which there is none, is not let in.
    let factor = second_factors::find(db, account.id.as_str()).await?;
    let factor = factor.filter(|factor| factor.confirmed).ok_or_else(Refusal::internal)?;
    let Some(otp) = otp.filter(|otp| !otp.trim().is_empty()) else {
        undecided(db, subjects).await?;
        return Err(Refusal::new(
            ProblemCode::OtpRequired,
            "Send the code of the authenticator app, or a recovery code, as `otp`.",
        ));
    };
    match second_factor::take_any(db, account, &factor, otp, now).await? {
        Given::Wrong => Err(Refusal::member(
            "/otp",
            FieldCode::Mismatch,
            "This code does not work, or no more.",
        )),
        given => Ok(Some(given)),
    }
}

/// A password that was chosen with a second factor can be too short without it: the owner may have taken that away.
fn check_length(account: &Account, length: usize) -> Result<(), Refusal> {
    if length < shortest(account.two_factor) {
        let detail = "This password is too short to be all that is asked for. Have a link for a new one sent to you.";
        return Err(Refusal::new(ProblemCode::PasswordTooShort, detail));
    }
    Ok(())
}

fn has_joined(status: Status) -> bool {
    !matches!(status, Status::Invited | Status::Ended)
}

fn failed(account: Option<&Account>, refusal: &Refusal) -> Happening {
    Happening::SignInFailed {
        who: account.map(Who::from),
        code: refusal.code(),
    }
}

fn wrong() -> Refusal {
    Refusal::new(
        ProblemCode::InvalidCredentials,
        "E-mail address and password do not belong together.",
    )
}

/// Says with an answer which event was the last before it.
fn say_so_far(response: &mut Response, heard: &EventId) -> Result<(), Refusal> {
    let heard = HeaderValue::try_from(heard.to_string()).map_err(|_| Refusal::internal())?;
    response.headers_mut().insert(EVENTS_SO_FAR, heard);
    Ok(())
}

/// Adds a cookie to an answer.
pub(super) fn set_cookie(response: &mut Response, cookie: &str) -> Result<(), Refusal> {
    let cookie = HeaderValue::try_from(cookie).map_err(|_| Refusal::internal())?;
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(())
}

pub(super) async fn get(person: SignedIn, State(state): State<AppState>, seen: IfNoneMatch) -> Answered {
    let mut tx = state.store.read().await?;
    let session = describe_with(&mut tx, &state, &person.account, person.access).await?;
    let mut response = if seen.has(&session.version) {
        not_modified(&session.version)?
    } else {
        tagged(StatusCode::OK, &session.version, &session)?
    };
    say_so_far(&mut response, &person.heard)?;
    Ok(response)
}

pub(super) async fn sign_out(person: SignedIn, State(state): State<AppState>) -> Answered {
    let mut tx = person.begin(&state).await?;
    sessions::end(&mut tx, person.account.id.as_str(), person.session.id.as_str()).await?;
    tx.note(Happening::SignedOut(Who::from(&person.account)));
    tx.commit().await?;
    tracing::info!(account = %person.account.id, "signed out");
    Ok(signed_out(&state))
}

/// The answer after one's own session has ended: the browser forgets its cookie.
pub(super) fn signed_out(state: &AppState) -> Response {
    (StatusCode::NO_CONTENT, [(header::SET_COOKIE, state.cookie.clear())]).into_response()
}
