//! The devices on which somebody has signed in before. Of each only the hash of its mark is kept.

use latchkey_permissions::Time;
use sqlx::{query, query_scalar};

use super::Db;

/// How many devices of this account are known.
pub(crate) async fn count(db: &mut Db, account: &str) -> sqlx::Result<i64> {
    query_scalar("SELECT COUNT(*) FROM known_devices WHERE account = $1")
        .bind(account)
        .fetch_one(db)
        .await
}

/// Whether a device with this mark is known.
pub(crate) async fn is_known(db: &mut Db, account: &str, mark_hash: &str) -> sqlx::Result<bool> {
    let known: i64 = query_scalar("SELECT COUNT(*) FROM known_devices WHERE account = $1 AND mark_hash = $2")
        .bind(account)
        .bind(mark_hash)
        .fetch_one(db)
        .await?;
    Ok(known > 0)
}

/// Knows a device from now on.
pub(crate) async fn note(db: &mut Db, account: &str, mark_hash: &str, now: Time) -> sqlx::Result<()> {
    query(
        "INSERT INTO known_devices (account, mark_hash, last_seen) VALUES ($1, $2, $3) \
         ON CONFLICT (account, mark_hash) DO UPDATE SET last_seen = excluded.last_seen",
    )
    .bind(account)
    .bind(mark_hash)
    .bind(now.millis())
    .execute(db)
    .await
    .map(drop)
}
