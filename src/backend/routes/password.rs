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
use crate::auth::confirm;
use crate::auth::extract::SignedIn;
use crate::auth::password_rules::{Context, shortest};
use crate::auth::presented::Carrier;
use crate::auth::token::Token;
use crate::body::Body;
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::{accounts, password_links, sessions, shop};
use crate::validate::Faults;

pub(super) async fn put(
    person: SignedIn,
    State(state): State<AppState>,
    Body { value: wanted, .. }: Body<PasswordChange>,
) -> Answered {
    let id = person.account.id.as_str();
    let mut tx = state.store.read().await?;
    let store = shop::get(&mut tx).await?.name;
    tx.rollback().await?;
    let me = &person.account;
    let context = Context::of([store.as_str(), &me.name, &me.email]);
    let mut faults = Faults::default();
    let new = &wanted.new;
    state
        .passwords
        .check(&mut faults, "/new", new, me.two_factor, context)
        .await?;
    faults.none()?;

    let (tx, _) = confirm::begin(&person, &state, wanted.current).await?;
    tx.commit().await?;
    let present = person.account.password_hash.as_deref();
    let length = wanted.new.chars().count();
    let hash = state.passwords.hash(wanted.new).await?;

    let mut tx = person.begin(&state).await?;
    let account = accounts::by_id(&mut tx, id).await?.ok_or_else(Refusal::not_found)?;
    if account.password_hash.as_deref() != present {
        return Err(confirm::mismatch());
    }
    if length < shortest(account.two_factor) {
        // The second factor was taken away meanwhile.
        let min = shortest(false);
        let detail = format!("Use at least {min} characters.");
        return Err(Refusal::member("/new", FieldCode::TooShort, detail));
    }
    accounts::set_own(&mut tx, id, Some(&hash), account.language.as_deref()).await?;
    // Whoever was sent a link before can choose no other with it.
    password_links::close(&mut tx, id).await?;
    let ended = sessions::end_others(&mut tx, id, &person.session.id, state.at(person.now)).await?;
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
