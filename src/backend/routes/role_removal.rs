//! The end of a role, and where its holders go: together, so that nobody is left between the two.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use latchkey_contract::id::RoleId;
use latchkey_contract::limits::REASON_MAX;
use latchkey_contract::problem::FieldCode;
use latchkey_contract::role::{Holder, Role, RoleMove, RoleMoved};
use latchkey_permissions::Time;

use super::role::{found, holders};
use super::role_query::{Deletion, Holders};
use super::{Answered, Segment, json};
use crate::activity::happening::Happening;
use crate::activity::who::{RoleName, Who};
use crate::auth::fresh::Fresh;
use crate::auth::proof::Owner;
use crate::body::Body;
use crate::onboarding;
use crate::precondition::IfMatch;
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::roles;
use crate::validate::Faults;
use crate::writing::Writing;

/// Deletes a role. Those who hold it are moved in the same transaction; where nothing was said of them, they are named.
pub(super) async fn delete(
    owner: Fresh<Owner>,
    State(state): State<AppState>,
    Segment(id): Segment,
    seen: IfMatch,
    Deletion { holders: to, reason }: Deletion,
) -> Answered {
    let now = owner.person().now;
    let mut tx = owner.person().begin(&state).await?;
    let role = found(&mut tx, &state, &id).await?;
    seen.check(&role.version, &role)?;
    let moved = match to {
        Holders::Unsaid => {
            let held_by = holders(&mut tx, &id).await?;
            if !held_by.is_empty() {
                let refusal =
                    Refusal::state("Somebody holds this role. Say in `moveTo` what they are to hold instead.");
                return Err(refusal
                    .with_current(&role)
                    .with_holders(held_by.iter().map(named).collect()));
            }
            0
        }
        Holders::Dropped => moved(&mut tx, &state, &role, None, "/moveTo", (reason, now)).await?,
        Holders::Moved(to) => moved(&mut tx, &state, &role, Some(&to), "/moveTo", (reason, now)).await?,
    };
    roles::delete(&mut tx, &id).await?;
    tx.note(Happening::RoleDeleted(role));
    tx.commit().await?;
    tracing::info!(role = %id, moved, "deleted a role");
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
    let mut faults = Faults::default();
    let reason = faults.text("/reason", &wanted.reason, REASON_MAX);
    faults.none()?;
    let moved = moved(
        &mut tx,
        &state,
        &from,
        wanted.to.as_ref(),
        "/to",
        (reason, owner.person().now),
    )
    .await?;
    tx.commit().await?;
    tracing::info!(role = %id, to = ?wanted.to, moved, "moved the holders of a role");
    json(StatusCode::OK, &RoleMoved { moved })
}

/// Moves the holders, and notes that; answers how many they are. `pointer` is the member that names the other role.
async fn moved(
    tx: &mut Writing,
    state: &AppState,
    from: &Role,
    to: Option<&RoleId>,
    pointer: &str,
    (reason, now): (String, Time),
) -> Result<u64, Refusal> {
    let mut other = None;
    if let Some(to) = to {
        if *to != from.id {
            other = roles::by_id(tx, &state.catalogue, to.as_str()).await?;
        }
        if other.is_none() {
            let detail = "Choose another role that exists.";
            return Err(Refusal::member(pointer, FieldCode::UnknownValue, detail));
        }
    }
    let held_by = roles::holders(tx, from.id.as_str()).await?;
    let holders = held_by.iter().map(Who::from).collect();
    let moved = roles::move_holders(tx, from.id.as_str(), to.map(RoleId::as_str)).await?;
    if moved > 0 {
        tx.note(Happening::HoldersMoved {
            from: RoleName::from(from),
            to: other.as_ref().map(RoleName::from),
            holders,
            reason,
        });
        let finished = onboarding::settle_all(tx, &state.catalogue, held_by, now).await?;
        tx.note_all(finished.into_iter().map(Happening::OnboardingFinished));
    }
    Ok(moved)
}

fn named(who: &Who) -> Holder {
    Holder {
        id: who.id.clone(),
        name: who.name.clone(),
    }
}
