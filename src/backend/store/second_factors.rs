//! Second factors, and the recovery codes that stand in for them.

use sqlx::{Row, query, query_scalar};

use super::Db;

/// Somebody's second factor.
#[derive(Clone)]
pub(crate) struct SecondFactor {
    /// In base 32.
    pub(crate) secret: String,
    /// Whether signing in asks for it.
    pub(crate) confirmed: bool,
    /// The time step of the last code that was accepted.
    pub(crate) last_step: i64,
}

/// The second factor of this account, set up or being set up.
pub(crate) async fn find(db: &mut Db, account: &str) -> sqlx::Result<Option<SecondFactor>> {
    let row = query("SELECT secret, confirmed, last_step FROM second_factors WHERE account = $1")
        .bind(account)
        .fetch_optional(db)
        .await?;
    row.map(|row| {
        Ok(SecondFactor {
            secret: row.try_get(0)?,
            confirmed: row.try_get::<i64, _>(1)? != 0,
            last_step: row.try_get(2)?,
        })
    })
    .transpose()
}

/// Keeps a secret that is being set up, in place of any that was.
pub(crate) async fn start(db: &mut Db, account: &str, secret: &str) -> sqlx::Result<()> {
    query(
        "INSERT INTO second_factors (account, secret, confirmed, last_step) VALUES ($1, $2, 0, 0) \
         ON CONFLICT (account) DO UPDATE SET secret = excluded.secret, confirmed = 0, last_step = 0",
    )
    .bind(account)
    .bind(secret)
    .execute(db)
    .await
    .map(drop)
}

/// Takes a code of this time step, which proves the secret; whether no code of it was taken before.
pub(crate) async fn take_step(db: &mut Db, account: &str, step: i64) -> sqlx::Result<bool> {
    let taken = query("UPDATE second_factors SET confirmed = 1, last_step = $1 WHERE account = $2 AND last_step < $1")
        .bind(step)
        .bind(account)
        .execute(db)
        .await?;
    Ok(taken.rows_affected() == 1)
}

/// Takes a second factor away, with its recovery codes; whether there was any.
pub(crate) async fn remove(db: &mut Db, account: &str) -> sqlx::Result<bool> {
    replace_codes(&mut *db, account, &[]).await?;
    let removed = query("DELETE FROM second_factors WHERE account = $1")
        .bind(account)
        .execute(db)
        .await?;
    Ok(removed.rows_affected() == 1)
}

/// Keeps these recovery codes instead of all before them.
pub(crate) async fn replace_codes(db: &mut Db, account: &str, hashes: &[String]) -> sqlx::Result<()> {
    query("DELETE FROM recovery_codes WHERE account = $1")
        .bind(account)
        .execute(&mut *db)
        .await?;
    for hash in hashes {
        query("INSERT INTO recovery_codes (account, code_hash) VALUES ($1, $2)")
            .bind(account)
            .bind(hash.as_str())
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}

/// Uses a recovery code up; whether there was such a one.
pub(crate) async fn use_code(db: &mut Db, account: &str, hash: &str) -> sqlx::Result<bool> {
    let used = query("DELETE FROM recovery_codes WHERE account = $1 AND code_hash = $2")
        .bind(account)
        .bind(hash)
        .execute(db)
        .await?;
    Ok(used.rows_affected() == 1)
}

/// How many recovery codes are left.
pub(crate) async fn codes_left(db: &mut Db, account: &str) -> sqlx::Result<u64> {
    let left: i64 = query_scalar("SELECT COUNT(*) FROM recovery_codes WHERE account = $1")
        .bind(account)
        .fetch_one(db)
        .await?;
    Ok(u64::try_from(left).unwrap_or_default())
}
