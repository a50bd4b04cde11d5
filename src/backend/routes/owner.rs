//! `/owner`: setting up an empty store, once.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use latchkey_contract::limits::{NAME_MAX, STORE_NAME_MAX};
use latchkey_contract::owner::NewOwner;
use latchkey_contract::problem::FieldCode;
use latchkey_permissions::Status;

use super::Answered;
use crate::activity::happening::Happening;
use crate::activity::who::Who;
use crate::auth::password_rules::Context;
use crate::auth::presented::Carrier;
use crate::auth::proof::Anyone;
use crate::auth::session::{Client, begin, describe};
use crate::auth::token::Token;
use crate::body::Body;
use crate::idempotency::{Answer, IdempotencyKey, Once};
use crate::problem::Refusal;
use crate::resources::{self, work::Work};
use crate::state::AppState;
use crate::store::accounts::{self, Account};
use crate::store::{Db, shop};
use crate::validate::Faults;
use crate::writing::Writing;

pub(super) async fn create(
    _: Anyone,
    State(state): State<AppState>,
    client: Client,
    key: IdempotencyKey,
    Body { value: new, hash }: Body<NewOwner>,
) -> Answered {
    let now = state.clock.now();
    let once = Once::new(key, "createOwner", "", hash, now);
    let mut tx = state.store.read().await?;
    if let Some(answer) = once.before(&mut tx).await? {
        return Ok(answer.into_response());
    }
    check_open(&mut tx, &new.token).await?;
    tx.rollback().await?;

    let mut faults = Faults::default();
    let store_name = faults.name("/storeName", &new.store_name, STORE_NAME_MAX);
    faults.currency("/currency", &new.currency);
    let name = faults.name("/name", &new.name, NAME_MAX);
    let email = faults.email("/email", &new.email);
    let context = Context::of([store_name.as_str(), &name, &email]);
    let chosen = &new.password;
    state
        .passwords
        .check(&mut faults, "/password", chosen, false, context)
        .await?;
    faults.none()?;
    let password_hash = state.passwords.hash(new.password).await?;

    let mut tx = Writing::begin(&state, None, client.whence.clone()).await?;
    if let Some(answer) = once.before(&mut tx).await? {
        return Ok(answer.into_response());
    }
    check_open(&mut tx, &new.token).await?;
    shop::complete(&mut tx, &store_name, &new.currency).await?;
    let mut work = Work::begin(&mut tx, &state.registry, now, None).await?;
    resources::name_store(&mut work, &store_name).await?;
    let account = Account {
        owner: true,
        password_hash: Some(password_hash),
        ..Account::new(email, name, Status::Active)
    };
    accounts::insert(&mut tx, &account, now).await?;
    let begun = begin(&mut tx, &account, &client, Carrier::Cookie, state.at(now)).await?;
    let session = describe(&mut tx, &state, &account, now).await?;
    tx.acting(&account);
    tx.note(Happening::OwnerCreated(Who::from(&account)));
    let mut answer = Answer::json(StatusCode::CREATED, &session)?.header(&header::ETAG, session.version.etag());
    for cookie in begun.cookies(state.cookie) {
        answer = answer.header(&header::SET_COOKIE, cookie);
    }
    let answer = once.keep(&mut tx, answer).await?;
    tx.commit().await?;
    tracing::info!(account = %account.id, "the store has its owner");
    Ok(answer.into_response())
}

/// Goes on only while there is no owner, and for whoever has the link that was printed.
async fn check_open(db: &mut Db, token: &str) -> Result<(), Refusal> {
    if accounts::has_owner(db).await? {
        return Err(Refusal::state("This store has its owner already."));
    }
    if shop::setup_token_hash(db).await? == Some(Token::presented(token).hash()) {
        Ok(())
    } else {
        Err(Refusal::member(
            "/token",
            FieldCode::Mismatch,
            "Open the link that the backend printed last.",
        ))
    }
}
