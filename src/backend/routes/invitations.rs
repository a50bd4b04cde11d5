//! `/invitations/{token}`: an invitation as the invited person sees it, and joining with it.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use latchkey_contract::invitation::{Invitation as Shown, Join};
use latchkey_contract::limits::NAME_MAX;
use latchkey_permissions::{OnboardingStep, Time, Transition, TransitionError};

use super::{Answered, Segment, json};
use crate::activity::happening::Happening;
use crate::activity::who::Who;
use crate::auth::password_rules::Context;
use crate::auth::presented::Carrier;
use crate::auth::proof::Anyone;
use crate::auth::session::{Client, begin, describe};
use crate::auth::token::Token;
use crate::body::Body;
use crate::idempotency::{Answer, IdempotencyKey, Once};
use crate::onboarding;
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::accounts::{self, Account};
use crate::store::invitations::{self, Invitation};
use crate::store::{Db, grants, onboarding as kept, shop};
use crate::validate::Faults;
use crate::writing::Writing;

pub(super) async fn get(_: Anyone, State(state): State<AppState>, Segment(token): Segment) -> Answered {
    let token = Token::presented(&token);
    let mut tx = state.store.read().await?;
    let (invitation, account) = open(&mut tx, &token, state.clock.now()).await?;
    let held = state
        .catalogue
        .set(
            grants::held(&mut tx, account.id.as_str())
                .await?
                .into_iter()
                .flat_map(|(_, ids)| ids),
        )
        .known;
    let held = state.catalogue.with_required(held);
    let sections = state.catalogue.sections().iter().map(|section| &section.id);
    let sections = sections.filter(|section| state.catalogue.section_set(section).intersects(held));
    json(
        StatusCode::OK,
        &Shown {
            store: shop::get(&mut tx).await?.name,
            email: account.email,
            name: account.name,
            sections: sections.cloned().collect(),
            expires: invitation.expires,
        },
    )
}

/// Joins. Address and grant come from the invitation; only the name and the password are the person's to say.
pub(super) async fn accept(
    _: Anyone,
    State(state): State<AppState>,
    Segment(token): Segment,
    client: Client,
    key: IdempotencyKey,
    Body { value: join, hash }: Body<Join>,
) -> Answered {
    let now = state.clock.now();
    let token = Token::presented(&token);
    let once = Once::new(key, "acceptInvitation", &token.hash(), hash, now);
    let mut tx = state.store.read().await?;
    if let Some(answer) = once.before(&mut tx).await? {
        return Ok(answer.into_response());
    }
    let (_, invited) = open(&mut tx, &token, now).await?;
    let store = shop::get(&mut tx).await?.name;
    tx.rollback().await?;

    let mut faults = Faults::default();
    let name = faults.name("/name", &join.name, NAME_MAX);
    let context = Context::of([store.as_str(), &name, &invited.email]);
    let chosen = &join.password;
    state
        .passwords
        .check(&mut faults, "/password", chosen, false, context)
        .await?;
    faults.none()?;
    let password_hash = state.passwords.hash(join.password).await?;

    let mut tx = Writing::begin(&state, None, client.whence.clone()).await?;
    if let Some(answer) = once.before(&mut tx).await? {
        return Ok(answer.into_response());
    }
    // Somebody else may have been quicker, or the owner may have taken it back meanwhile.
    let (invitation, mut account) = open(&mut tx, &token, now).await?;
    account.name = name;
    account.password_hash = Some(password_hash);
    account.status = account.status.after(Transition::Join).map_err(no_place)?;
    accounts::save(&mut tx, &mut account).await?;
    kept::forget(&mut tx, account.id.as_str()).await?;
    kept::take(&mut tx, account.id.as_str(), OnboardingStep::ChoosePassword, 0, now).await?;
    kept::wait(&mut tx, account.id.as_str(), now).await?;
    // Where no other step is asked for, onboarding is over as it begins.
    onboarding::settle(&mut tx, &state.catalogue, &mut account, now).await?;
    invitations::mark_used(&mut tx, &invitation.id).await?;
    let begun = begin(&mut tx, &account, &client, Carrier::Cookie, state.at(now)).await?;
    let session = describe(&mut tx, &state, &account, now).await?;
    tx.acting(&account);
    tx.note(Happening::Joined(Who::from(&account)));
    let mut answer = Answer::json(StatusCode::CREATED, &session)?.header(&header::ETAG, session.version.etag());
    for cookie in begun.cookies(state.cookie) {
        answer = answer.header(&header::SET_COOKIE, cookie);
    }
    let answer = once.keep(&mut tx, answer).await?;
    tx.commit().await?;
    tracing::info!(account = %account.id, "joined");
    Ok(answer.into_response())
}

fn no_place(_: TransitionError) -> Refusal {
    Refusal::state("This invitation has no place any more.")
}

/// The invitation behind a link and whom it is for; a dead one explains itself.
async fn open(db: &mut Db, token: &Token, now: Time) -> Result<(Invitation, Account), Refusal> {
    let found = invitations::by_token(db, token, now).await?;
    let invitation = found.ok_or_else(Refusal::not_found)?;
    if let Some(problem) = invitation.state.problem() {
        return Err(Refusal::new(
            problem,
            "Ask the owner of the store for a new invitation.",
        ));
    }
    let account = accounts::by_id(db, &invitation.account).await?;
    Ok((invitation, account.ok_or_else(Refusal::not_found)?))
}
