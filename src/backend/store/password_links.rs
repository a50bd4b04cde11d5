//! Links for a new password. Of each only the hash is kept, and a dead one too, so that it can say that it is.

use latchkey_permissions::Time;
use sqlx::{Row, query};

use super::Db;
use crate::auth::token::Token;

/// A link that was sent.
pub(crate) struct Link {
    pub(crate) account: String,
    /// Whether it can still be used.
    pub(crate) open: bool,
    pub(crate) expires: Time,
}

/// The link with this token.
pub(crate) async fn by_token(db: &mut Db, token: &Token, now: Time) -> sqlx::Result<Option<Link>> {
    let row = query("SELECT account, closed, expires FROM password_links WHERE token_hash = $1")
        .bind(token.hash())
        .fetch_optional(db)
        .await?;
    row.map(|row| {
        let expires = Time::from_millis(row.try_get(2)?);
        Ok(Link {
            account: row.try_get(0)?,
            open: row.try_get::<i64, _>(1)? == 0 && now < expires,
            expires,
        })
    })
    .transpose()
}

/// Opens a link; any other of this account is closed.
pub(crate) async fn open(db: &mut Db, account: &str, token: &Token, expires: Time) -> sqlx::Result<()> {
    close(&mut *db, account).await?;
    query("INSERT INTO password_links (token_hash, account, closed, expires) VALUES ($1, $2, 0, $3)")
        .bind(token.hash())
        .bind(account)
        .bind(expires.millis())
        .execute(db)
        .await
        .map(drop)
}

/// Closes whatever is open for this account.
pub(crate) async fn close(db: &mut Db, account: &str) -> sqlx::Result<()> {
    query("UPDATE password_links SET closed = 1 WHERE account = $1 AND closed = 0")
        .bind(account)
        .execute(db)
        .await
        .map(drop)
}
