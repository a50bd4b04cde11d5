//! What happens to the tables of resources at each start: they are brought up to date, what is gone for good is
//! forgotten, and the records that are always there are made.

use latchkey_contract::id::RecordId;

use super::records::{self, Stored};
use super::tables;
use super::work::Work;
use crate::problem::Refusal;
use crate::state::AppState;

/// Makes the tables.
pub(crate) async fn tables(state: &AppState) -> Result<(), Refusal> {
    let mut tx = state.store.write().await?;
    for model in state.registry.all() {
        tables::prepare(&mut tx, model).await?;
        records::purge(&mut tx, model, state.clock.now()).await?;
    }
    Ok(tx.commit().await?)
}

/// Makes the records that are always there, where they are not there yet.
pub(crate) async fn first_records(state: &AppState) -> Result<(), Refusal> {
    let mut tx = state.store.write().await?;
    let mut work = Work::begin(&mut tx, &state.registry, state.clock.now(), None).await?;
    first_records_within(&mut work).await?;
    Ok(tx.commit().await?)
}

/// Makes them within a transaction: the one record of a resource of one, and those that a list always has.
pub(crate) async fn first_records_within(work: &mut Work<'_>) -> Result<(), Refusal> {
    for model in work.registry.all() {
        let only = model.first.iter().map(|fields| (model.id(), fields));
        let held = model.held.iter().map(|(id, fields)| (id.as_str(), fields));
        for (id, fields) in only.chain(held) {
            if work.get(model.id(), id).await?.is_none() {
                let record = Stored {
                    id: RecordId(id.to_owned()),
                    ..Stored::new(fields.clone(), work.now)
                };
                work.add(model.id(), record).await?;
            }
        }
    }
    Ok(())
}
