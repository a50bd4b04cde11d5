//! `/staff/{id}/password-link`: has a link for a new password sent to somebody. The owner neither chooses the password nor
//! sees the link.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::staff_member::staff_account;
use super::{Answered, Segment};
use crate::auth::fresh::Fresh;
use crate::auth::proof::Owner;
use crate::password_links::{has_password, send};
use crate::problem::Refusal;
use crate::state::AppState;

pub(super) async fn post(owner: Fresh<Owner>, State(state): State<AppState>, Segment(id): Segment) -> Answered {
    let me = owner.person();
    let mut tx = me.begin(&state).await?;
    let account = staff_account(&mut tx, &id).await?;
    if !has_password(&account) {
        return Err(Refusal::state(
            "Only somebody who has joined, and is still here, has a password.",
        ));
    }
    send(&mut tx, &state, &account, Some(&me.account), me.now).await?;
    tx.commit().await?;
    tracing::info!(account = id, "sent a link for a new password");
    Ok(StatusCode::NO_CONTENT.into_response())
}
