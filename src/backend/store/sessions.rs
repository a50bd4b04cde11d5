//! Sessions: who is signed in where. The token itself is never kept, only its hash.
//!
//! How long one lives ([`SessionLimits`]), used or not, is said when the backend is started.

use latchkey_contract::id::SessionId;
use latchkey_contract::session::OwnSession;
use latchkey_permissions::Time;
use sqlx::{AssertSqlSafe, Row, query, query_scalar};

use super::Db;
use super::accounts::{self, Account};
use crate::config::SessionLimits;

/// When it was last used is kept exact to a minute, so that reading a page is seldom a write.
pub(crate) const SEEN_EXACT_TO_MS: i64 = 60_000;

/// How long a request may be on its way with a token that was replaced meanwhile.
const ON_ITS_WAY_MS: i64 = 10_000;

/// The condition under which a session lives, with the moments of [`At::earliest`] as `$1` and `$2`.
const LIVES: &str = "s.last_seen > $1 AND s.created > $2";

/// A moment, and how long sessions live: what decides whether one does.
#[derive(Clone, Copy, Debug)]
pub(crate) struct At {
    pub(crate) now: Time,
    pub(crate) limits: SessionLimits,
}

impl At {
    /// The moments before which a session must have been neither used last nor begun.
    fn earliest(self) -> (i64, i64) {
        (
            self.now.plus_millis(-self.limits.idle_ms).millis(),
            self.now.plus_millis(-self.limits.absolute_ms).millis(),
        )
    }
}

/// A session that lives.
#[derive(Clone, Debug)]
pub(crate) struct Living {
    pub(crate) id: SessionId,
    pub(crate) last_seen: Time,
    /// When the person last proved who it is.
    pub(crate) proven: Time,
}

/// The living session behind a token, and whose it is. Behind the token that it had just before, it is unproven: whoever
/// took that one gains nothing by the proof that replaced it.
pub(crate) async fn by_token(db: &mut Db, token_hash: &str, at: At) -> sqlx::Result<Option<(Living, Account)>> {
    let columns = accounts::COLUMNS;
    let sql = format!(
        "SELECT {columns}, s.id AS session_id, s.last_seen AS session_seen, \
         CASE WHEN s.token_hash = $3 THEN s.proven ELSE 0 END AS session_proven FROM sessions s \
         JOIN accounts a ON a.id = s.account \
         WHERE {LIVES} AND (s.token_hash = $3 OR (s.former_token_hash = $3 AND s.former_until > $4))"
    );
    let (idle, absolute) = at.earliest();
    let row = query(AssertSqlSafe(sql))
        .bind(idle)
        .bind(absolute)
        .bind(token_hash)
        .bind(at.now.millis())
        .fetch_optional(db)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let living = Living {
        id: SessionId(row.try_get("session_id")?),
        last_seen: Time::from_millis(row.try_get("session_seen")?),
        proven: Time::from_millis(row.try_get("session_proven")?),
    };
    Ok(Some((living, accounts::from_row(&row)?)))
}

/// Whether a session is still there; asked again inside the transaction that acts for it.
pub(crate) async fn lives(db: &mut Db, id: &SessionId, at: At) -> sqlx::Result<bool> {
    let (idle, absolute) = at.earliest();
    let sql = format!("SELECT COUNT(*) FROM sessions s WHERE {LIVES} AND s.id = $3");
    let count: i64 = query_scalar(AssertSqlSafe(sql))
        .bind(idle)
        .bind(absolute)
        .bind(id.as_str())
        .fetch_one(db)
        .await?;
    Ok(count > 0)
}

/// When a session is over by itself, unless it is used until then; none where it is over.
pub(crate) async fn limit(db: &mut Db, id: &SessionId, at: At) -> sqlx::Result<Option<Time>> {
    let (idle, absolute) = at.earliest();
    let sql = format!("SELECT s.last_seen, s.created FROM sessions s WHERE {LIVES} AND s.id = $3");
    let row = query(AssertSqlSafe(sql))
        .bind(idle)
        .bind(absolute)
        .bind(id.as_str())
        .fetch_optional(db)
        .await?;
    row.map(|row| {
        let idle = Time::from_millis(row.try_get(0)?).plus_millis(at.limits.idle_ms);
        let absolute = Time::from_millis(row.try_get(1)?).plus_millis(at.limits.absolute_ms);
        Ok(idle.min(absolute))
    })
    .transpose()
}

/// A session to begin.
pub(crate) struct NewSession<'a> {
    pub(crate) id: &'a SessionId,
    pub(crate) account: &'a str,
    pub(crate) token_hash: &'a str,
    pub(crate) device: &'a str,
    /// Whether it is on a device where the person was before.
    pub(crate) recognised: bool,
}

/// Begins a session, and forgets those that are over.
pub(crate) async fn begin(db: &mut Db, new: NewSession<'_>, at: At) -> sqlx::Result<()> {
    forget_old(db, at).await?;
    let sql = "INSERT INTO sessions (id, account, token_hash, device, created, last_seen, proven, unrecognised) \
               VALUES ($1, $2, $3, $4, $5, $5, $5, $6)";
    query(sql)
        .bind(new.id.as_str())
        .bind(new.account)
        .bind(new.token_hash)
        .bind(new.device)
        .bind(at.now.millis())
        .bind(i64::from(!new.recognised))
        .execute(db)
        .await
        .map(drop)
}

async fn forget_old(db: &mut Db, at: At) -> sqlx::Result<()> {
    let (idle, absolute) = at.earliest();
    query("DELETE FROM sessions WHERE last_seen <= $1 OR created <= $2")
        .bind(idle)
        .bind(absolute)
        .execute(db)
        .await
        .map(drop)
}

