//! `/profile/password`: a new password. It ends all other sessions, and gives the present one a new token.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use latchkey_contract::problem::FieldCode;
use latchkey_contract::profile::PasswordChange;

use super::Answered;
use super::session::set_cookie;
use crate::activity::happening::Happening;
use crate::activity::who::Who;
use crate::auth::extract::SignedIn;
use crate::auth::presented::Carrier;
use crate::auth::throttle::{Subject, admit, succeeded};
use crate::auth::token::Token;
use crate::body::Body;
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::{accounts, sessions};
use crate::validate::Faults;

pub(super) async fn put(
    person: SignedIn,
    State(state): State<AppState>,
    Body { value: wanted, .. }: Body<PasswordChange>,
) -> Answered {
    let id = person.account.id.as_str();
    let mut faults = Faults::default();
    faults.password("/new", &wanted.new);
    faults.none()?;

    // Whoever finds a browser open must not be able to try passwords in it.
    let subjects = [Subject::confirm(id)];
    let mut tx = person.begin(&state).await?;
    let admitted = admit(&mut tx, &state.throttle, &subjects, person.now).await;
    tx.commit().await?;
    admitted?;
    let present = person.account.password_hash.as_deref();
    if !state.passwords.matches(present, wanted.current).await? {
        tracing::warn!(account = id, "a present password was wrong");
        let mut tx = person.begin(&state).await?;
        tx.note(Happening::PasswordRefused(Who::from(&person.account)));
        tx.commit().await?;
        return Err(mismatch());
    }
    let hash = state.passwords.hash(wanted.new).await?;

    let mut tx = person.begin(&state).await?;
    let account = accounts::by_id(&mut tx, id).await?.ok_or_else(Refusal::not_found)?;
    if account.password_hash.as_deref() != present {
        return Err(mismatch());
    }
    accounts::set_own(&mut tx, id, Some(&hash), account.language.as_deref()).await?;
    let ended = sessions::end_others(&mut tx, id, &person.session.id, person.now).await?;
    succeeded(&mut tx, &subjects).await?;
    let mut response = StatusCode::NO_CONTENT.into_response();
    // A bearer's token cannot be replaced in an answer without a body; whoever holds it has just proved the password.
    if person.carrier == Carrier::Cookie {
        let token = Token::new();
        sessions::renew(&mut tx, &person.session.id, &token.hash()).await?;
        set_cookie(&mut response, &state.cookie.set(&token))?;
    }
    tx.note(Happening::PasswordChanged {
        who: Who::from(&account),
        sessions: ended,
    });
    tx.commit().await?;
    tracing::info!(account = id, sessions_ended = ended, "a password was changed");
    Ok(response)
}

fn mismatch() -> Refusal {
    Refusal::member("/current", FieldCode::Mismatch, "This is not the present password.")
}
