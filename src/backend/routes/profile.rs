//! `/profile`: one's own account. It never depends on a permission.

use axum::extract::State;
use axum::http::StatusCode;
use latchkey_contract::id::Version;
use latchkey_contract::limits::NAME_MAX;
use latchkey_contract::patch::Patch;
use latchkey_contract::periods::Turn;
use latchkey_contract::profile::{Profile, ProfilePatch};

use super::{Answered, tagged};
use crate::activity::happening::Happening;
use crate::activity::who::Who;
use crate::auth::extract::SignedIn;
use crate::auth::token::sha256_hex;
use crate::auth::turns::turns;
use crate::body::Body;
use crate::precondition::IfMatch;
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::accounts::{self, Account};
use crate::validate::Faults;

pub(super) async fn get(person: SignedIn, State(state): State<AppState>) -> Answered {
    let mut tx = state.store.read().await?;
    let profile = profile(&person.account, turns(&mut tx, &state, &person.account).await?);
    tagged(StatusCode::OK, &profile.version, &profile)
}

pub(super) async fn patch(
    person: SignedIn,
    State(state): State<AppState>,
    seen: IfMatch,
    Body { value: wanted, .. }: Body<ProfilePatch>,
) -> Answered {
    let mut tx = person.begin(&state).await?;
    let found = accounts::by_id(&mut tx, person.account.id.as_str()).await?;
    let before = found.ok_or_else(Refusal::not_found)?;
    let turns = turns(&mut tx, &state, &before).await?;
    let current = profile(&before, turns.clone());
    seen.check(&current.version, &current)?;

    let mut faults = Faults::default();
    let mut after = before.clone();
    if let Some(name) = &wanted.name {
        after.name = faults.name("/name", name, NAME_MAX);
    }
    if let Patch::Set(language) = &wanted.language {
        faults.language("/language", language);
    }
    after.language = wanted.language.apply(after.language);
    faults.none()?;

    if after.language != before.language {
        accounts::set_own(
            &mut tx,
            after.id.as_str(),
            after.password_hash.as_deref(),
            after.language.as_deref(),
        )
        .await?;
    }
    // The name is the owner's to see and to change as well, so it makes a new version for the owner too.
    if after.name != before.name {
        accounts::save(&mut tx, &mut after).await?;
    }
    if after != before {
        let said = |account: &Account| (account.name.clone(), account.language.clone());
        tx.note(Happening::ProfileChanged {
            who: Who::from(&after),
            before: said(&before),
            after: said(&after),
        });
    }
    tx.commit().await?;
    let profile = profile(&after, turns);
    tagged(StatusCode::OK, &profile.version, &profile)
}

/// What a person sees of the own account. Its version is made of what it says, so that the owner's changes to anything
/// else do not stand in the way of the person's.
fn profile(account: &Account, turns: Vec<Turn>) -> Profile {
    let language = account.language.as_deref().unwrap_or_default();
    let said = [account.name.as_bytes(), account.email.as_bytes(), language.as_bytes()];
    let mut hash = sha256_hex(&said);
    hash.truncate(32);
    Profile {
        id: account.id.clone(),
        name: account.name.clone(),
        email: account.email.clone(),
        language: account.language.clone(),
        turns,
        version: Version(hash),
    }
}
