//! `/ownership` and `/staff/{id}/ownership`: offering the store to somebody on the staff, and taking it over. Both sides
//! prove shortly before who they are, and one transaction does it: at each moment there is one owner.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use latchkey_contract::limits::OWNERSHIP_OFFER_LIFETIME_MS;
use latchkey_contract::ownership::{Ownership, OwnershipOffer};
use latchkey_permissions::{Status, Time};

use super::staff_member::staff_account;
use super::{Answered, Segment, json};
use crate::activity::happening::Happening;
use crate::activity::who::Who;
use crate::auth::extract::SignedIn;
use crate::auth::fresh::Fresh;
use crate::auth::proof::Owner;
use crate::auth::session::describe;
use crate::notices::{self, Told};
use crate::onboarding;
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::accounts::{self, Account};
use crate::store::ownership::{self, Offer};
use crate::store::{Db, sessions};

pub(super) async fn get(person: SignedIn, State(state): State<AppState>) -> Answered {
    let mut tx = state.store.read().await?;
    json(StatusCode::OK, &shown(&mut tx, &person).await?)
}

/// Offers the store. Nothing changes before it is accepted.
pub(super) async fn offer(owner: Fresh<Owner>, State(state): State<AppState>, Segment(id): Segment) -> Answered {
    let me = owner.person();
    let mut tx = me.begin(&state).await?;
    let to = staff_account(&mut tx, &id).await?;
    if !works_here(&to, me.now) {
        return Err(Refusal::state(
            "Only somebody who works here now can be offered the store.",
        ));
    }
    if let Some((_, before)) = standing(&mut tx, me.now).await?
        && before.id != to.id
    {
        tx.note(Happening::OwnershipOfferClosed(Who::from(&before)));
    }
    let expires = me.now.plus_millis(OWNERSHIP_OFFER_LIFETIME_MS);
    ownership::make_offer(&mut tx, &id, me.now, expires).await?;
    tx.note(Happening::OwnershipOffered(Who::from(&to)));
    let offered = Told::OwnershipOffered {
        owner: &me.account.name,
        expires,
    };
    notices::post(&mut tx, &state, &to, offered).await?;
    // Should it not have been the owner, the owner hears of it.
    let by_you = Told::OwnershipOfferedByYou { to: &to, expires };
    notices::post(&mut tx, &state, &me.account, by_you).await?;
    let answer = shown(&mut tx, me).await?;
    tx.commit().await?;
    tracing::info!(account = id, "the store was offered");
    json(StatusCode::OK, &answer)
}

/// The owner takes the offer back, or whom it is made to declines. Where there is none, nothing changes.
pub(super) async fn withdraw(person: SignedIn, State(state): State<AppState>) -> Answered {
    let mut tx = person.begin(&state).await?;
    let id = person.account.id.as_str();
    let me = accounts::by_id(&mut tx, id).await?.ok_or_else(Refusal::not_found)?;
    if let Some((_, to)) = standing(&mut tx, person.now).await?
        && concerns(&me, &to)
    {
        ownership::close(&mut tx).await?;
        tx.note(Happening::OwnershipOfferClosed(Who::from(&to)));
        if to.id == me.id {
            let owner = accounts::owner(&mut tx).await?.ok_or_else(Refusal::internal)?;
            notices::post(&mut tx, &state, &owner, Told::OwnershipDeclined { by: &to }).await?;
        }
    }
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Takes the store over. The former owner stays on the staff, may do nothing, and is signed out everywhere, so that nothing
/// that was begun as owner is finished as one. The new owner stays signed in only here: what was left open elsewhere was
/// left open by somebody who could do less.
pub(super) async fn accept(person: Fresh<SignedIn>, State(state): State<AppState>) -> Answered {
    let mut tx = person.begin(&state).await?;
    let (now, at) = (person.now, state.at(person.now));
    let offered = standing(&mut tx, now).await?;
    let Some((_, mut to)) = offered.filter(|(_, to)| to.id == person.account.id) else {
        return Err(Refusal::state("The store is not offered to you, or not any more."));
    };
    let mut from = accounts::owner(&mut tx).await?.ok_or_else(Refusal::internal)?;
    ownership::hand_over(&mut tx, &mut from, &mut to).await?;
    let ended = sessions::end_all(&mut tx, from.id.as_str(), at).await?;
    sessions::end_others(&mut tx, to.id.as_str(), &person.session.id, at).await?;
    // What is asked of everybody on the staff is asked of one more.
    onboarding::settle(&mut tx, &state.catalogue, &mut from, now).await?;
    let session = describe(&mut tx, &state, &to, now).await?;
    tx.note(Happening::OwnershipTransferred {
        from: Who::from(&from),
        to: Who::from(&to),
        sessions: ended,
    });
    notices::post(&mut tx, &state, &from, Told::OwnershipGiven { to: &to.name }).await?;
    notices::post(&mut tx, &state, &to, Told::OwnershipTaken { from: &from.name }).await?;
    tx.commit().await?;
    tracing::info!(from = %from.id, to = %to.id, "the store has another owner");
    json(StatusCode::OK, &session)
}

/// The offer, as far as it concerns the person.
async fn shown(db: &mut Db, person: &SignedIn) -> Result<Ownership, Refusal> {
    let offered = standing(db, person.now).await?;
    let Some((offer, to)) = offered.filter(|(_, to)| concerns(&person.account, to)) else {
        return Ok(Ownership { offer: None });
    };
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

/// The offer that can be accepted now, and to whom it is made.
async fn standing(db: &mut Db, now: Time) -> Result<Option<(Offer, Account)>, Refusal> {
    let Some(offer) = ownership::offer(db, now).await? else {
        return Ok(None);
    };
    let to = accounts::by_id(db, &offer.account).await?;
    Ok(to.filter(|to| works_here(to, now)).map(|to| (offer, to)))
}

/// Whether an offer to `to` is this person's business.
fn concerns(person: &Account, to: &Account) -> bool {
    person.owner || person.id == to.id
}

/// Whether somebody is on the staff and works here at this moment.
fn works_here(account: &Account, now: Time) -> bool {
    account.status == Status::Active && !account.owner && account.window.is_open(now)
}
