//! The offer of the store to somebody on its staff, and handing it over.

use latchkey_contract::periods::Periods;
use latchkey_permissions::{Time, Window};
use sqlx::{Row, query};

use super::accounts::{self, Account};
use super::{Db, grants};

/// The open offer.
pub(crate) struct Offer {
    /// Whom it is made to.
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

/// Closes the offer.
pub(crate) async fn close(db: &mut Db) -> sqlx::Result<()> {
    query("DELETE FROM ownership_offer").execute(db).await.map(drop)
}

/// Closes the offer where it is made to this account.
pub(crate) async fn close_to(db: &mut Db, account: &str) -> sqlx::Result<()> {
    query("DELETE FROM ownership_offer WHERE account = $1")
        .bind(account)
        .execute(db)
        .await
        .map(drop)
}

/// Makes one the owner in place of the other, who stays on the staff and holds nothing. The new owner holds nothing either
/// and has no dates, so that nothing of it comes to life should the store ever be handed on.
///
/// # Errors
/// `RowNotFound` where they are not what was read: the caller did not hold its transaction.
pub(crate) async fn hand_over(db: &mut Db, from: &mut Account, to: &mut Account) -> sqlx::Result<()> {
    close(&mut *db).await?;
    // In this order: the database itself lets no two be owner.
    for (account, owner) in [(from, false), (to, true)] {
        let id = account.id.as_str().to_owned();
        grants::set_direct(&mut *db, &id, &[], &Periods::default()).await?;
        grants::set_roles(&mut *db, &id, &[], &Periods::default()).await?;
        account.window = Window::ALWAYS;
        account.two_factor_required = false;
        accounts::save(&mut *db, account).await?;
        let changed = query("UPDATE accounts SET owner = $1 WHERE id = $2 AND owner <> $1")
            .bind(i64::from(owner))
            .bind(id)
            .execute(&mut *db)
            .await?;
        if changed.rows_affected() != 1 {
            return Err(sqlx::Error::RowNotFound);
        }
        account.owner = owner;
    }
    Ok(())
}
