//! What changes by itself of what somebody may do: dates of single roles and permissions, as the person feels them. What is
//! held in another way as well is not lost with them, so it is reckoned from the grant as a whole and not told date by date.

use latchkey_contract::periods::Turn;
use latchkey_permissions::{Catalogue, Person};

use super::extract::person;
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::Db;
use crate::store::accounts::Account;

/// All of them, those that are over too, in order.
pub(crate) async fn turns(db: &mut Db, state: &AppState, account: &Account) -> Result<Vec<Turn>, Refusal> {
    Ok(scheduled(&person(db, state, account).await?, &state.catalogue))
}

fn scheduled(person: &Person, catalogue: &Catalogue) -> Vec<Turn> {
    let Person::Staff(staff) = person else {
        return Vec::new();
    };
    let schedule = staff.grant.schedule(catalogue).into_iter();
    let turn = schedule.map(|(at, change)| Turn {
        at,
        gains: catalogue.ids(change.added),
        loses: catalogue.ids(change.removed),
    });
    turn.collect()
}
