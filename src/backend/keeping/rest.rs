//! What a copy must not bring back to life: what let somebody in when it was made may have been ended since.
//!
//! Nobody can know from a copy which sessions were ended and which links were used after it. So all of them are put to rest,
//! when a copy is made (whoever lays the file into a folder by hand is safe, too) and when a store begins from one (any
//! file can be one). People, roles, passwords and second factors stay as they were; whoever restores has to look at them.

use latchkey_permissions::Time;
use sqlx::{Connection, query};

use crate::store::Db;

/// All of that, but invitations. An answer that is kept for a repeated request can hold a link, and a letter that waits can
/// bring one: that letter is given up, and the owner sees it under Letters.
const DOORS: [&str; 5] = [
    "DELETE FROM sessions",
    "UPDATE password_links SET closed = 1 WHERE closed = 0",
    "DELETE FROM ownership_offer",
    "DELETE FROM kept_answers",
    "UPDATE letters SET state = 'failed', sealed = NULL, claimed_until = 0, trouble = 'other', said = '' \
     WHERE state = 'waiting' AND (invitation IS NOT NULL OR kind = 'password-link')",
];

/// Puts to rest what let somebody in, all of it or nothing. Invitations expire, so that their links can say so.
pub(super) async fn rest(db: &mut Db, now: Time) -> sqlx::Result<()> {
    let mut tx = db.begin().await?;
    for sql in DOORS {
        query(sql).execute(&mut *tx).await?;
    }
    query("UPDATE invitations SET expires = $1 WHERE state = 'open' AND expires > $1")
        .bind(now.millis())
        .execute(&mut *tx)
        .await?;
    tx.commit().await
}