/// Notes that a session was used.
pub(crate) async fn seen(db: &mut Db, id: &SessionId, now: Time) -> sqlx::Result<()> {
    query("UPDATE sessions SET last_seen = $1 WHERE id = $2 AND last_seen < $1")
        .bind(now.millis())
        .bind(id.as_str())
        .execute(db)
        .await
        .map(drop)
}

/// Notes that the person has proved who it is.
pub(crate) async fn prove(db: &mut Db, id: &SessionId, now: Time) -> sqlx::Result<()> {
    query("UPDATE sessions SET proven = $1 WHERE id = $2")
        .bind(now.millis())
        .bind(id.as_str())
        .execute(db)
        .await
        .map(drop)
}

/// Gives a session another token. What is on its way with the old one still arrives; see [`by_token`].
pub(crate) async fn renew_softly(db: &mut Db, id: &SessionId, token_hash: &str, now: Time) -> sqlx::Result<()> {
    query("UPDATE sessions SET former_token_hash = token_hash, former_until = $1, token_hash = $2 WHERE id = $3")
        .bind(now.plus_millis(ON_ITS_WAY_MS).millis())
        .bind(token_hash)
        .bind(id.as_str())
        .execute(db)
        .await
        .map(drop)
}

/// Gives a session another token; those before it are worth nothing from then on.
pub(crate) async fn renew(db: &mut Db, id: &SessionId, token_hash: &str) -> sqlx::Result<()> {
    query("UPDATE sessions SET token_hash = $1, former_token_hash = NULL WHERE id = $2")
        .bind(token_hash)
        .bind(id.as_str())
        .execute(db)
        .await
        .map(drop)
}

/// The living sessions of one person, the latest used first.
pub(crate) async fn list(db: &mut Db, account: &str, current: &SessionId, at: At) -> sqlx::Result<Vec<OwnSession>> {
    let (idle, absolute) = at.earliest();
    let sql = format!(
        "SELECT s.id, s.device, s.created, s.last_seen, s.unrecognised FROM sessions s WHERE {LIVES} AND s.account = $3 \
         ORDER BY s.last_seen DESC, s.created DESC, s.id"
    );
    let rows = query(AssertSqlSafe(sql))
        .bind(idle)
        .bind(absolute)
        .bind(account)
        .fetch_all(db)
        .await?;
    rows.iter()
        .map(|row| {
            let id = SessionId(row.try_get(0)?);
            Ok(OwnSession {
                current: id == *current,
                id,
                device: row.try_get(1)?,
                created: Time::from_millis(row.try_get(2)?),
                last_seen: Time::from_millis(row.try_get(3)?),
                unrecognised: row.try_get::<i64, _>(4)? != 0,
            })
        })
        .collect()
}

/// Notes that the session's token was answered to a program, and not laid down in a browser.
pub(crate) async fn is_bearer(db: &mut Db, token_hash: &str) -> sqlx::Result<()> {
    query("UPDATE sessions SET bearer = 1 WHERE token_hash = $1")
        .bind(token_hash)
        .execute(db)
        .await
        .map(drop)
}

/// How many living sessions of this person are those of programs.
pub(crate) async fn bearers(db: &mut Db, account: &str, at: At) -> sqlx::Result<u64> {
    let (idle, absolute) = at.earliest();
    let sql = format!("SELECT COUNT(*) FROM sessions s WHERE {LIVES} AND s.account = $3 AND s.bearer = 1");
    let count: i64 = query_scalar(AssertSqlSafe(sql))
        .bind(idle)
        .bind(absolute)
        .bind(account)
        .fetch_one(db)
        .await?;
    Ok(count.unsigned_abs())
}

/// Notes that the person has recognised one of the own sessions; whether there is such a one.
pub(crate) async fn recognise(db: &mut Db, account: &str, id: &str) -> sqlx::Result<bool> {
    let known = query("UPDATE sessions SET unrecognised = 0 WHERE id = $1 AND account = $2")
        .bind(id)
        .bind(account)
        .execute(db)
        .await?;
    Ok(known.rows_affected() > 0)
}

/// Ends one session of this person.
pub(crate) async fn end(db: &mut Db, account: &str, id: &str) -> sqlx::Result<bool> {
    let ended = query("DELETE FROM sessions WHERE id = $1 AND account = $2")
        .bind(id)
        .bind(account)
        .execute(db)
        .await?;
    Ok(ended.rows_affected() > 0)
}

/// Ends the session behind a token, whoever's it is: the browser that had it is about to get another.
pub(crate) async fn end_by_token(db: &mut Db, token_hash: &str) -> sqlx::Result<()> {
    query("DELETE FROM sessions WHERE token_hash = $1")
        .bind(token_hash)
        .execute(db)
        .await
        .map(drop)
}

/// Ends all sessions of this person but one; how many were alive.
pub(crate) async fn end_others(db: &mut Db, account: &str, keep: &SessionId, at: At) -> sqlx::Result<u64> {
    forget_old(db, at).await?;
    let ended = query("DELETE FROM sessions WHERE account = $1 AND id <> $2")
        .bind(account)
        .bind(keep.as_str())
        .execute(db)
        .await?;
    Ok(ended.rows_affected())
}

/// Ends all sessions of this person; how many were alive.
pub(crate) async fn end_all(db: &mut Db, account: &str, at: At) -> sqlx::Result<u64> {
    forget_old(db, at).await?;
    let ended = query("DELETE FROM sessions WHERE account = $1")
        .bind(account)
        .execute(db)
        .await?;
    Ok(ended.rows_affected())
}
