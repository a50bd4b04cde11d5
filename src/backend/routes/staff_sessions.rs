//! `/staff/{id}/sessions`: ends all of somebody's sessions.

use axum::extract::State;
use axum::http::StatusCode;
use latchkey_contract::session::SessionsEnded;

use super::staff_member::staff_account;
use super::{Answered, Segment, json};
use crate::activity::happening::Happening;
use crate::activity::who::Who;
use crate::auth::proof::Owner;
use crate::state::AppState;
use crate::store::sessions;

pub(super) async fn delete(owner: Owner, State(state): State<AppState>, Segment(id): Segment) -> Answered {
    let mut tx = owner.person().begin(&state).await?;
    let account = staff_account(&mut tx, &id).await?;
    let sessions_ended = sessions::end_all(&mut tx, &id, state.at(owner.person().now)).await?;
    if sessions_ended > 0 {
        tx.note(Happening::SessionsEnded {
            who: Who::from(&account),
            sessions: sessions_ended,
        });
    }
    tx.commit().await?;
    tracing::info!(account = id, sessions_ended, "ended all sessions");
    json(StatusCode::OK, &SessionsEnded { sessions_ended })
}
