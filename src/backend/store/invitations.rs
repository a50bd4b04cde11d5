//! Invitations. A dead one stays as a hash, so that its link can say what became of it.

use latchkey_contract::problem::ProblemCode;
use latchkey_permissions::Time;
use sqlx::{Row, query};

use super::{Db, letters};
use crate::auth::token::{Token, new_id};

/// What became of an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// It can be accepted.
    Open,
    /// It could have been, until it expired.
    Expired,
    /// A later one has taken its place.
    Replaced,
    /// Somebody has joined with it.
    Used,
    /// The owner has taken it back.
    Cancelled,
}

impl State {
    /// How an invitation that is dead explains itself.
    pub(crate) fn problem(self) -> Option<ProblemCode> {
        match self {
            Self::Open => None,
            Self::Expired => Some(ProblemCode::InvitationExpired),
            Self::Replaced => Some(ProblemCode::InvitationReplaced),
            Self::Used => Some(ProblemCode::InvitationUsed),
            Self::Cancelled => Some(ProblemCode::InvitationCancelled),
        }
    }
}

/// An invitation.
#[derive(Clone, Debug)]
pub(crate) struct Invitation {
    pub(crate) id: String,
    pub(crate) account: String,
    pub(crate) state: State,
    pub(crate) expires: Time,
}

/// The invitation behind a link.
pub(crate) async fn by_token(db: &mut Db, token: &Token, now: Time) -> sqlx::Result<Option<Invitation>> {
    let row = query("SELECT id, account, state, expires FROM invitations WHERE token_hash = $1")
        .bind(token.hash())
        .fetch_optional(db)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let expires = Time::from_millis(row.try_get("expires")?);
    let state: String = row.try_get("state")?;
    Ok(Some(Invitation {
        id: row.try_get("id")?,
        account: row.try_get("account")?,
        state: match state.as_str() {
            "open" if expires <= now => State::Expired,
            "open" => State::Open,
            "replaced" => State::Replaced,
            "used" => State::Used,
            _ => State::Cancelled,
        },
        expires,
    }))
}

/// Opens an invitation; its id.
pub(crate) async fn open(db: &mut Db, account: &str, token: &Token, now: Time, expires: Time) -> sqlx::Result<String> {
    let id = new_id();
    query(
        "INSERT INTO invitations (id, account, token_hash, state, created, expires) \
         VALUES ($1, $2, $3, 'open', $4, $5)",
    )
    .bind(&id)
    .bind(account)
    .bind(token.hash())
    .bind(now.millis())
    .bind(expires.millis())
    .execute(db)
    .await?;
    Ok(id)
}

/// Closes what is open for this account, because a later one takes its place.
pub(crate) async fn replace(db: &mut Db, account: &str) -> sqlx::Result<u64> {
    close(db, account, "replaced").await
}

/// Takes back what is open for this account.
pub(crate) async fn cancel(db: &mut Db, account: &str) -> sqlx::Result<u64> {
    close(db, account, "cancelled").await
}

/// A link that is dead travels no more: the letters of what is closed go along with it.
async fn close(db: &mut Db, account: &str, state: &'static str) -> sqlx::Result<u64> {
    letters::withdraw_open(db, account).await?;
    let closed = query("UPDATE invitations SET state = $1 WHERE account = $2 AND state = 'open'")
        .bind(state)
        .bind(account)
        .execute(db)
        .await?;
    Ok(closed.rows_affected())
}

/// Notes that somebody has joined with it. Its letter need not arrive any more.
pub(crate) async fn mark_used(db: &mut Db, id: &str) -> sqlx::Result<()> {
    letters::withdraw(db, id).await?;
    query("UPDATE invitations SET state = 'used' WHERE id = $1")
        .bind(id)
        .execute(db)
        .await
        .map(drop)
}
