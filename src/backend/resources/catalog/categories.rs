//! Categories: none is taken away while something lies in it, and each knows how many products it has.

use async_trait::async_trait;
use serde_json::Value;

use super::counts;
use crate::problem::Refusal;
use crate::resources::behaviour::Behaviour;
use crate::resources::records::Stored;
use crate::resources::work::Work;

/// See the module.
pub(super) struct Categories;

#[async_trait]
impl Behaviour for Categories {
    async fn create(&self, _work: &mut Work<'_>, category: &mut Stored) -> Result<(), Refusal> {
        category.fields.insert(counts::FIELD.into(), 0.into());
        Ok(())
    }

    async fn delete(&self, work: &mut Work<'_>, category: &Stored) -> Result<(), Refusal> {
        let id = Value::from(category.id.as_str());
        if !work.having("categories", "parent", &id).await?.is_empty() {
            return Err(Refusal::state("Other categories lie in this one. Move them first."));
        }
        if !work.having("products", "category", &id).await?.is_empty() {
            return Err(Refusal::state("There are products in this category. Move them first."));
        }
        Ok(())
    }

    async fn restore(&self, work: &mut Work<'_>, category: &mut Stored) -> Result<(), Refusal> {
        let parent = category.text("parent").to_owned();
        if !parent.is_empty() && work.get("categories", &parent).await?.is_none() {
            return Err(Refusal::state(
                "The category that this one lay in is gone. Bring that one back first.",
            ));
        }
        // A product can have come back into it before it did.
        let id = Value::from(category.id.as_str());
        let products = work.having("products", "category", &id).await?.len();
        category.fields.insert(counts::FIELD.into(), products.into());
        Ok(())
    }
}
