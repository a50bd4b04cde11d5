//! `/letters`: what has not arrived, and what the owner does about it.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use latchkey_contract::letter::{Letter, LetterPage};
use latchkey_contract::limits::PAGE_MAX;

use super::{Answered, Segment, json};
use crate::activity::happening::Happening;
use crate::activity::who::Who;
use crate::auth::proof::Owner;
use crate::mail::TRIED_FOR_MS;
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::{Db, accounts, letters};

pub(super) async fn list(_: Owner, State(state): State<AppState>) -> Answered {
    let mut tx = state.store.read().await?;
    let (items, total) = letters::all(&mut tx, PAGE_MAX).await?;
    json(
        StatusCode::OK,
        &LetterPage {
            items,
            next: None,
            total,
            delivery: state.post.delivery(),
        },
    )
}

/// Lets a letter be tried at once, whether it waits or was given up.
pub(super) async fn retry(owner: Owner, State(state): State<AppState>, Segment(id): Segment) -> Answered {
    let me = owner.person();
    let mut tx = me.begin(&state).await?;
    let before = found(&mut tx, &id).await?;
    if !letters::retry(&mut tx, &id, me.now, me.now.plus_millis(TRIED_FOR_MS)).await? {
        return Err(Refusal::state(
            "The link that this letter held is forgotten. Send a new invitation instead.",
        ));
    }
    let who = recipient(&mut tx, &before).await?;
    tx.note(Happening::LetterRetried { kind: before.kind, who });
    let letter = found(&mut tx, &id).await?;
    tx.commit().await?;
    state.post.ring();
    json(StatusCode::OK, &letter)
}

/// Throws a letter away. Who has it in hand just now may still deliver it.
pub(super) async fn discard(owner: Owner, State(state): State<AppState>, Segment(id): Segment) -> Answered {
    let mut tx = owner.person().begin(&state).await?;
    let letter = found(&mut tx, &id).await?;
    letters::discard(&mut tx, &id).await?;
    let who = recipient(&mut tx, &letter).await?;
    tx.note(Happening::LetterDiscarded { kind: letter.kind, who });
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn found(db: &mut Db, id: &str) -> Result<Letter, Refusal> {
    letters::one(db, id).await?.ok_or_else(Refusal::not_found)
}

/// The member of staff whom it is for, where it is for one.
async fn recipient(db: &mut Db, letter: &Letter) -> Result<Option<Who>, Refusal> {
    let Some(id) = &letter.account else { return Ok(None) };
    Ok(accounts::by_id(db, id.as_str()).await?.as_ref().map(Who::from))
}
