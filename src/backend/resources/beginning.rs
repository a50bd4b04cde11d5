//! What happens to the tables of resources at each start: they are brought up to date, what is gone for good is
//! forgotten, and a resource of one gets its record.

use latchkey_contract::id::RecordId;
use latchkey_contract::resource::Shape;

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

/// Makes the records of resources of one, where they are not there yet.
pub(crate) async fn first_records(state: &AppState) -> Result<(), Refusal> {
    let now = state.clock.now();
    let mut tx = state.store.write().await?;
    let mut work = Work::begin(&mut tx, &state.registry, now, None).await?;
    let single = state.registry.all().filter(|model| model.resource.shape == Shape::One);
    for model in single {
        if let Some(fields) = &model.first
            && work.get(model.id(), model.id()).await?.is_none()
        {
            let record = Stored {
                id: RecordId(model.id().to_owned()),
                ..Stored::new(fields.clone(), now)
            };
            work.add(model.id(), record).await?;
        }
    }
    Ok(tx.commit().await?)
}
