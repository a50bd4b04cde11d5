//! Letters as the owner sees them: never with what is in them.

use latchkey_contract::id::{AccountId, LetterId};
use latchkey_contract::letter::{Letter, LetterState, Trouble};
use latchkey_permissions::Time;
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row, query, query_scalar};

use super::{count, read};
use crate::store::Db;

const COLUMNS: &str = "id, kind, recipient, account, state, sealed, attempts, due, created, trouble, said";

/// The letters that have not arrived, the newest first, and how many there are in all.
pub(crate) async fn all(db: &mut Db, limit: u32) -> sqlx::Result<(Vec<Letter>, u64)> {
    let total: i64 = query_scalar("SELECT COUNT(*) FROM letters").fetch_one(&mut *db).await?;
    let sql = format!("SELECT {COLUMNS} FROM letters ORDER BY created DESC, id LIMIT {limit}");
    let rows = query(AssertSqlSafe(sql)).fetch_all(db).await?;
    let letters: sqlx::Result<_> = rows.iter().map(shown).collect();
    Ok((letters?, total.unsigned_abs()))
}

/// The letter with this id.
pub(crate) async fn one(db: &mut Db, id: &str) -> sqlx::Result<Option<Letter>> {
    let sql = format!("SELECT {COLUMNS} FROM letters WHERE id = $1");
    let row = query(AssertSqlSafe(sql)).bind(id).fetch_optional(db).await?;
    row.as_ref().map(shown).transpose()
}

fn shown(row: &AnyRow) -> sqlx::Result<Letter> {
    let state = read(row.try_get("state")?)?;
    Ok(Letter {
        id: LetterId(row.try_get("id")?),
        kind: read(row.try_get("kind")?)?,
        to: row.try_get("recipient")?,
        account: row.try_get::<Option<String>, _>("account")?.map(AccountId),
        state,
        attempts: count(row)?,
        next: match state {
            LetterState::Waiting => Some(Time::from_millis(row.try_get("due")?)),
            LetterState::Failed => None,
        },
        created: Time::from_millis(row.try_get("created")?),
        trouble: trouble(row)?,
        again: row.try_get::<Option<String>, _>("sealed")?.is_some(),
    })
}

/// What went wrong, from the columns `trouble` and `said`.
pub(crate) fn trouble(row: &AnyRow) -> sqlx::Result<Option<Trouble>> {
    let Some(kind) = row.try_get::<Option<String>, _>("trouble")? else {
        return Ok(None);
    };
    Ok(Some(Trouble {
        kind: read(kind)?,
        said: row.try_get("said")?,
    }))
}

/// Where a letter stands, from the column `state`.
pub(crate) fn state(row: &AnyRow) -> sqlx::Result<Option<LetterState>> {
    row.try_get::<Option<String>, _>("state")?.map(read).transpose()
}
