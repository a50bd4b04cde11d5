//! `/roles/{id}`: one role, and what it becomes.

use axum::extract::State;
use axum::http::StatusCode;
use latchkey_contract::role::{Role, RoleDraft};
use latchkey_permissions::{PermissionId, Text, Time};

use super::role_query::Reset;
use super::roles::checked;
use super::{Answered, Segment, tagged};
use crate::activity::happening::Happening;
use crate::activity::who::Who;
use crate::auth::fresh::Fresh;
use crate::auth::proof::Owner;
use crate::body::Body;
use crate::onboarding;
use crate::precondition::IfMatch;
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::{Db, roles};
use crate::writing::Writing;

/// The role with this id.
pub(super) async fn found(db: &mut Db, state: &AppState, id: &str) -> Result<Role, Refusal> {
    roles::by_id(db, &state.catalogue, id)
        .await?
        .ok_or_else(Refusal::not_found)
}

/// Who holds a role now.
pub(super) async fn holders(db: &mut Db, id: &str) -> Result<Vec<Who>, Refusal> {
    Ok(roles::holders(db, id).await?.iter().map(Who::from).collect())
}

pub(super) async fn get(_: Owner, State(state): State<AppState>, Segment(id): Segment) -> Answered {
    let mut tx = state.store.read().await?;
    let role = found(&mut tx, &state, &id).await?;
    tagged(StatusCode::OK, &role.version, &role)
}

/// Changes a role.
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
    become_this(
        (tx, owner.person().now),
        &state,
        before,
        &name,
        &permissions,
        |before, after, holders| Happening::RoleChanged {
            before,
            after,
            holders,
            reason,
        },
    )
    .await
}

/// Makes a role what it was when it came with the backend.
pub(super) async fn reset(
    owner: Fresh<Owner>,
    State(state): State<AppState>,
    Segment(id): Segment,
    seen: IfMatch,
    Reset { reason }: Reset,
) -> Answered {
    let mut tx = owner.person().begin(&state).await?;
    let before = found(&mut tx, &state, &id).await?;
    seen.check(&before.version, &before)?;
    let preset = roles::preset(&id).ok_or_else(|| Refusal::state("This role did not come with the backend."))?;
    let permissions = preset.resolve(&state.catalogue);
    become_this(
        (tx, owner.person().now),
        &state,
        before,
        &preset.name,
        &permissions,
        |before, after, holders| Happening::RoleReset {
            before,
            after,
            holders,
            reason,
        },
    )
    .await
}

/// Makes a role this, notes it as `told` says, and answers it. What changes nothing is no change: the version stays.
async fn become_this(
    (mut tx, now): (Writing, Time),
    state: &AppState,
    before: Role,
    name: &Text,
    permissions: &[PermissionId],
    told: impl FnOnce(Role, Role, Vec<Who>) -> Happening,
) -> Answered {
    if before.name == *name && before.permissions == permissions {
        return tagged(StatusCode::OK, &before.version, &before);
    }
    let id = before.id.as_str();
    roles::save(&mut tx, id, name, permissions).await?;
    let after = found(&mut tx, state, id).await?;
    let held_by = roles::holders(&mut tx, id).await?;
    let holders = held_by.iter().map(Who::from).collect();
    let finished = onboarding::settle_all(&mut tx, &state.catalogue, held_by, now).await?;
    tracing::info!(role = %id, before = ?before.permissions, after = ?permissions, "changed a role");
    tx.note(told(before, after.clone(), holders));
    tx.note_all(finished.into_iter().map(Happening::OnboardingFinished));
    tx.commit().await?;
    tagged(StatusCode::OK, &after.version, &after)
}
