//! `/staff/{id}/suspension`: shuts somebody out for now, and lets them in again.

use axum::extract::State;
use axum::http::StatusCode;
use latchkey_permissions::{Status, Transition};

use super::staff_member::never_the_owner;
use super::{Answered, Segment, tagged};
use crate::activity::happening::Happening;
use crate::activity::who::Who;
use crate::auth::extract::SignedIn;
use crate::auth::fresh::Fresh;
use crate::auth::proof::Owner;
use crate::onboarding;
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::{accounts, members, sessions};

pub(super) async fn put(owner: Owner, State(state): State<AppState>, Segment(id): Segment) -> Answered {
    let became = Became {
        transition: Transition::Suspend,
        target: Status::Suspended,
        impossible: "Only somebody who is active can be suspended.",
    };
    turn(owner.person(), state, id, became).await
}

pub(super) async fn delete(owner: Fresh<Owner>, State(state): State<AppState>, Segment(id): Segment) -> Answered {
    let became = Became {
        transition: Transition::Reactivate,
        target: Status::Active,
        impossible: "Only somebody who is suspended can be let in again.",
    };
    turn(owner.person(), state, id, became).await
}

struct Became {
    transition: Transition,
    target: Status,
    impossible: &'static str,
}

/// Brings somebody into a state. Whoever is in it already stays in it: the same twice is the same once.
async fn turn(owner: &SignedIn, state: AppState, id: String, became: Became) -> Answered {
    let mut tx = owner.begin(&state).await?;
    let mut account = never_the_owner(&mut tx, &id).await?;
    if account.status != became.target {
        let after = account.status.after(became.transition);
        account.status = after.map_err(|_| Refusal::state(became.impossible))?;
        accounts::save(&mut tx, &mut account).await?;
        let who = Who::from(&account);
        if account.status == Status::Suspended {
            let sessions = sessions::end_all(&mut tx, &id, state.at(owner.now)).await?;
            tx.note(Happening::Suspended { who, sessions });
        } else {
            // What everybody had to accept meanwhile comes first for whoever was away.
            onboarding::settle(&mut tx, &state.catalogue, &mut account, owner.now).await?;
            tx.note(Happening::Reactivated(who));
        }
    }
    let member = members::one(&mut tx, &state.catalogue, account).await?;
    tx.commit().await?;
    tracing::info!(account = %member.id, status = member.status.as_str(), "suspension");
    tagged(StatusCode::OK, &member.version, &member)
}
