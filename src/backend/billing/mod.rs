//! The subscription: which plans there are, when an invoice is made out, and whether there is room for another person.
//!
//! It is apart from `store`, which only keeps: here is what follows from the plan. Nobody pays here. The backend makes
//! invoices out and limits by the plan; how they are paid is between the owner and whoever runs the backend.

use std::sync::LazyLock;

use latchkey_contract::billing::{Billing, Invoice, NextInvoice, Plan};
use latchkey_contract::id::{InvoiceId, PlanId, Version};
use latchkey_contract::problem::ProblemCode;
use latchkey_permissions::Time;

use crate::auth::token::new_id;
use crate::problem::Refusal;
use crate::reports::calendar::Day;
use crate::store::Db;
use crate::store::subscription::{self, Subscription};

/// The plans, from the smallest to the largest; a test holds that they can be read.
static PLANS: LazyLock<Vec<Plan>> =
    LazyLock::new(|| serde_json::from_str(include_str!("plans.json")).unwrap_or_default());

/// The plan on which a store begins.
const FIRST: &str = "business";

/// The plan with this id.
pub(crate) fn plan(id: &PlanId) -> Option<&'static Plan> {
    PLANS.iter().find(|plan| plan.id == *id)
}

/// Puts the store on its first plan where it is on none yet. The first invoice is for the month of `since`.
pub(crate) async fn begin(db: &mut Db, since: Time) -> sqlx::Result<()> {
    if subscription::find(db).await?.is_none() {
        subscription::begin(db, FIRST, month(since).start()).await?;
    }
    Ok(())
}

/// The first moment of the month after: where a store begins that is not charged for the month it begins in.
pub(crate) fn next_month(now: Time) -> Time {
    month_after(month(now)).start()
}

/// Makes out the invoices that are due: one for each month that has begun, on its first day. Answers whether there were
/// any.
pub(crate) async fn settle(db: &mut Db, now: Time) -> Result<bool, Refusal> {
    let mut present = subscription::get(db).await?;
    let mut some = false;
    while is_due(&present, now) {
        let starts = Day::of(present.invoiced_until);
        let ends = month_after(starts);
        let plan = known(&present.plan)?;
        let invoice = Invoice {
            id: InvoiceId(new_id()),
            number: subscription::last_number(db).await? + 1,
            issued: starts.start(),
            starts: starts.start(),
            ends: ends.start(),
            plan: plan.name.clone(),
            amount: plan.price.clone(),
        };
        subscription::insert_invoice(db, &invoice).await?;
        present.invoiced_until = ends.start();
        subscription::set_invoiced_until(db, present.invoiced_until).await?;
        some = true;
    }
    Ok(some)
}

/// Whether an invoice is due.
pub(crate) fn is_due(present: &Subscription, now: Time) -> bool {
    present.invoiced_until <= now
}

/// How things stand.
pub(crate) async fn shown(db: &mut Db) -> Result<Billing, Refusal> {
    let present = subscription::get(db).await?;
    Ok(Billing {
        next: NextInvoice {
            issued: present.invoiced_until,
            amount: known(&present.plan)?.price.clone(),
        },
        plans: PLANS.clone(),
        staff: subscription::people(db).await?,
        invoices: subscription::invoices(db).await?,
        version: Version(present.version.to_string()),
        plan: present.plan,
    })
}

/// Refuses what would leave more people than a plan has room for. To be asked inside the transaction that writes, after
/// it has added whom it adds: writers come one at a time, so that no two of them can both take the last place.
pub(crate) async fn check_room(db: &mut Db, plan: &Plan) -> Result<(), Refusal> {
    let people = subscription::people(db).await?;
    if people <= plan.staff_limit {
        return Ok(());
    }
    let detail = format!(
        "The plan has room for {} people besides the owner. Choose a larger one, or revoke somebody's access first.",
        plan.staff_limit
    );
    Err(Refusal::new(ProblemCode::StaffLimit, detail).with_limit(plan.staff_limit))
}

/// The same for the plan that the store is on.
pub(crate) async fn check_present_room(db: &mut Db) -> Result<(), Refusal> {
    let present = subscription::get(db).await?;
    check_room(db, known(&present.plan)?).await
}

fn known(id: &PlanId) -> Result<&'static Plan, Refusal> {
    plan(id).ok_or_else(|| {
        tracing::error!(plan = %id, "the store is on a plan that there is not");
        Refusal::internal()
    })
}

/// The first day of the month of a moment.
fn month(time: Time) -> Day {
    Day::of(time).month()
}

/// The first day of the month after the one that a first day begins.
fn month_after(first: Day) -> Day {
    // No month is shorter than 28 days or longer than 31.
    first.plus(31).month()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plans_are_read_named_and_grow() {
        assert!(plan(&PlanId(FIRST.into())).is_some());
        for plan in PLANS.iter() {
            for language in ["en", "sv", "id"] {
                assert!(plan.name.0.contains_key(language), "{} in {language}", plan.id);
            }
        }
        assert!(PLANS.windows(2).all(|pair| pair[0].staff_limit < pair[1].staff_limit));
    }

    #[test]
    fn months_are_those_of_the_calendar() {
        for (first, after) in [
            ("2024-02-01", "2024-03-01"),
            ("2026-12-01", "2027-01-01"),
            ("2026-07-01", "2026-08-01"),
        ] {
            let first: Day = first.parse().expect("a day");
            assert_eq!(month_after(first).to_string(), after);
        }
        let late: Time = "2026-01-31T23:59:59Z".parse().expect("a moment");
        assert_eq!(Day::of(next_month(late)).to_string(), "2026-02-01");
    }
}
