//! The store itself: its name, its currency, and whether it still waits for its owner.

use latchkey_contract::id::StoreId;
use latchkey_contract::session::Store as Shop;
use latchkey_permissions::Time;
use sqlx::{Row, query};

use super::Db;
use crate::auth::token::new_id;

/// The store, where it has been begun.
pub(crate) async fn find(db: &mut Db) -> sqlx::Result<Option<Shop>> {
    let row = query("SELECT id, name, currency FROM store").fetch_optional(db).await?;
    row.map(|row| {
        Ok(Shop {
            id: StoreId(row.try_get("id")?),
            name: row.try_get("name")?,
            currency: row.try_get("currency")?,
        })
    })
    .transpose()
}

/// The store.
///
/// # Errors
/// `RowNotFound` before the first start is over.
pub(crate) async fn get(db: &mut Db) -> sqlx::Result<Shop> {
    find(db).await?.ok_or(sqlx::Error::RowNotFound)
}

/// Begins the store. `seed` says how, for good.
pub(crate) async fn begin(db: &mut Db, name: &str, currency: &str, seed: &str, now: Time) -> sqlx::Result<()> {
    query("INSERT INTO store (id, name, currency, seed, created) VALUES ($1, $2, $3, $4, $5)")
        .bind(new_id())
        .bind(name)
        .bind(currency)
        .bind(seed)
        .bind(now.millis())
        .execute(db)
        .await
        .map(drop)
}

/// The hash of the open set-up token.
pub(crate) async fn setup_token_hash(db: &mut Db) -> sqlx::Result<Option<String>> {
    let row = query("SELECT setup_token_hash FROM store").fetch_optional(db).await?;
    row.map_or(Ok(None), |row| row.try_get(0))
}

/// Replaces the set-up token.
pub(crate) async fn set_setup_token(db: &mut Db, hash: &str) -> sqlx::Result<()> {
    query("UPDATE store SET setup_token_hash = $1")
        .bind(hash)
        .execute(db)
        .await
        .map(drop)
}

/// Gives the store another name.
pub(crate) async fn rename(db: &mut Db, name: &str) -> sqlx::Result<()> {
    query("UPDATE store SET name = $1")
        .bind(name)
        .execute(db)
        .await
        .map(drop)
}

/// Names the store and closes its set-up.
pub(crate) async fn complete(db: &mut Db, name: &str, currency: &str) -> sqlx::Result<()> {
    query("UPDATE store SET name = $1, currency = $2, setup_token_hash = NULL")
        .bind(name)
        .bind(currency)
        .execute(db)
        .await
        .map(drop)
}
