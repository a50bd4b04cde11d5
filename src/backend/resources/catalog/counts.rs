//! How many products a category has, kept with the category. It changes in the transaction in which a product comes,
//! goes or moves.

use serde_json::Value;

use crate::problem::Refusal;
use crate::resources::Fields;
use crate::resources::work::Work;

/// The field of a category that says so.
pub(super) const FIELD: &str = "products";

/// A product has moved: it was in one category, if in any, and is in another now.
pub(super) async fn moved(work: &mut Work<'_>, from: Option<&Fields>, to: Option<&Fields>) -> Result<(), Refusal> {
    let category = |product: Option<&Fields>| product?.get("category")?.as_str().map(str::to_owned);
    let (from, to) = (category(from), category(to));
    if from == to {
        return Ok(());
    }
    for (category, by) in [(from, -1), (to, 1)] {
        let Some(id) = category else { continue };
        // One that is gone counts anew when it comes back.
        let Some(mut category) = work.get("categories", &id).await? else {
            continue;
        };
        let count = category.fields.get(FIELD).and_then(Value::as_i64).unwrap_or_default();
        category.fields.insert(FIELD.into(), (count + by).max(0).into());
        work.save("categories", &mut category).await?;
    }
    Ok(())
}
