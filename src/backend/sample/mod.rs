//! The sample store "Kunci & Nyckel", which sells keys, locks, lamps and what a home in Sweden or Indonesia needs. Never
//! in a store that was begun empty.
//!
//! It has one person for each thing there is to see, settings and marketing, and, where records are asked for, half a year
//! of trade: drawn from one seed, so that it is the same each time for the same moment of opening.

mod basket;
mod calendar;
mod carts;
mod categories;
mod customers;
mod dice;
mod fate;
mod gift_cards;
mod grown;
mod money;
mod names;
mod orders;
mod people;
pub(crate) mod pictures;
mod products;
mod shelves;
mod size;
mod trade;
#[cfg(test)]
mod truth;

use latchkey_permissions::Time;

pub use people::{SamplePerson, SampleStore};
pub(crate) use people::{hashes, readable_password};
pub use size::SampleSize;

use crate::billing;
use crate::problem::Refusal;
use crate::resources::{self, work::Work};
use crate::state::AppState;
use crate::store::Db;

/// For how long the store has been on its plan: about as long as it has had trade.
const SUBSCRIBED_MS: i64 = 150 * 86_400_000;

/// Fills the store. `hashes` are of its people's password; `made_up` is that password, where it was made up here.
pub(crate) async fn fill(
    db: &mut Db,
    state: &AppState,
    hashes: Vec<String>,
    made_up: Option<String>,
    size: SampleSize,
    now: Time,
) -> Result<SampleStore, Refusal> {
    let store = people::fill(db, state, hashes, made_up, now).await?;
    billing::begin(db, now.plus_millis(-SUBSCRIBED_MS)).await?;
    billing::settle(db, now).await?;
    let mut work = Work::begin(db, &state.registry, now, None).await?.within(state);
    if size != SampleSize::NONE {
        trade::fill(&mut work, size).await?;
    }
    // After the trade: channels count products.
    resources::sample::fill(&mut work).await?;
    Ok(store)
}
