//! Requests for a new invitation, by those who hold a dead one.

use latchkey_permissions::Time;
use sqlx::query;

use super::Db;

/// For so long after a request was closed without an invitation, another one is not told: a day.
const QUIET_MS: i64 = 86_400_000;

/// Opens a request, and says whether there is now one that there was not: asking twice is asking once.
pub(crate) async fn ask(db: &mut Db, account: &str, now: Time) -> sqlx::Result<bool> {
    let asked = query(
        "INSERT INTO invitation_requests (account, asked, closed) VALUES ($1, $2, NULL) \
         ON CONFLICT (account) DO UPDATE SET asked = excluded.asked, closed = NULL \
         WHERE invitation_requests.closed <= $3",
    )
    .bind(account)
    .bind(now.millis())
    .bind(now.millis() - QUIET_MS)
    .execute(db)
    .await?;
    Ok(asked.rows_affected() > 0)
}

/// Closes what is open without an invitation; how many.
pub(crate) async fn close(db: &mut Db, account: &str, now: Time) -> sqlx::Result<u64> {
    let closed = query("UPDATE invitation_requests SET closed = $1 WHERE account = $2 AND closed IS NULL")
        .bind(now.millis())
        .bind(account)
        .execute(db)
        .await?;
    Ok(closed.rows_affected())
}

/// Notes that the person was invited: whatever was asked for is answered.
pub(crate) async fn answered(db: &mut Db, account: &str) -> sqlx::Result<()> {
    query("DELETE FROM invitation_requests WHERE account = $1")
        .bind(account)
        .execute(db)
        .await
        .map(drop)
}
