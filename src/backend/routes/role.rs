//! `/roles/{id}`: one role, what it becomes, and its end.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use latchkey_contract::id::RoleId;
use latchkey_contract::problem::FieldCode;
use latchkey_contract::role::{Role, RoleDraft, RoleMove, RoleMoved};
use latchkey_permissions::{PermissionId, Text};

use super::roles::checked;
use super::{Answered, Segment, json, tagged};
use crate::activity::happening::Happening;
use crate::activity::who::{RoleName, Who};
use crate::auth::fresh::Fresh;
use crate::auth::proof::Owner;
use crate::body::Body;
use crate::precondition::IfMatch;
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::{Db, roles};

async fn found(db: &mut Db, state: &AppState, id: &str) -> Result<Role, Refusal> {
    roles::by_id(db, &state.catalogue, id)
        .await?
        .ok_or_else(Refusal::not_found)
}

pub(super) async fn get(_: Owner, State(state): State<AppState>, Segment(id): Segment) -> Answered {
    let mut tx = state.store.read().await?;
    let role = found(&mut tx, &state, &id).await?;
    tagged(StatusCode::OK, &role.version, &role)
}

/// Changes a role. A save that changes nothing is no change: the version stays.
pub(super) async fn put(
    owner: Fresh<Owner>,
    State(state): State<AppState>,
    Segment(id): Segment,
    seen: IfMatch,
    Body { value: draft, .. }: Body<RoleDraft>,
) -> Answered {
    let mut tx = owner.person().begin(&state).await?;
    let before = found(&mut tx, &state, &id).await?;
    seen.check(&before.version, &before)?;
    let (name, permissions, reason) = checked(&mut tx, &state, &draft, &id).await?;
    let after = become_this(&mut tx, &state, before.clone(), &name, &permissions).await?;
    if after.version != before.version {
        let holders = holders(&mut tx, &id).await?;
        tx.note(Happening::RoleChanged {
            before,
            after: after.clone(),
            holders,
            reason,
        });
    }
    tx.commit().await?;
    tagged(StatusCode::OK, &after.version, &after)
}

/// Makes a role what it was when it came with the backend.
pub(super) async fn reset(
    owner: Fresh<Owner>,
    State(state): State<AppState>,
    Segment(id): Segment,
    seen: IfMatch,
) -> Answered {
    let mut tx = owner.person().begin(&state).await?;
    let before = found(&mut tx, &state, &id).await?;
    seen.check(&before.version, &before)?;
    let preset = roles::preset(&id).ok_or_else(|| Refusal::state("This role did not come with the backend."))?;
    let permissions = preset.resolve(&state.catalogue);
    let after = become_this(&mut tx, &state, before.clone(), &preset.name, &permissions).await?;
    if after.version != before.version {
        let holders = holders(&mut tx, &id).await?;
        tx.note(Happening::RoleReset {
            before,
            after: after.clone(),
            holders,
        });
    }
    tx.commit().await?;
    tagged(StatusCode::OK, &after.version, &after)
}

/// Who holds a role now.
async fn holders(db: &mut Db, id: &str) -> Result<Vec<Who>, Refusal> {
    Ok(roles::holders(db, id).await?.iter().map(Who::from).collect())
}

async fn become_this(
    db: &mut Db,
    state: &AppState,
    before: Role,
    name: &Text,
    permissions: &[PermissionId],
) -> Result<Role, Refusal> {
    if before.name == *name && before.permissions == permissions {
        return Ok(before);
    }
    roles::save(db, before.id.as_str(), name, permissions).await?;
    tracing::info!(role = %before.id, before = ?before.permissions, after = ?permissions, "changed a role");
    found(db, state, before.id.as_str()).await
}

/// Deletes a role that nobody holds.
pub(super) async fn delete(
    owner: Owner,
    State(state): State<AppState>,
    Segment(id): Segment,
    seen: IfMatch,
) -> Answered {
    let mut tx = owner.person().begin(&state).await?;
    let role = found(&mut tx, &state, &id).await?;
    seen.check(&role.version, &role)?;
    if role.holders > 0 {
        return Err(Refusal::state("Somebody holds this role. Move its holders to another first.").with_current(&role));
    }
    roles::delete(&mut tx, &id).await?;
    tx.note(Happening::RoleDeleted(role));
    tx.commit().await?;
    tracing::info!(role = %id, "deleted a role");
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Gives all who hold a role another one in its place, or none.
pub(super) async fn move_holders(
    owner: Fresh<Owner>,
    State(state): State<AppState>,
    Segment(id): Segment,
    Body { value: wanted, .. }: Body<RoleMove>,
) -> Answered {
    let mut tx = owner.person().begin(&state).await?;
    let from = found(&mut tx, &state, &id).await?;
    let mut other = None;
    if let Some(to) = &wanted.to {
        if to.as_str() != id {
            other = roles::by_id(&mut tx, &state.catalogue, to.as_str()).await?;
        }
        if other.is_none() {
            return Err(Refusal::member(
                "/to",
                FieldCode::UnknownValue,
                "Choose another role that exists.",
            ));
        }
    }
    let holders = holders(&mut tx, &id).await?;
    let moved = roles::move_holders(&mut tx, &id, wanted.to.as_ref().map(RoleId::as_str)).await?;
    if moved > 0 {
        tx.note(Happening::HoldersMoved {
            from: RoleName::from(&from),
            to: other.as_ref().map(RoleName::from),
            holders,
        });
    }
    tx.commit().await?;
    tracing::info!(role = %id, to = ?wanted.to, moved, "moved the holders of a role");
    json(StatusCode::OK, &RoleMoved { moved })
}
