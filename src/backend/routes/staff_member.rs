//! `/staff/{id}`: one member of staff.

use axum::extract::State;
use axum::http::StatusCode;
use latchkey_contract::limits::{NAME_MAX, REASON_MAX};
use latchkey_contract::staff::StaffPatch;
use latchkey_permissions::{Change, Status, Window};

use super::{Answered, Segment, tagged};
use crate::activity::happening::Happening;
use crate::activity::holds::Holds;
use crate::activity::who::Who;
use crate::auth::fresh::Fresh;
use crate::auth::proof::Owner;
use crate::body::Body;
use crate::onboarding::{self, Settled};
use crate::precondition::IfMatch;
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::accounts::{self, Account};
use crate::store::{Db, grants, members, ownership, roles};
use crate::validate::Faults;

/// The member of staff with this id. The owner is not among them.
pub(super) async fn staff_account(db: &mut Db, id: &str) -> Result<Account, Refusal> {
    accounts::by_id(db, id)
        .await?
        .filter(|account| !account.owner)
        .ok_or_else(Refusal::not_found)
}

/// The account with this id, where the owner's own is not merely unknown but cannot be treated so.
pub(super) async fn never_the_owner(db: &mut Db, id: &str) -> Result<Account, Refusal> {
    let account = accounts::by_id(db, id).await?.ok_or_else(Refusal::not_found)?;
    if account.owner {
        return Err(Refusal::state("The owner's own access cannot be taken away."));
    }
    Ok(account)
}

pub(super) async fn get(_: Owner, State(state): State<AppState>, Segment(id): Segment) -> Answered {
    let mut tx = state.store.read().await?;
    let account = staff_account(&mut tx, &id).await?;
    let member = members::one(&mut tx, &state.catalogue, account).await?;
    tagged(StatusCode::OK, &member.version, &member)
}

/// Changes a member of staff. A save that changes nothing is no change: the version stays.
pub(super) async fn patch(
    owner: Fresh<Owner>,
    State(state): State<AppState>,
    Segment(id): Segment,
    seen: IfMatch,
    Body { value: wanted, .. }: Body<StaffPatch>,
) -> Answered {
    let mut tx = owner.person().begin(&state).await?;
    let before = staff_account(&mut tx, &id).await?;
    let current = members::one(&mut tx, &state.catalogue, before.clone()).await?;
    seen.check(&current.version, &current)?;
    if before.status == Status::Ended {
        return Err(Refusal::state(
            "This person is no longer on the staff. Invite the same address again instead.",
        ));
    }

    let mut faults = Faults::default();
    let reason = faults.text("/reason", &wanted.reason, REASON_MAX);
    let mut after = before.clone();
    if let Some(name) = &wanted.name {
        // Who has not joined yet may still be without a name.
        after.name = match before.status {
            Status::Invited => faults.optional_name("/name", name),
            _ => faults.name("/name", name, NAME_MAX),
        };
    }
    after.window = Window {
        starts: wanted.starts.apply(before.window.starts),
        ends: wanted.ends.apply(before.window.ends),
    };
    faults.window("/ends", after.window);
    after.two_factor_required = wanted.two_factor_required.unwrap_or(before.two_factor_required);
    let held = state.catalogue.set(current.permissions.iter().cloned()).known;
    let permissions = wanted
        .permissions
        .as_ref()
        .map_or(held, |ids| faults.permissions("/permissions", ids, &state.catalogue));
    let roles = match &wanted.roles {
        None => current.roles.clone(),
        Some(wanted) => faults.roles("/roles", wanted, &roles::ids(&mut tx).await?),
    };
    let direct = state.catalogue.ids(permissions);
    let periods = match &wanted.periods {
        None => current.periods.clone().kept(&direct, &roles),
        Some(periods) => {
            let asked = wanted.permissions.as_ref().unwrap_or(&current.permissions);
            faults.periods(periods, asked, &direct, &roles, &state.catalogue)
        }
    };
    faults.none()?;

    let change = Change::between(held, permissions);
    if after == before && change.is_empty() && roles == current.roles && periods == current.periods {
        return tagged(StatusCode::OK, &current.version, &current);
    }
    let held_before = Holds::now(&mut tx, &state.catalogue, &current).await?;
    let now = owner.person().now;
    if [before.window, after.window].iter().any(|window| !window.is_open(now)) {
        // The store is offered to whoever has access all the while.
        ownership::close_to(&mut tx, &id).await?;
    }
    grants::set_direct(&mut tx, &id, &direct, &periods).await?;
    grants::set_roles(&mut tx, &id, &roles, &periods).await?;
    accounts::save(&mut tx, &mut after).await?;
    let settled = onboarding::settle(&mut tx, &state.catalogue, &mut after, now).await?;
    let member = members::one(&mut tx, &state.catalogue, after).await?;
    let held_after = Holds::now(&mut tx, &state.catalogue, &member).await?;
    tx.note(Happening::StaffChanged {
        who: Who::from(&member),
        before: Box::new(held_before),
        after: Box::new(held_after),
        reason,
    });
    if settled == Settled::Finished {
        tx.note(Happening::OnboardingFinished(Who::from(&member)));
    }
    tx.commit().await?;
    tracing::info!(
        account = %member.id,
        added = ?state.catalogue.ids(change.added),
        removed = ?state.catalogue.ids(change.removed),
        "changed a member of staff"
    );
    tagged(StatusCode::OK, &member.version, &member)
}
