//! Products: no two have the same article number; which are running low is derived from what is in stock, and where each
//! is sold from what the sales channels take.

use async_trait::async_trait;
use latchkey_contract::problem::{FieldCode, ProblemCode};
use serde_json::Value;

use super::counts;
use crate::problem::Refusal;
use crate::resources::Fields;
use crate::resources::behaviour::{Behaviour, Outcome};
use crate::resources::channels::listing;
use crate::resources::records::Stored;
use crate::resources::work::Work;

const RESOURCE: &str = "products";

/// The most that can be in stock; the schema says the same.
const STOCK_MAX: i64 = 1_000_000;

/// See the module.
pub(super) struct Products;

#[async_trait]
impl Behaviour for Products {
    fn commands(&self) -> &'static [&'static str] {
        &["adjust-stock"]
    }

    async fn create(&self, work: &mut Work<'_>, record: &mut Stored) -> Result<(), Refusal> {
        sku_is_free(work, record).await?;
        derive(&mut record.fields);
        listing::placed(work, None, &mut record.fields).await?;
        counts::moved(work, None, Some(&record.fields)).await
    }

    async fn change(&self, work: &mut Work<'_>, before: &Stored, after: &mut Stored) -> Result<(), Refusal> {
        if after.text("sku") != before.text("sku") {
            sku_is_free(work, after).await?;
        }
        derive(&mut after.fields);
        listing::placed(work, Some(&before.fields), &mut after.fields).await?;
        counts::moved(work, Some(&before.fields), Some(&after.fields)).await
    }

    async fn delete(&self, work: &mut Work<'_>, record: &Stored) -> Result<(), Refusal> {
        listing::moved(work, Some(&record.fields), None).await?;
        counts::moved(work, Some(&record.fields), None).await
    }

    async fn restore(&self, work: &mut Work<'_>, record: &mut Stored) -> Result<(), Refusal> {
        // Another may have taken the number meanwhile.
        sku_is_free(work, record)
            .await
            .map_err(|refusal| match refusal.code() {
                ProblemCode::Invalid => {
                    Refusal::state("Another product has this article number now. Change that one first.")
                }
                _ => refusal,
            })?;
        listing::placed(work, None, &mut record.fields).await?;
        counts::moved(work, None, Some(&record.fields)).await
    }

    async fn command(
        &self,
        work: &mut Work<'_>,
        _command: &str,
        input: &Fields,
        record: &mut Stored,
    ) -> Result<Outcome, Refusal> {
        let by = input.get("by").and_then(Value::as_i64).unwrap_or_default();
        let before = record.fields.clone();
        adjust(&mut record.fields, by)?;
        listing::placed(work, Some(&before), &mut record.fields).await?;
        Ok(Outcome::default())
    }
}

/// Adds to what is in stock, or takes from it; never more than there is.
///
/// # Errors
/// Where less than nothing or more than can be would be left.
pub(crate) fn adjust(fields: &mut Fields, by: i64) -> Result<(), Refusal> {
    let left = stock(fields).saturating_add(by);
    if left < 0 {
        return Err(Refusal::member(
            "/by",
            FieldCode::BelowMinimum,
            "There is not that much in stock.",
        ));
    }
    if left > STOCK_MAX {
        return Err(Refusal::member(
            "/by",
            FieldCode::AboveMaximum,
            "That is more than can be in stock.",
        ));
    }
    fields.insert("stock".into(), left.into());
    derive(fields);
    Ok(())
}

/// Puts so many back in stock, as far as there can be that many.
pub(crate) async fn put_back(work: &mut Work<'_>, product: &mut Stored, pieces: i64) -> Result<(), Refusal> {
    let before = product.fields.clone();
    let stock = stock(&before).saturating_add(pieces).clamp(0, STOCK_MAX);
    product.fields.insert("stock".into(), stock.into());
    derive(&mut product.fields);
    listing::placed(work, Some(&before), &mut product.fields).await?;
    work.save(RESOURCE, product).await
}

/// What is in stock.
pub(crate) fn stock(fields: &Fields) -> i64 {
    fields.get("stock").and_then(Value::as_i64).unwrap_or_default()
}

fn derive(fields: &mut Fields) {
    let low_at = fields.get("lowAt").and_then(Value::as_i64);
    let low = low_at.is_some_and(|low_at| stock(fields) <= low_at);
    fields.insert("lowStock".into(), low.into());
}

async fn sku_is_free(work: &mut Work<'_>, record: &Stored) -> Result<(), Refusal> {
    let Some(sku) = record.fields.get("sku") else {
        return Ok(());
    };
    let same = work.having(RESOURCE, "sku", sku).await?;
    if same.iter().all(|other| other.id == record.id) {
        Ok(())
    } else {
        Err(Refusal::member(
            "/sku",
            FieldCode::Taken,
            "Another product has this article number.",
        ))
    }
}
