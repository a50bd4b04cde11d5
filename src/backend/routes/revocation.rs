//! `/staff/{id}/revocation`: takes all access back, and what is left of it to be read. The record and its name stay.

use std::time::Instant;

use axum::extract::State;
use axum::http::StatusCode;
use latchkey_contract::activity::Kind;
use latchkey_contract::limits::REASON_MAX;
use latchkey_contract::revocation::{LAST_CHANGES, Revocation, Revoked};
use latchkey_permissions::Transition;

use super::staff_member::{never_the_owner, staff_account};
use super::{Answered, Segment, json};
use crate::activity::happening::Happening;
use crate::activity::who::Who;
use crate::auth::fresh::Fresh;
use crate::auth::proof::Owner;
use crate::body::OptionalBody;
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::accounts::{self, Account};
use crate::store::activity::{self, Wanted};
use crate::store::revocations::{self, Counts};
use crate::store::sessions::At;
use crate::store::{Db, invitation_requests, invitations, members, password_links, second_factors, sessions};
use crate::validate::Faults;

/// By what a person changes something of the store.
const CHANGES: [Kind; 5] = [
    Kind::RecordCreated,
    Kind::RecordChanged,
    Kind::RecordDeleted,
    Kind::RecordRestored,
    Kind::CommandDone,
];

/// What ended along with an account.
pub(super) struct Ended {
    /// Whether the account itself did; it may have before.
    pub(super) account: bool,
    pub(super) counts: Counts,
}

impl Ended {
    /// Whether there was anything to end.
    fn anything(&self) -> bool {
        self.account || self.counts != Counts::default()
    }
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

    let me = owner.person();
    let mut tx = me.begin(&state).await?;
    let mut account = never_the_owner(&mut tx, &id).await?;
    let ended = end(&mut tx, &mut account, &reason, state.at(me.now)).await?;
    let mut proof = None;
    if ended.account {
        let by = Who::from(&me.account);
        proof = Some(revocations::insert(&mut tx, &account.id, &by, &reason, ended.counts, me.now).await?);
    }
    let account = members::one(&mut tx, &state.catalogue, account).await?;
    if ended.anything() {
        tx.note(Happening::Revoked {
            who: Who::from(&account),
            reason,
            sessions: ended.counts.sessions,
        });
    }
    tx.commit().await?;
    let millis = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    if let Some(proof) = proof {
        note_millis(&state, &proof, millis).await;
    }
    let Counts {
        sessions,
        tokens,
        invitations,
        requests,
    } = ended.counts;
    tracing::info!(
        account = %account.id,
        sessions_ended = sessions,
        invitations_cancelled = invitations,
        requests_closed = requests,
        "revoked"
    );
    json(
        StatusCode::OK,
        &Revoked {
            account,
            sessions_ended: sessions,
            tokens_ended: tokens,
            invitations_cancelled: invitations,
            requests_closed: requests,
            millis,
        },
    )
}

/// What the last revocation has ended, and what the person had changed last.
pub(super) async fn get(_: Owner, State(state): State<AppState>, Segment(id): Segment) -> Answered {
    let mut tx = state.store.read().await?;
    staff_account(&mut tx, &id).await?;
    let mut proof = revocations::last(&mut tx, &id).await?.ok_or_else(Refusal::not_found)?;
    let wanted = Wanted {
        actor: Some(id),
        kinds: CHANGES.to_vec(),
        // What is done after coming back is no part of it.
        to: Some(proof.at.plus_millis(1)),
        limit: LAST_CHANGES,
        ..Wanted::default()
    };
    (proof.last_changes, _) = activity::find(&mut tx, &wanted).await?;
    json(StatusCode::OK, &proof)
}

/// Notes how long it took, which is known only now. Where that cannot be written, the revocation stands all the same.
async fn note_millis(state: &AppState, proof: &str, millis: u64) {
    let noted = async {
        let mut tx = state.store.write().await?;
        revocations::set_millis(&mut tx, proof, millis).await?;
        tx.commit().await
    };
    if let Err(error) = noted.await {
        tracing::warn!(%error, "could not note how long a revocation took");
    }
}

/// Ends an account and everything that could still let the person in. Where it has ended already, nothing changes.
pub(super) async fn end(db: &mut Db, account: &mut Account, reason: &str, at: At) -> Result<Ended, Refusal> {
    let id = account.id.as_str().to_owned();
    let tokens = sessions::bearers(db, &id, at).await?;
    let counts = Counts {
        tokens,
        sessions: sessions::end_all(db, &id, at).await?,
        invitations: invitations::cancel(db, &id).await?,
        requests: invitation_requests::close(db, &id, at.now).await?,
    };
    let status = account.status.after(Transition::End);
    if let Ok(status) = status {
        account.status = status;
        account.window.ends = Some(account.window.ends.map_or(at.now, |ends| ends.min(at.now)));
        account.ended_reason = (!reason.is_empty()).then(|| reason.to_owned());
        account.password_hash = None;
        password_links::close(db, &id).await?;
        // Whoever is invited again begins anew, with another telephone perhaps.
        second_factors::remove(db, &id).await?;
        account.two_factor = false;
        accounts::save(db, account).await?;
    }
    Ok(Ended {
        account: status.is_ok(),
        counts,
    })
}
