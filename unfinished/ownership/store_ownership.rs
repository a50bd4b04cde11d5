//! The offer of the store, and handing it over.

use latchkey_permissions::{Time, Window};
use sqlx::{Row, query};

use super::Db;
use super::accounts::{self, Account};

/// The open offer.
pub(crate) struct Offer {
    pub(crate) account: String,
    pub(crate) created: Time,
    pub(crate) expires: Time,
}

/// The open offer, where there is one.
pub(crate) async fn offer(db: &mut Db, now: Time) -> sqlx::Result<Option<Offer>> {
    let row = query("SELECT account, created, expires FROM ownership_offer WHERE expires > $1")
        .bind(now.millis())
        .fetch_optional(db)
        .await?;
    row.map(|row| {
        Ok(Offer {
            account: row.try_get(0)?,
            created: Time::from_millis(row.try_get(1)?),
            expires: Time::from_millis(row.try_get(2)?),
        })
    })
    .transpose()
}

/// Offers the store to this account, in place of any offer before.
pub(crate) async fn make_offer(db: &mut Db, account: &str, now: Time, expires: Time) -> sqlx::Result<()> {
    query(
        "INSERT INTO ownership_offer (one, account, created, expires) VALUES (1, $1, $2, $3) \
         ON CONFLICT (one) DO UPDATE SET account = excluded.account, created = excluded.created, \
         expires = excluded.expires",
    )
    .bind(account)
    .bind(now.millis())
    .bind(expires.millis())
    .execute(db)
    .await
    .map(drop)
}

/// Takes the offer back.
pub(crate) async fn withdraw(db: &mut Db) -> sqlx::Result<()> {
    query("DELETE FROM ownership_offer").execute(db).await.map(drop)
}

/// Takes the offer back where it is made to this account.
pub(crate) async fn withdraw_from(db: &mut Db, account: &str) -> sqlx::Result<()> {
    query("DELETE FROM ownership_offer WHERE account = $1")
        .bind(account)
        .execute(db)
        .await
        .map(drop)
}

/// Makes one the owner in place of the other, who stays on the staff and may do nothing. The new owner needs no permission
/// any more, and has no dates.
///
/// # Errors
/// `RowNotFound` where they are not what was read: the caller did not hold its transaction.
pub(crate) async fn hand_over(db: &mut Db, from: &mut Account, to: &mut Account) -> sqlx::Result<()> {
    withdraw(&mut *db).await?;
    for table in ["account_permissions", "account_roles"] {
        let sql = match table {
            "account_roles" => "DELETE FROM account_roles WHERE account = $1",
            _ => "DELETE FROM account_permissions WHERE account = $1",
        };
        query(sql).bind(to.id.as_str()).execute(&mut *db).await?;
    }
    to.window = Window::ALWAYS;
    accounts::save(&mut *db, to).await?;
    accounts::save(&mut *db, from).await?;
    // In this order: the database itself lets no two be owner.
    for (account, owner) in [(&mut *from, false), (&mut *to, true)] {
        query("UPDATE accounts SET owner = $1 WHERE id = $2")
            .bind(i64::from(owner))
            .bind(account.id.as_str())
            .execute(&mut *db)
            .await?;
        account.owner = owner;
    }
    Ok(())
}
