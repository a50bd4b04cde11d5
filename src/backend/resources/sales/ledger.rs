//! What a customer has spent, kept with the customer so that lists can be sorted by it. It changes in the transaction in
//! which money changes hands, so that the two never differ.

use rust_decimal::Decimal;

use crate::problem::Refusal;
use crate::resources::money;
use crate::resources::records::Stored;
use crate::resources::work::Work;

/// Adds an amount to what the order's customer has spent; a refund is a negative one.
pub(super) async fn spent(work: &mut Work<'_>, order: &Stored, amount: Decimal) -> Result<(), Refusal> {
    let id = order.text("customer").to_owned();
    let Some(mut customer) = work.get("customers", &id).await? else {
        return Ok(());
    };
    let before = money::amount(customer.fields.get("spent")).unwrap_or_default();
    let after = (before + amount).max(Decimal::ZERO);
    let after = money::money(after, &work.currency);
    customer.fields.insert("spent".into(), after);
    work.save("customers", &mut customer).await
}
