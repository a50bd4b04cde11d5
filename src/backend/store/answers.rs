//! Answers that are kept to be given again. What is in them is sealed; see [`crate::idempotency`].

use latchkey_permissions::Time;
use sqlx::{query, query_scalar};

use super::Db;

/// The sealed answer with this id.
pub(crate) async fn find(db: &mut Db, id: &str, since: Time) -> sqlx::Result<Option<String>> {
    query_scalar("SELECT sealed FROM kept_answers WHERE id = $1 AND created > $2")
        .bind(id)
        .bind(since.millis())
        .fetch_optional(db)
        .await
}

/// Keeps a sealed answer, and forgets those that are older than `since`.
pub(crate) async fn keep(db: &mut Db, id: &str, sealed: &str, now: Time, since: Time) -> sqlx::Result<()> {
    query("DELETE FROM kept_answers WHERE created <= $1")
        .bind(since.millis())
        .execute(&mut *db)
        .await?;
    query("INSERT INTO kept_answers (id, sealed, created) VALUES ($1, $2, $3)")
        .bind(id)
        .bind(sealed)
        .bind(now.millis())
        .execute(db)
        .await
        .map(drop)
}
