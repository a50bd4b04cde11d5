//! The store's name, which is kept in two places: among the settings, and in the record that the admin shows it from.

use async_trait::async_trait;

use crate::problem::Refusal;
use crate::resources::behaviour::Behaviour;
use crate::resources::records::Stored;
use crate::resources::work::Work;
use crate::store::shop;

/// See the module.
pub(super) struct General;

#[async_trait]
impl Behaviour for General {
    async fn change(&self, work: &mut Work<'_>, before: &Stored, after: &mut Stored) -> Result<(), Refusal> {
        if before.text("name") != after.text("name") {
            shop::rename(work.db, after.text("name")).await?;
        }
        Ok(())
    }
}

/// Gives the store its first name, wherever it is kept among the records.
pub(crate) async fn name_store(work: &mut Work<'_>, name: &str) -> Result<(), Refusal> {
    for resource in ["general", "site"] {
        if let Some(mut record) = work.get(resource, resource).await? {
            record.fields.insert("name".into(), name.into());
            work.save(resource, &mut record).await?;
        }
    }
    Ok(())
}
