//! `/ownership`: offering the store to somebody on the staff, and taking it over. Both sides prove shortly before who they
//! are, and one transaction does it: at each moment there is one owner.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use latchkey_contract::limits::OWNERSHIP_OFFER_LIFETIME_MS;
use latchkey_contract::ownership::{Ownership, OwnershipOffer};
use latchkey_permissions::Status;

use super::staff_member::staff_account;
use super::{Answered, Segment, json};
use crate::activity::happening::Happening;
use crate::activity::who::Who;
use crate::auth::extract::SignedIn;
use crate::auth::fresh::Fresh;
use crate::auth::proof::Owner;
use crate::auth::session::describe;
use crate::inviting::deliver;
use crate::mail::Notice;
use crate::notices;
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::accounts::{self, Account};
use crate::store::{Db, ownership, sessions, shop};

pub(super) async fn get(person: SignedIn, State(state): State<AppState>) -> Answered {
    let mut tx = state.store.read().await?;
    json(StatusCode::OK, &shown(&mut tx, &person).await?)
}

/// The offer, as far as it concerns the person.
async fn shown(db: &mut Db, person: &SignedIn) -> Result<Ownership, Refusal> {
    let me = &person.account;
    let offer = ownership::offer(db, person.now).await?;
    let Some(offer) = offer.filter(|offer| me.owner || offer.account == me.id.as_str()) else {
        return Ok(Ownership { offer: None });
    };
    let to = accounts::by_id(db, &offer.account).await?.ok_or_else(Refusal::internal)?;
    let owner = accounts::owner(db).await?.ok_or_else(Refusal::internal)?;
    Ok(Ownership {
        offer: Some(OwnershipOffer {
            to: to.id,
            name: to.name,
            owner: owner.name,
            created: offer.created,
            expires: offer.expires,
        }),
    })
}

/// Offers the store. Nothing changes before it is accepted.
pub(super) async fn offer(owner: Fresh<Owner>, State(state): State<AppState>, Segment(id): Segment) -> Answered {
    let me = owner.person();
    let mut tx = me.begin(&state).await?;
    let account = staff_account(&mut tx, &id).await?;
    if !may_own(&account, me) {
        return Err(Refusal::state("Only somebody who works here now can be offered the store."));
    }
    let expires = me.now.plus_millis(OWNERSHIP_OFFER_LIFETIME_MS);
    ownership::make_offer(&mut tx, &id, me.now, expires).await?;
    tx.note(Happening::OwnershipOffered(Who::from(&account)));
    let store = shop::get(&mut tx).await?.name;
    let answer = shown(&mut tx, me).await?;
    tx.commit().await?;
    tracing::info!(account = id, "the store was offered");
    let notice = Notice::OwnershipOffered {
        owner: &me.account.name,
        expires,
    };
    deliver(&state, notices::write(&state, &store, &account, notice)).await;
    json(StatusCode::OK, &answer)
}

/// The owner takes the offer back, or whom it is made to would rather not. Where there is none, nothing changes.
pub(super) async fn withdraw(person: SignedIn, State(state): State<AppState>) -> Answered {
    let mut tx = person.begin(&state).await?;
    let me = accounts::by_id(&mut tx, person.account.id.as_str()).await?.ok_or_else(Refusal::not_found)?;
    let offer = ownership::offer(&mut tx, person.now).await?;
    if let Some(offer) = offer.filter(|offer| me.owner || offer.account == me.id.as_str()) {
        let to = accounts::by_id(&mut tx, &offer.account).await?.ok_or_else(Refusal::internal)?;
        ownership::withdraw(&mut tx).await?;
        tx.note(Happening::OwnershipOfferClosed(Who::from(&to)));
    }
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Takes the store over. The former owner stays on the staff, may do nothing, and is signed out everywhere, so that nothing
/// that was begun as owner is finished as one.
pub(super) async fn accept(person: Fresh<SignedIn>, State(state): State<AppState>) -> Answered {
    let mut tx = person.begin(&state).await?;
    let id = person.account.id.as_str();
    let offer = ownership::offer(&mut tx, person.now).await?;
    let mut to = accounts::by_id(&mut tx, id).await?.ok_or_else(Refusal::not_found)?;
    if offer.is_none_or(|offer| offer.account != id) || !may_own(&to, &person) {
        return Err(Refusal::state("The store is not offered to you, or not any more."));
    }
    let mut from = accounts::owner(&mut tx).await?.ok_or_else(Refusal::internal)?;
    ownership::hand_over(&mut tx, &mut from, &mut to).await?;
    let ended = sessions::end_all(&mut tx, from.id.as_str(), state.at(person.now)).await?;
    let session = describe(&mut tx, &state, &to, person.now).await?;
    tx.note(Happening::OwnershipTransferred {
        from: Who::from(&from),
        to: Who::from(&to),
        sessions: ended,
    });
    tx.commit().await?;
    tracing::info!(from = %from.id, to = %to.id, "the store has another owner");
    let store = &session.store.name;
    for (account, notice) in [
        (&from, Notice::OwnershipGiven { to: &to.name }),
        (&to, Notice::OwnershipTaken { from: &from.name }),
    ] {
        deliver(&state, notices::write(&state, store, account, notice)).await;
    }
    json(StatusCode::OK, &session)
}

/// Whether somebody works here at this moment.
fn may_own(account: &Account, asking: &SignedIn) -> bool {
    account.status == Status::Active && !account.owner && account.window.is_open(asking.now)
}
