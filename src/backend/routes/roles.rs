//! `/roles`: the roles of the store, to be read.

use axum::extract::State;
use axum::http::StatusCode;
use latchkey_contract::list::Page;

use super::{Answered, Segment, json, tagged};
use crate::auth::proof::Owner;
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::roles;

pub(super) async fn list(_: Owner, State(state): State<AppState>) -> Answered {
    let mut tx = state.store.read().await?;
    let items = roles::list(&mut tx, &state.catalogue).await?;
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

pub(super) async fn get(_: Owner, State(state): State<AppState>, Segment(id): Segment) -> Answered {
    let mut tx = state.store.read().await?;
    let role = roles::by_id(&mut tx, &state.catalogue, &id)
        .await?
        .ok_or_else(Refusal::not_found)?;
    tagged(StatusCode::OK, &role.version, &role)
}
