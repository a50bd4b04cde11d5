//! The plan that the store is on, how many people it has room for, and its invoices. No card and no account number ever
//! travels here: how an invoice is paid is between the owner and whoever sends it.

use latchkey_permissions::{Text, Time};
use serde::{Deserialize, Serialize};

use crate::id::{InvoiceId, PlanId, Version};
use crate::money::Money;

/// `GET /billing`: how things stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Billing {
    /// The plan that the store is on.
    pub plan: PlanId,
    /// The plans that there are, from the smallest to the largest.
    pub plans: Vec<Plan>,
    /// How many people have a place: those who are invited, onboarding, active or suspended. The owner does not count.
    pub staff: u64,
    /// The invoice to come, as it will be if nothing changes.
    pub next: NextInvoice,
    /// The invoices so far, the latest first.
    pub invoices: Vec<Invoice>,
    /// The state of the plan; the `ETag`.
    pub version: Version,
}

impl Billing {
    /// The plan that the store is on, where it is still among those that there are.
    pub fn present(&self) -> Option<&Plan> {
        self.plans.iter().find(|plan| plan.id == self.plan)
    }
}

/// A plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Plan {
    /// Its id.
    pub id: PlanId,
    /// What it is called.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Text"))]
    pub name: Text,
    /// What it costs for a month.
    pub price: Money,
    /// How many people it has room for, besides the owner.
    pub staff_limit: u64,
}

/// An invoice to come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct NextInvoice {
    /// When it is made out.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Time"))]
    pub issued: Time,
    /// What it comes to.
    pub amount: Money,
}

/// An invoice. It stays as it was made out, whatever becomes of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Invoice {
    /// Its id.
    pub id: InvoiceId,
    /// Its number, counted on without a gap.
    pub number: u64,
    /// When it was made out.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Time"))]
    pub issued: Time,
    /// The first moment that it is for.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Time"))]
    pub starts: Time,
    /// The moment at which that ends.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Time"))]
    pub ends: Time,
    /// What the plan was called.
    #[cfg_attr(feature = "schema", schemars(with = "crate::openapi::foreign::Text"))]
    pub plan: Text,
    /// What it comes to.
    pub amount: Money,
}

/// `PATCH /billing`, a merge patch: another plan, from now on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BillingPatch {
    /// The plan that is wanted. One with room for fewer people than there are is 409 `staff-limit`.
    #[serde(
        default,
        deserialize_with = "crate::patch::set",
        skip_serializing_if = "Option::is_none"
    )]
    #[cfg_attr(feature = "schema", schemars(with = "PlanId"))]
    pub plan: Option<PlanId>,
}
