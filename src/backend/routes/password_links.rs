//! `/password-links`: asking for a link for a new password, and choosing one with it. Neither says whether somebody exists,
//! and neither steps round the second factor.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use latchkey_contract::password_link::{ForgottenPassword, NewPassword, PasswordLink};
use latchkey_contract::problem::{FieldCode, ProblemCode};
use latchkey_permissions::Time;

use super::session::second_step;
use super::{Answered, Segment, json};
use crate::activity::happening::Happening;
use crate::activity::who::{Whence, Who};
use crate::auth::password_rules::{Context, shortest};
use crate::auth::proof::Anyone;
use crate::auth::second_factor::Given;
use crate::auth::session::Client;
use crate::auth::throttle::{Subject, admit, succeeded};
use crate::auth::token::Token;
use crate::body::Body;
use crate::notices::{self, Told};
use crate::password_links::{has_password, send};
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::accounts::{self, Account};
use crate::store::password_links::{self, Link};
use crate::store::{Db, sessions, shop};
use crate::validate::Faults;
use crate::writing::Writing;

/// Answers before anything is looked up: neither what is said nor how long it takes depends on who exists.
pub(super) async fn ask(
    _: Anyone,
    State(state): State<AppState>,
    client: Client,
    Body { value: asked, .. }: Body<ForgottenPassword>,
) -> Answered {
    let mut faults = Faults::default();
    let email = faults.email("/email", &asked.email);
    faults.none()?;
    let now = state.clock.now();
    let mut subjects = vec![Subject::forgotten(&email)];
    subjects.extend(client.whence.peer.map(Subject::peer_forgets));
    let mut tx = state.store.write().await?;
    let admitted = admit(&mut tx, &state.throttle, &subjects, now).await;
    tx.commit().await?;
    admitted?;
    tokio::spawn(async move {
        if let Err(refusal) = look_up_and_send(&state, &email, client.whence, now).await {
            tracing::error!(
                code = refusal.code().as_str(),
                "a link for a new password could not be sent"
            );
        }
    });
    Ok(StatusCode::ACCEPTED.into_response())
}

async fn look_up_and_send(state: &AppState, email: &str, whence: Whence, now: Time) -> Result<(), Refusal> {
    let mut tx = Writing::begin(state, None, whence).await?;
    let found = accounts::by_email(&mut tx, email).await?;
    let Some(account) = found.filter(has_password) else {
        return Ok(());
    };
    send(&mut tx, state, &account, None, now).await?;
    tx.commit().await
}

pub(super) async fn get(_: Anyone, State(state): State<AppState>, Segment(token): Segment) -> Answered {
    let mut tx = state.store.read().await?;
    let (link, account) = open(&mut tx, &Token::presented(&token), state.clock.now()).await?;
    json(
        StatusCode::OK,
        &PasswordLink {
            store: shop::get(&mut tx).await?.name,
            email: account.email,
            name: account.name,
            two_factor: account.two_factor,
            expires: link.expires,
        },
    )
}

/// Chooses a new password. A code that is asked for besides is counted like one at the door.
pub(super) async fn choose(
    _: Anyone,
    State(state): State<AppState>,
    Segment(token): Segment,
    client: Client,
    Body { value: chosen, .. }: Body<NewPassword>,
) -> Answered {
    let now = state.clock.now();
    let token = Token::presented(&token);
    let mut tx = state.store.read().await?;
    let (_, account) = open(&mut tx, &token, now).await?;
    let store = shop::get(&mut tx).await?.name;
    tx.rollback().await?;
    let mut faults = Faults::default();
    let context = Context::of([store.as_str(), &account.name, &account.email]);
    let passwords = &state.passwords;
    passwords
        .check(&mut faults, "/new", &chosen.new, account.two_factor, context)
        .await?;
    faults.none()?;
    let length = chosen.new.chars().count();
    let hash = passwords.hash(chosen.new).await?;

    let mut subjects = vec![Subject::sign_in(&account.email)];
    subjects.extend(client.whence.peer.map(Subject::peer));
    let mut tx = Writing::begin(&state, None, client.whence).await?;
    let (_, account) = open(&mut tx, &token, now).await?;
    if length < shortest(account.two_factor) {
        // The second factor was taken away meanwhile.
        let detail = "Without a second factor, a password has more characters.";
        return Err(Refusal::member("/new", FieldCode::TooShort, detail));
    }
    admit(&mut tx, &state.throttle, &subjects, now).await?;
    let used = match second_step(&mut tx, &account, chosen.otp.as_deref(), &subjects, now).await {
        Ok(used) => used,
        Err(refusal) => {
            tx.commit().await?;
            return Err(refusal);
        }
    };
    succeeded(&mut tx, &subjects).await?;
    let id = account.id.as_str();
    accounts::set_own(&mut tx, id, Some(&hash), account.language.as_deref()).await?;
    password_links::close(&mut tx, id).await?;
    let ended = sessions::end_all(&mut tx, id, state.at(now)).await?;
    tx.acting(&account);
    tx.note(Happening::PasswordReset {
        who: Who::from(&account),
        sessions: ended,
    });
    if used == Some(Given::Recovery) {
        tx.note(Happening::RecoveryCodeUsed(Who::from(&account)));
    }
    notices::post(&mut tx, &state, &account, Told::PasswordReset).await?;
    tx.commit().await?;
    tracing::info!(account = id, sessions_ended = ended, "a password was reset");
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The link and whose it is; a dead one explains itself.
async fn open(db: &mut Db, token: &Token, now: Time) -> Result<(Link, Account), Refusal> {
    let link = password_links::by_token(db, token, now)
        .await?
        .ok_or_else(Refusal::not_found)?;
    let account = accounts::by_id(db, &link.account)
        .await?
        .ok_or_else(Refusal::not_found)?;
    if link.open && has_password(&account) {
        return Ok((link, account));
    }
    Err(Refusal::new(
        ProblemCode::PasswordLinkOver,
        "This link was used, is too old, or a later one has taken its place. Ask for another one.",
    ))
}
