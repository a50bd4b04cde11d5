//! `/profile/password`: a new password. It ends all other sessions, and gives the present one a new token.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use latchkey_contract::profile::PasswordChange;

use super::Answered;
use super::session::set_cookie;
use crate::activity::happening::Happening;
use crate::activity::who::Who;
use crate::auth::confirm;
use crate::auth::extract::SignedIn;
use crate::auth::presented::Carrier;
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

    let (tx, _) = confirm::begin(&person, &state, wanted.current).await?;
    tx.commit().await?;
    let present = person.account.password_hash.as_deref();
    let hash = state.passwords.hash(wanted.new).await?;

    let mut tx = person.begin(&state).await?;
    let account = accounts::by_id(&mut tx, id).await?.ok_or_else(Refusal::not_found)?;
    if account.password_hash.as_deref() != present {
        return Err(confirm::mismatch());
    }
    accounts::set_own(&mut tx, id, Some(&hash), account.language.as_deref()).await?;
    let ended = sessions::end_others(&mut tx, id, &person.session.id, person.now).await?;
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
