//! Orders: paying, handing over, cancelling and paying back. What a state allows is said by each command's `when`; here
//! is what then happens to the order, the stock and the customer, all in one transaction.

use async_trait::async_trait;
use serde_json::Value;

use super::{ledger, refund, stock};
use crate::problem::Refusal;
use crate::resources::Fields;
use crate::resources::behaviour::{Behaviour, Outcome};
use crate::resources::money;
use crate::resources::records::Stored;
use crate::resources::work::Work;

/// See the module.
pub(super) struct Orders;

#[async_trait]
impl Behaviour for Orders {
    fn commands(&self) -> &'static [&'static str] {
        &[
            "mark-paid",
            "ship",
            "ready-for-pick-up",
            "delivered",
            "refund",
            "cancel",
        ]
    }

    async fn change(&self, _work: &mut Work<'_>, before: &Stored, after: &mut Stored) -> Result<(), Refusal> {
        let sent = matches!(after.text("fulfilment"), "shipped" | "delivered");
        let changed = |name: &str| before.fields.get(name) != after.fields.get(name);
        if !sent && (changed("carrier") || changed("tracking")) {
            return Err(Refusal::state("A parcel has a carrier once it has been shipped."));
        }
        Ok(())
    }

    async fn command(
        &self,
        work: &mut Work<'_>,
        command: &str,
        input: &Fields,
        order: &mut Stored,
    ) -> Result<Outcome, Refusal> {
        match command {
            "mark-paid" => {
                set(order, "payment", "paid");
                let paid = money::amount(order.fields.get("total")).unwrap_or_default();
                ledger::spent(work, order, paid).await?;
            }
            "ship" => {
                set(order, "fulfilment", "shipped");
                for name in ["carrier", "tracking"] {
                    if let Some(value) = input.get(name) {
                        order.fields.insert(name.into(), value.clone());
                    }
                }
            }
            "ready-for-pick-up" => set(order, "fulfilment", "readyForPickUp"),
            "delivered" => set(order, "fulfilment", "delivered"),
            "refund" => refund::give(work, input, order).await?,
            "cancel" => cancel(work, input, order).await?,
            _ => return Err(Refusal::not_found()),
        }
        Ok(Outcome::default())
    }
}

/// What was paid stays paid: giving it back needs another permission, and is a command of its own.
async fn cancel(work: &mut Work<'_>, input: &Fields, order: &mut Stored) -> Result<(), Refusal> {
    set(order, "fulfilment", "cancelled");
    if order.text("payment") == "awaiting" {
        set(order, "payment", "cancelled");
    }
    if let Some(reason) = input.get("reason") {
        order.fields.insert("cancelReason".into(), reason.clone());
    }
    if !stock::is_back(order) {
        stock::put_back(work, order).await?;
    }
    Ok(())
}

/// Sets a choice.
pub(super) fn set(order: &mut Stored, field: &str, value: &str) {
    order.fields.insert(field.into(), Value::from(value));
}
