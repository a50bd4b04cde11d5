//! What an order took out of stock, and putting it back: once, whichever way it comes.

use serde_json::Value;

use crate::problem::Refusal;
use crate::resources::catalog::products;
use crate::resources::records::Stored;
use crate::resources::work::Work;

/// Whether the order's items are back already.
pub(super) fn is_back(order: &Stored) -> bool {
    order.fields.get("restocked") == Some(&Value::Bool(true))
}

/// Puts all of an order's items back. Products that are gone are passed over.
pub(super) async fn put_back(work: &mut Work<'_>, order: &mut Stored) -> Result<(), Refusal> {
    let lines = order.fields.get("lines").and_then(Value::as_array);
    let taken: Vec<(String, i64)> = lines
        .into_iter()
        .flatten()
        .filter_map(|line| Some((line["product"].as_str()?.to_owned(), line["quantity"].as_i64()?)))
        .collect();
    for (product, quantity) in taken {
        let Some(mut product) = work.get("products", &product).await? else {
            continue;
        };
        products::put_back(work, &mut product, quantity).await?;
    }
    order.fields.insert("restocked".into(), true.into());
    Ok(())
}
