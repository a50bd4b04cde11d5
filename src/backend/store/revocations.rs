//! What revocations have ended, kept so that it can be read later.

use latchkey_contract::activity::Person;
use latchkey_contract::id::AccountId;
use latchkey_contract::revocation::RevocationProof;
use latchkey_permissions::Time;
use sqlx::{Row, query};

use super::Db;
use crate::activity::who::Who;
use crate::auth::token::new_id;

/// How many of each a revocation has ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) sessions: u64,
    /// Those of bearer tokens among the sessions.
    pub(crate) tokens: u64,
    pub(crate) invitations: u64,
    pub(crate) requests: u64,
}

/// Keeps what a revocation has ended; the id of what is kept.
pub(crate) async fn insert(
    db: &mut Db,
    account: &AccountId,
    by: &Who,
    reason: &str,
    counts: Counts,
    now: Time,
) -> sqlx::Result<String> {
    let id = new_id();
    query(
        "INSERT INTO revocations (id, account, at, actor, actor_name, reason, sessions, tokens, invitations, requests) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(id.as_str())
    .bind(account.as_str())
    .bind(now.millis())
    .bind(by.id.as_str())
    .bind(by.name.as_str())
    .bind(reason)
    .bind(counts.sessions.cast_signed())
    .bind(counts.tokens.cast_signed())
    .bind(counts.invitations.cast_signed())
    .bind(counts.requests.cast_signed())
    .execute(db)
    .await?;
    Ok(id)
}

/// Notes how long it took.
pub(crate) async fn set_millis(db: &mut Db, id: &str, millis: u64) -> sqlx::Result<()> {
    query("UPDATE revocations SET millis = $1 WHERE id = $2")
        .bind(millis.cast_signed())
        .bind(id)
        .execute(db)
        .await
        .map(drop)
}

/// The last revocation of this account, without what the person changed.
pub(crate) async fn last(db: &mut Db, account: &str) -> sqlx::Result<Option<RevocationProof>> {
    let row = query(
        "SELECT at, actor, actor_name, reason, sessions, tokens, invitations, requests, millis FROM revocations \
         WHERE account = $1 ORDER BY at DESC, id LIMIT 1",
    )
    .bind(account)
    .fetch_optional(db)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let count = |column| -> sqlx::Result<u64> { Ok(row.try_get::<i64, _>(column)?.unsigned_abs()) };
    Ok(Some(RevocationProof {
        at: Time::from_millis(row.try_get("at")?),
        by: Person {
            id: AccountId(row.try_get("actor")?),
            name: row.try_get("actor_name")?,
        },
        reason: row.try_get("reason")?,
        sessions_ended: count("sessions")?,
        tokens_ended: count("tokens")?,
        invitations_cancelled: count("invitations")?,
        requests_closed: count("requests")?,
        millis: row.try_get::<Option<i64>, _>("millis")?.map(i64::unsigned_abs),
        last_changes: Vec::new(),
    }))
}
