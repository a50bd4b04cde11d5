//! The plan that the store is on, its invoices, and how many people have a place.

use latchkey_contract::billing::Invoice;
use latchkey_contract::id::{InvoiceId, PlanId};
use latchkey_contract::money::Money;
use latchkey_permissions::Time;
use sqlx::any::AnyRow;
use sqlx::{Row, query, query_scalar};

use super::{Db, shop};

/// The plan that the store is on.
#[derive(Clone, Debug)]
pub(crate) struct Subscription {
    pub(crate) plan: PlanId,
    /// The first moment that no invoice is for yet.
    pub(crate) invoiced_until: Time,
    pub(crate) version: i64,
}

/// The plan, where the store is on one.
pub(crate) async fn find(db: &mut Db) -> sqlx::Result<Option<Subscription>> {
    let row = query("SELECT plan, invoiced_until, version FROM subscription")
        .fetch_optional(db)
        .await?;
    row.map(|row| {
        Ok(Subscription {
            plan: PlanId(row.try_get("plan")?),
            invoiced_until: Time::from_millis(row.try_get("invoiced_until")?),
            version: row.try_get("version")?,
        })
    })
    .transpose()
}

/// The plan.
///
/// # Errors
/// `RowNotFound` before the first start is over.
pub(crate) async fn get(db: &mut Db) -> sqlx::Result<Subscription> {
    find(db).await?.ok_or(sqlx::Error::RowNotFound)
}

/// Puts the store on its first plan.
pub(crate) async fn begin(db: &mut Db, plan: &str, invoiced_until: Time) -> sqlx::Result<()> {
    let store = shop::get(db).await?.id;
    query("INSERT INTO subscription (store, plan, invoiced_until, version) VALUES ($1, $2, $3, 1)")
        .bind(store.as_str())
        .bind(plan)
        .bind(invoiced_until.millis())
        .execute(db)
        .await
        .map(drop)
}

/// Puts the store on another plan, as the next version.
pub(crate) async fn set_plan(db: &mut Db, plan: &PlanId) -> sqlx::Result<()> {
    query("UPDATE subscription SET plan = $1, version = version + 1")
        .bind(plan.as_str())
        .execute(db)
        .await
        .map(drop)
}

/// Notes up to when there are invoices. This is no new version: nobody edits it.
pub(crate) async fn set_invoiced_until(db: &mut Db, until: Time) -> sqlx::Result<()> {
    query("UPDATE subscription SET invoiced_until = $1")
        .bind(until.millis())
        .execute(db)
        .await
        .map(drop)
}

/// How many people have a place: everybody but the owner and former staff.
pub(crate) async fn people(db: &mut Db) -> sqlx::Result<u64> {
    let people: i64 = query_scalar("SELECT COUNT(*) FROM accounts WHERE owner = 0 AND status <> 'ended'")
        .fetch_one(db)
        .await?;
    Ok(people.unsigned_abs())
}

/// The number of the last invoice; 0 where there is none.
pub(crate) async fn last_number(db: &mut Db) -> sqlx::Result<u64> {
    let number: i64 = query_scalar("SELECT COALESCE(MAX(number), 0) FROM invoices")
        .fetch_one(db)
        .await?;
    Ok(number.unsigned_abs())
}

/// Keeps an invoice.
pub(crate) async fn insert_invoice(db: &mut Db, invoice: &Invoice) -> sqlx::Result<()> {
    let plan = serde_json::to_string(&invoice.plan).map_err(|error| sqlx::Error::Encode(Box::new(error)))?;
    query(
        "INSERT INTO invoices (id, number, issued, starts, ends, plan, amount, currency) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(invoice.id.as_str())
    .bind(invoice.number.cast_signed())
    .bind(invoice.issued.millis())
    .bind(invoice.starts.millis())
    .bind(invoice.ends.millis())
    .bind(plan)
    .bind(invoice.amount.amount.as_str())
    .bind(invoice.amount.currency.as_str())
    .execute(db)
    .await
    .map(drop)
}

/// The invoices, the latest first.
pub(crate) async fn invoices(db: &mut Db) -> sqlx::Result<Vec<Invoice>> {
    let rows =
        query("SELECT id, number, issued, starts, ends, plan, amount, currency FROM invoices ORDER BY number DESC")
            .fetch_all(db)
            .await?;
    rows.iter().map(read).collect()
}

fn read(row: &AnyRow) -> sqlx::Result<Invoice> {
    let time = |column| -> sqlx::Result<Time> { Ok(Time::from_millis(row.try_get(column)?)) };
    let plan: String = row.try_get("plan")?;
    Ok(Invoice {
        id: InvoiceId(row.try_get("id")?),
        number: row.try_get::<i64, _>("number")?.unsigned_abs(),
        issued: time("issued")?,
        starts: time("starts")?,
        ends: time("ends")?,
        plan: serde_json::from_str(&plan).map_err(|error| sqlx::Error::Decode(Box::new(error)))?,
        amount: Money {
            amount: row.try_get("amount")?,
            currency: row.try_get("currency")?,
        },
    })
}
