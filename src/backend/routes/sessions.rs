//! `/sessions`: one's own sessions.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use latchkey_contract::list::Page;
use latchkey_contract::session::SessionsEnded;

use super::session::signed_out;
use super::{Answered, Segment, json};
use crate::activity::happening::Happening;
use crate::activity::who::Who;
use crate::auth::extract::SignedIn;
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::sessions;

pub(super) async fn list(person: SignedIn, State(state): State<AppState>) -> Answered {
    let mut tx = state.store.read().await?;
    let items = sessions::list(
        &mut tx,
        person.account.id.as_str(),
        &person.session.id,
        state.at(person.now),
    )
    .await?;
    let total = items.len() as u64;
    json(
        StatusCode::OK,
        &Page {
            items,
            next: None,
            total,
        },
    )
}

pub(super) async fn end_others(person: SignedIn, State(state): State<AppState>) -> Answered {
    let mut tx = person.begin(&state).await?;
    let account = person.account.id.as_str();
    let sessions_ended = sessions::end_others(&mut tx, account, &person.session.id, state.at(person.now)).await?;
    if sessions_ended > 0 {
        tx.note(ended(&person, sessions_ended));
    }
    tx.commit().await?;
    json(StatusCode::OK, &SessionsEnded { sessions_ended })
}

fn ended(person: &SignedIn, sessions: u64) -> Happening {
    Happening::SessionsEnded {
        who: Who::from(&person.account),
        sessions,
    }
}

/// Says that one of one's own sessions, on a new device, was oneself.
pub(super) async fn recognise(person: SignedIn, State(state): State<AppState>, Segment(id): Segment) -> Answered {
    let mut tx = person.begin(&state).await?;
    if !sessions::recognise(&mut tx, person.account.id.as_str(), &id).await? {
        return Err(Refusal::not_found());
    }
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Ends one of one's own sessions. Somebody else's is not found.
pub(super) async fn end(person: SignedIn, State(state): State<AppState>, Segment(id): Segment) -> Answered {
    let mut tx = person.begin(&state).await?;
    if !sessions::end(&mut tx, person.account.id.as_str(), &id).await? {
        return Err(Refusal::not_found());
    }
    tx.note(ended(&person, 1));
    tx.commit().await?;
    if id == person.session.id.as_str() {
        return Ok(signed_out(&state));
    }
    Ok(StatusCode::NO_CONTENT.into_response())
}
