//! `/invitations/{token}/request` and `/staff/{id}/invitation/request`: whoever holds a dead invitation asks for a new
//! one, and the owner, who answers by inviting, can also leave it.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use latchkey_contract::letter::LetterKind;
use latchkey_permissions::Status;

use super::staff_member::staff_account;
use super::{Answered, Segment};
use crate::activity::happening::Happening;
use crate::activity::who::Who;
use crate::auth::proof::{Anyone, Owner};
use crate::auth::session::Client;
use crate::auth::throttle::{Subject, admit};
use crate::auth::token::Token;
use crate::mail::{self, Notice, Outgoing, Recipient};
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::accounts::{self, Account};
use crate::store::invitations::State as Invitation;
use crate::store::{invitation_requests, invitations};
use crate::writing::Writing;

/// Asks. Whoever has the link learns no more from the answer than from the link itself: that there is an account, that
/// it has joined meanwhile, or that the owner was told before, is not said.
pub(super) async fn ask(_: Anyone, State(state): State<AppState>, Segment(token): Segment, client: Client) -> Answered {
    let now = state.clock.now();
    let mut tx = Writing::begin(&state, None, client.whence.clone()).await?;
    // Every asking counts, whatever comes of it, and none is forgiven but by time.
    let peer: Vec<_> = client.whence.peer.map(Subject::peer).into_iter().collect();
    admit(&mut tx, &state.throttle, &peer, now).await?;
    let found = invitations::by_token(&mut tx, &Token::presented(&token), now).await?;
    let asked = match found {
        None => Err(Refusal::not_found()),
        Some(invitation) => match (invitation.state, invitation.state.problem()) {
            (Invitation::Open, _) | (_, None) => Err(Refusal::state("This invitation still works.")),
            (Invitation::Used, Some(problem)) => Err(Refusal::new(problem, "Sign in instead.")),
            (_, Some(_)) => Ok(invitation.account),
        },
    };
    if let Ok(account) = &asked
        && let Some(account) = accounts::by_id(&mut tx, account).await?
        && waits(&account)
        && invitation_requests::ask(&mut tx, account.id.as_str(), now).await?
    {
        tx.note(Happening::InvitationRequested(Who::from(&account)));
        tracing::info!(account = %account.id, "a new invitation was asked for");
        tell_owner(&mut tx, &state, &account).await?;
    }
    tx.commit().await?;
    asked?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Leaves the request without an invitation.
pub(super) async fn dismiss(owner: Owner, State(state): State<AppState>, Segment(id): Segment) -> Answered {
    let me = owner.person();
    let mut tx = me.begin(&state).await?;
    let account = staff_account(&mut tx, &id).await?;
    if invitation_requests::close(&mut tx, &id, me.now).await? == 0 {
        return Err(Refusal::state("This person does not ask for an invitation."));
    }
    tx.note(Happening::InvitationRequestDismissed(Who::from(&account)));
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Whether an invitation is what this person lacks: somebody who has been invited and was never here. Whoever was is a
/// former member of staff, and the owner knows why.
fn waits(account: &Account) -> bool {
    matches!(account.status, Status::Invited | Status::Ended) && account.last_seen.is_none()
}

/// Posts the letter that tells the owner.
async fn tell_owner(tx: &mut Writing, state: &AppState, account: &Account) -> Result<(), Refusal> {
    let Some(owner) = accounts::owner(tx).await? else {
        return Ok(());
    };
    let head = state.stationery.letterhead(tx).await?;
    let to = Recipient {
        email: &owner.email,
        name: &owner.name,
    };
    let who = Who::from(account);
    let mail = Notice {
        kind: "request",
        link: &state.link(&format!("/staff/{}", account.id)),
        values: &[("name", who.name.as_str()), ("email", account.email.as_str())],
        language: owner.language.as_deref().unwrap_or("en"),
    };
    let written = mail::notice(&head, to, mail);
    tx.post(Outgoing::new(LetterKind::InvitationRequest, &owner.email, written).for_staff(&owner.id));
    Ok(())
}
