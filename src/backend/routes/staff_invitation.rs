//! `/staff/{id}/invitation`: a fresh link instead of the old one, and taking the invitation back.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use latchkey_contract::staff::Invited;
use latchkey_permissions::Status;

use super::revocation;
use super::staff_member::staff_account;
use super::{Answered, Segment};
use crate::activity::happening::Happening;
use crate::activity::who::Who;
use crate::auth::fresh::Fresh;
use crate::auth::proof::Owner;
use crate::auth::token::sha256;
use crate::idempotency::{Answer, IdempotencyKey, Once};
use crate::inviting::{self, Letter};
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::accounts::Account;
use crate::store::{Db, members};

/// Makes a fresh link. The old one is dead from then on and says why.
pub(super) async fn resend(
    owner: Fresh<Owner>,
    State(state): State<AppState>,
    Segment(id): Segment,
    key: IdempotencyKey,
) -> Answered {
    let me = owner.person();
    // There is no body; what is asked for is in the path.
    let request = sha256(&[id.as_bytes()]);
    let once = Once::new(key, "resendInvitation", me.account.id.as_str(), request, me.now);
    let mut tx = me.begin(&state).await?;
    if let Some(answer) = once.before(&mut tx).await? {
        return Ok(answer.into_response());
    }
    let account = invited(&mut tx, &id).await?;
    let letter = Letter {
        from: &me.account,
        note: String::new(),
    };
    let invitation = inviting::invite(&mut tx, &state, &account, letter, me.now).await?;
    let account = members::one(&mut tx, &state.catalogue, account).await?;
    tx.note(Happening::InvitationResent(Who::from(&account)));
    let answer = Answer::json(StatusCode::CREATED, &Invited { account, invitation })?;
    let answer = once.keep(&mut tx, answer).await?;
    tx.commit().await?;
    tracing::info!(account = id, "invited again");
    Ok(answer.into_response())
}

/// Takes an invitation back. Whoever was invited and never came is then among the former staff.
pub(super) async fn cancel(owner: Owner, State(state): State<AppState>, Segment(id): Segment) -> Answered {
    let mut tx = owner.person().begin(&state).await?;
    let mut account = invited(&mut tx, &id).await?;
    revocation::end(&mut tx, &mut account, "", state.at(owner.person().now)).await?;
    tx.note(Happening::InvitationCancelled(Who::from(&account)));
    tx.commit().await?;
    tracing::info!(account = id, "an invitation was cancelled");
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn invited(db: &mut Db, id: &str) -> Result<Account, Refusal> {
    let account = staff_account(db, id).await?;
    if account.status == Status::Invited {
        Ok(account)
    } else {
        Err(Refusal::state("There is no open invitation for this person."))
    }
}
