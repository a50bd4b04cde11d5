//! Customers: since when they are, and that two of them do not share an address.

use async_trait::async_trait;
use latchkey_contract::problem::FieldCode;
use rust_decimal::Decimal;

use crate::problem::Refusal;
use crate::resources::behaviour::Behaviour;
use crate::resources::money;
use crate::resources::records::Stored;
use crate::resources::work::Work;

/// See the module.
pub(super) struct Customers;

#[async_trait]
impl Behaviour for Customers {
    async fn create(&self, work: &mut Work<'_>, customer: &mut Stored) -> Result<(), Refusal> {
        only_one(work, customer).await?;
        let nothing = money::money(Decimal::ZERO, &work.currency);
        customer.fields.insert("since".into(), work.now.to_string().into());
        customer.fields.insert("orders".into(), 0.into());
        customer.fields.insert("spent".into(), nothing);
        Ok(())
    }

    async fn change(&self, work: &mut Work<'_>, before: &Stored, after: &mut Stored) -> Result<(), Refusal> {
        if before.text("email") == after.text("email") {
            return Ok(());
        }
        only_one(work, after).await
    }
}

/// An address belongs to one customer, however its letters are written.
async fn only_one(work: &mut Work<'_>, customer: &Stored) -> Result<(), Refusal> {
    let email = customer.text("email").into();
    let others = work.having("customers", "email", &email).await?;
    if others.iter().any(|other| other.id != customer.id) {
        return Err(Refusal::member(
            "/email",
            FieldCode::Taken,
            "Another customer has this address.",
        ));
    }
    Ok(())
}
