//! `/staff/{id}/revocation`: takes all access back. The record and its name stay.

use std::time::Instant;

use axum::extract::State;
use axum::http::StatusCode;
use latchkey_contract::limits::REASON_MAX;
use latchkey_contract::staff::{Revocation, Revoked};
use latchkey_permissions::Transition;

use super::staff_member::never_the_owner;
use super::{Answered, Segment, json};
use crate::activity::happening::Happening;
use crate::activity::who::Who;
use crate::auth::fresh::Fresh;
use crate::auth::proof::Owner;
use crate::body::OptionalBody;
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::accounts::{self, Account};
use crate::store::sessions::At;
use crate::store::{Db, invitations, members, second_factors, sessions};
use crate::validate::Faults;

/// What ended along with an account.
pub(super) struct Ended {
    /// Whether there was anything to end.
    pub(super) anything: bool,
    pub(super) sessions: u64,
    pub(super) invitations: u64,
}

pub(super) async fn put(
    owner: Fresh<Owner>,
    State(state): State<AppState>,
    Segment(id): Segment,
    OptionalBody { value: revocation, .. }: OptionalBody<Revocation>,
) -> Answered {
    let began = Instant::now();
    let mut faults = Faults::default();
    let reason = faults.text("/reason", &revocation.reason, REASON_MAX);
    faults.none()?;

    let at = state.at(owner.person().now);
    let mut tx = owner.person().begin(&state).await?;
    let mut account = never_the_owner(&mut tx, &id).await?;
    let ended = end(&mut tx, &mut account, &reason, at).await?;
    let account = members::one(&mut tx, &state.catalogue, account).await?;
    if ended.anything {
        tx.note(Happening::Revoked {
            who: Who::from(&account),
            reason,
            sessions: ended.sessions,
        });
    }
    tx.commit().await?;
    tracing::info!(
        account = %account.id,
        sessions_ended = ended.sessions,
        invitations_cancelled = ended.invitations,
        "revoked"
    );
    json(
        StatusCode::OK,
        &Revoked {
            account,
            sessions_ended: ended.sessions,
            invitations_cancelled: ended.invitations,
            requests_closed: 0,
            millis: u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX),
        },
    )
}

/// Ends an account and everything that could still let the person in. Where it has ended already, nothing changes.
pub(super) async fn end(db: &mut Db, account: &mut Account, reason: &str, at: At) -> Result<Ended, Refusal> {
    let sessions = sessions::end_all(db, account.id.as_str(), at).await?;
    let invitations = invitations::cancel(db, account.id.as_str()).await?;
    let mut anything = sessions > 0 || invitations > 0;
    if let Ok(status) = account.status.after(Transition::End) {
        anything = true;
        account.status = status;
        account.window.ends = Some(account.window.ends.map_or(at.now, |ends| ends.min(at.now)));
        account.ended_reason = (!reason.is_empty()).then(|| reason.to_owned());
        account.password_hash = None;
        // Whoever is invited again begins anew, with another telephone perhaps.
        second_factors::remove(db, account.id.as_str()).await?;
        account.two_factor = false;
        accounts::save(db, account).await?;
    }
    Ok(Ended {
        anything,
        sessions,
        invitations,
    })
}
