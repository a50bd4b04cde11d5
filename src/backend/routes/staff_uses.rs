//! `/staff/{id}/uses`: when a person last used each permission.

use std::collections::HashMap;

use axum::extract::State;
use axum::http::StatusCode;
use latchkey_contract::list::Page;
use latchkey_contract::staff::PermissionUse;
use latchkey_permissions::{PermissionId, Time};

use super::staff_member::staff_account;
use super::{Answered, Segment, json};
use crate::auth::proof::Owner;
use crate::state::AppState;
use crate::store::uses;

/// In the order of the catalogue. What the catalogue no longer knows is left out.
pub(super) async fn list(_: Owner, State(state): State<AppState>, Segment(id): Segment) -> Answered {
    let mut tx = state.store.read().await?;
    let account = staff_account(&mut tx, &id).await?;
    let mut used: HashMap<PermissionId, Time> = uses::of(&mut tx, &account.id).await?.into_iter().collect();
    // What was used since is later than what was written.
    used.extend(state.uses.of(&account.id));
    let all = state.catalogue.ids(state.catalogue.everything()).into_iter();
    let items: Vec<_> = all
        .filter_map(|permission| {
            let last = *used.get(&permission)?;
            Some(PermissionUse { permission, last })
        })
        .collect();
    let page = Page {
        total: items.len() as u64,
        items,
        next: None,
    };
    json(StatusCode::OK, &page)
}
