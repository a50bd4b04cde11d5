//! Accounts: the people of the store, the owner among them.

use latchkey_contract::id::AccountId;
use latchkey_permissions::{Status, Time, Window};
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row, query, query_scalar};

use super::{Db, ownership};
use crate::auth::token::new_id;
use crate::validate::folded;

/// One person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Account {
    pub(crate) id: AccountId,
    pub(crate) email: String,
    pub(crate) name: String,
    pub(crate) owner: bool,
    pub(crate) status: Status,
    pub(crate) window: Window,
    pub(crate) password_hash: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) ended_reason: Option<String>,
    pub(crate) last_seen: Option<Time>,
    pub(crate) two_factor: bool,
    /// Whether a second factor is required of this person by name.
    pub(crate) two_factor_required: bool,
    pub(crate) version: i64,
}

impl Account {
    /// Somebody new, who has not been kept yet.
    pub(crate) fn new(email: String, name: String, status: Status) -> Self {
        Self {
            id: AccountId(new_id()),
            email,
            name,
            owner: false,
            status,
            window: Window::ALWAYS,
            password_hash: None,
            language: None,
            ended_reason: None,
            last_seen: None,
            two_factor: false,
            two_factor_required: false,
            version: 1,
        }
    }

    fn search(&self) -> String {
        format!("{}\n{}", folded(&self.name), folded(&self.email))
    }
}

/// The columns of an account, in a table called `a`.
pub(crate) const COLUMNS: &str = "a.id, a.email, a.name, a.owner, a.status, a.starts, a.ends, a.password_hash, \
                                  a.language, a.ended_reason, a.last_seen, a.two_factor, \
                                  a.two_factor_required, a.version";

/// Reads an account from a row with [`COLUMNS`].
pub(crate) fn from_row(row: &AnyRow) -> sqlx::Result<Account> {
    let time = |column| -> sqlx::Result<Option<Time>> {
        let millis: Option<i64> = row.try_get(column)?;
        Ok(millis.map(Time::from_millis))
    };
    let status: String = row.try_get("status")?;
    Ok(Account {
        id: AccountId(row.try_get("id")?),
        email: row.try_get("email")?,
        name: row.try_get("name")?,
        owner: row.try_get::<i64, _>("owner")? != 0,
        status: status_named(&status)?,
        window: Window {
            starts: time("starts")?,
            ends: time("ends")?,
        },
        password_hash: row.try_get("password_hash")?,
        language: row.try_get("language")?,
        ended_reason: row.try_get("ended_reason")?,
        last_seen: time("last_seen")?,
        two_factor: row.try_get::<i64, _>("two_factor")? != 0,
        two_factor_required: row.try_get::<i64, _>("two_factor_required")? != 0,
        version: row.try_get("version")?,
    })
}

/// The status that a record names.
pub(super) fn status_named(name: &str) -> sqlx::Result<Status> {
    let known = Status::ALL.into_iter().find(|status| status.as_str() == name);
    known.ok_or_else(|| sqlx::Error::Decode(format!("no such status: {name}").into()))
}

fn rank(status: Status) -> i64 {
    let position = Status::ALL.iter().position(|other| *other == status);
    position.and_then(|n| i64::try_from(n).ok()).unwrap_or_default()
}

/// The account with this id.
pub(crate) async fn by_id(db: &mut Db, id: &str) -> sqlx::Result<Option<Account>> {
    one(db, "a.id = $1", id).await
}

/// The account with this e-mail address, whatever its case.
pub(crate) async fn by_email(db: &mut Db, email: &str) -> sqlx::Result<Option<Account>> {
    one(db, "a.email_key = $1", &folded(email)).await
}

async fn one(db: &mut Db, condition: &'static str, value: &str) -> sqlx::Result<Option<Account>> {
    let sql = format!("SELECT {COLUMNS} FROM accounts a WHERE {condition}");
    let row = query(AssertSqlSafe(sql)).bind(value).fetch_optional(db).await?;
    row.as_ref().map(from_row).transpose()
}

/// The owner, once there is one.
pub(crate) async fn owner(db: &mut Db) -> sqlx::Result<Option<Account>> {
    let sql = format!("SELECT {COLUMNS} FROM accounts a WHERE a.owner = 1");
    let row = query(AssertSqlSafe(sql)).fetch_optional(db).await?;
    row.as_ref().map(from_row).transpose()
}

/// Whether there is an owner.
pub(crate) async fn has_owner(db: &mut Db) -> sqlx::Result<bool> {
    let owners: i64 = query_scalar("SELECT COUNT(*) FROM accounts WHERE owner = 1")
        .fetch_one(db)
        .await?;
    Ok(owners > 0)
}

/// Keeps a new account.
pub(crate) async fn insert(db: &mut Db, account: &Account, now: Time) -> sqlx::Result<()> {
    query(
        "INSERT INTO accounts (id, email, email_key, name, name_key, search, owner, status, status_rank, \
         password_hash, language, starts, ends, ended_reason, last_seen, two_factor, \
         two_factor_required, version, created) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)",
    )
    .bind(account.id.as_str())
    .bind(account.email.as_str())
    .bind(folded(&account.email))
    .bind(account.name.as_str())
    .bind(folded(&account.name))
    .bind(account.search())
    .bind(i64::from(account.owner))
    .bind(account.status.as_str())
    .bind(rank(account.status))
    .bind(account.password_hash.as_deref())
    .bind(account.language.as_deref())
    .bind(account.window.starts.map(Time::millis))
    .bind(account.window.ends.map(Time::millis))
    .bind(account.ended_reason.as_deref())
    .bind(account.last_seen.map(Time::millis))
    .bind(i64::from(account.two_factor))
    .bind(i64::from(account.two_factor_required))
    .bind(account.version)
    .bind(now.millis())
    .execute(db)
    .await
    .map(drop)
}

/// Keeps a changed account as its next version. Who it is, and whether it is the owner, does not change here.
///
/// # Errors
/// `RowNotFound` where it is not the version that was read: the caller did not hold its transaction.
pub(crate) async fn save(db: &mut Db, account: &mut Account) -> sqlx::Result<()> {
    let changed = query(
        "UPDATE accounts SET email = $1, email_key = $2, name = $3, name_key = $4, search = $5, status = $6, \
         status_rank = $7, password_hash = $8, language = $9, starts = $10, ends = $11, ended_reason = $12, \
         two_factor = $13, two_factor_required = $14, version = version + 1 WHERE id = $15 AND version = $16",
    )
    .bind(account.email.as_str())
    .bind(folded(&account.email))
    .bind(account.name.as_str())
    .bind(folded(&account.name))
    .bind(account.search())
    .bind(account.status.as_str())
    .bind(rank(account.status))
    .bind(account.password_hash.as_deref())
    .bind(account.language.as_deref())
    .bind(account.window.starts.map(Time::millis))
    .bind(account.window.ends.map(Time::millis))
    .bind(account.ended_reason.as_deref())
    .bind(i64::from(account.two_factor))
    .bind(i64::from(account.two_factor_required))
    .bind(account.id.as_str())
    .bind(account.version)
    .execute(&mut *db)
    .await?;
    if changed.rows_affected() != 1 {
        return Err(sqlx::Error::RowNotFound);
    }
    account.version += 1;
    if account.status != Status::Active {
        // The store is offered to whoever is active all the while.
        ownership::close_to(db, account.id.as_str()).await?;
    }
    Ok(())
}

/// Notes that somebody was here. This is no new version: nobody edits it.
pub(crate) async fn seen(db: &mut Db, id: &str, now: Time) -> sqlx::Result<()> {
    query("UPDATE accounts SET last_seen = $1 WHERE id = $2")
        .bind(now.millis())
        .bind(id)
        .execute(db)
        .await
        .map(drop)
}

/// Keeps what concerns only the person: it is no new version of what the owner edits.
pub(crate) async fn set_own(
    db: &mut Db,
    id: &str,
    password_hash: Option<&str>,
    language: Option<&str>,
) -> sqlx::Result<()> {
    query("UPDATE accounts SET password_hash = $1, language = $2 WHERE id = $3")
        .bind(password_hash)
        .bind(language)
        .bind(id)
        .execute(db)
        .await
        .map(drop)
}
