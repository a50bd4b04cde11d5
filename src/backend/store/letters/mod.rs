//! Letters on their way and letters that failed; see [`crate::mail`]. Several backends may work on one database: whoever
//! wants to send a letter claims it first, for a while, and only whose claim still stands may say what came of it. What the
//! owner sees of them is in `shown`.

mod shown;

use latchkey_contract::id::AccountId;
use latchkey_contract::letter::{LetterKind, LetterState, Trouble};
use latchkey_permissions::Time;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::any::AnyRow;
use sqlx::{Row, query, query_scalar};

pub(crate) use self::shown::{all, one, state, trouble};
use super::Db;
use crate::auth::token::new_id;

/// A letter to be sent.
pub(crate) struct NewLetter<'a> {
    pub(crate) kind: LetterKind,
    pub(crate) to: &'a str,
    pub(crate) account: Option<&'a AccountId>,
    /// The id of the invitation that it brings.
    pub(crate) invitation: Option<&'a str>,
    /// The letter itself; none where none could be written.
    pub(crate) sealed: Option<String>,
    pub(crate) key_id: &'a str,
    /// What is wrong with it from the beginning.
    pub(crate) trouble: Option<&'a Trouble>,
    /// From when on it is not tried any more.
    pub(crate) give_up: Time,
}

/// A letter that is being tried by whoever holds this.
pub(crate) struct Claimed {
    pub(crate) id: String,
    pub(crate) claim: String,
    pub(crate) kind: LetterKind,
    pub(crate) account: Option<AccountId>,
    pub(crate) sealed: String,
    /// How often it was tried before.
    pub(crate) attempts: u64,
    pub(crate) give_up: Time,
    /// What went wrong last time.
    pub(crate) trouble: Option<Trouble>,
}

/// How a value of the contract is kept: as it travels.
fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

fn read<T: DeserializeOwned>(word: String) -> sqlx::Result<T> {
    serde_json::from_value(serde_json::Value::String(word)).map_err(|error| sqlx::Error::Decode(error.into()))
}

fn count(row: &AnyRow) -> sqlx::Result<u64> {
    Ok(row.try_get::<i64, _>("attempts")?.unsigned_abs())
}

/// Puts a letter among those that wait, or among those that failed where there is something wrong with it already.
pub(crate) async fn add(db: &mut Db, letter: NewLetter<'_>, now: Time) -> sqlx::Result<()> {
    query(
        "INSERT INTO letters (id, kind, recipient, account, invitation, state, sealed, key_id, attempts, due, give_up, \
         claim, claimed_until, trouble, said, created) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $10, '', 0, $11, $12, $9)",
    )
    .bind(new_id())
    .bind(word(&letter.kind))
    .bind(letter.to)
    .bind(letter.account.map(AccountId::as_str))
    .bind(letter.invitation)
    .bind(word(&match letter.trouble {
        None => LetterState::Waiting,
        Some(_) => LetterState::Failed,
    }))
    .bind(letter.sealed)
    .bind(letter.key_id)
    .bind(now.millis())
    .bind(letter.give_up.millis())
    .bind(letter.trouble.map(|trouble| word(&trouble.kind)))
    .bind(letter.trouble.map_or("", |trouble| &trouble.said))
    .execute(db)
    .await
    .map(drop)
}

/// When the next letter can be tried. One that this key does not open is for whoever has its key, until its time is over.
pub(crate) async fn next_due(db: &mut Db, key_id: &str) -> sqlx::Result<Option<Time>> {
    let next: Option<i64> = query_scalar(
        "SELECT MIN(CASE WHEN claimed_until > due AND (key_id = $1 OR claimed_until > give_up) THEN claimed_until \
         WHEN key_id = $1 THEN due ELSE give_up END) FROM letters WHERE state = 'waiting'",
    )
    .bind(key_id)
    .fetch_one(db)
    .await?;
    Ok(next.map(Time::from_millis))
}

/// Claims the letter that has been due longest, until then. Its conditions stand in the change itself, so that of two
/// who want the same letter one gets it.
pub(crate) async fn claim(db: &mut Db, key_id: &str, now: Time, until: Time) -> sqlx::Result<Option<Claimed>> {
    let row = query(
        "SELECT id, kind, account, sealed, attempts, give_up, trouble, said FROM letters \
         WHERE state = 'waiting' AND (key_id = $1 OR give_up <= $2) AND due <= $2 AND claimed_until <= $2 \
         AND sealed IS NOT NULL ORDER BY due, id LIMIT 1",
    )
    .bind(key_id)
    .bind(now.millis())
    .fetch_optional(&mut *db)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let claimed = Claimed {
        id: row.try_get("id")?,
        claim: new_id(),
        kind: read(row.try_get("kind")?)?,
        account: row.try_get::<Option<String>, _>("account")?.map(AccountId),
        sealed: row.try_get("sealed")?,
        attempts: count(&row)?,
        give_up: Time::from_millis(row.try_get("give_up")?),
        trouble: trouble(&row)?,
    };
    let taken = query(
        "UPDATE letters SET claim = $1, claimed_until = $2 \
         WHERE id = $3 AND state = 'waiting' AND due <= $4 AND claimed_until <= $4",
    )
    .bind(&claimed.claim)
    .bind(until.millis())
    .bind(&claimed.id)
    .bind(now.millis())
    .execute(db)
    .await?;
    Ok((taken.rows_affected() == 1).then_some(claimed))
}

/// It has arrived, and goes.
pub(crate) async fn delivered(db: &mut Db, letter: &Claimed) -> sqlx::Result<()> {
    query("DELETE FROM letters WHERE id = $1 AND claim = $2")
        .bind(&letter.id)
        .bind(&letter.claim)
        .execute(db)
        .await
        .map(drop)
}

/// It is tried again then.
pub(crate) async fn delayed(db: &mut Db, letter: &Claimed, due: Time, trouble: &Trouble) -> sqlx::Result<()> {
    query(
        "UPDATE letters SET attempts = attempts + 1, due = $1, claimed_until = 0, trouble = $2, said = $3 \
         WHERE id = $4 AND claim = $5",
    )
    .bind(due.millis())
    .bind(word(&trouble.kind))
    .bind(&trouble.said)
    .bind(&letter.id)
    .bind(&letter.claim)
    .execute(db)
    .await
    .map(drop)
}

/// It is not tried any more; whether it was still there. A link that it held is forgotten.
pub(crate) async fn failed(db: &mut Db, letter: &Claimed, tried: bool, trouble: &Trouble) -> sqlx::Result<bool> {
    let failed = query(
        "UPDATE letters SET state = 'failed', attempts = attempts + $1, claimed_until = 0, trouble = $2, said = $3, \
         sealed = CASE WHEN invitation IS NULL AND kind <> 'password-link' THEN sealed ELSE NULL END WHERE id = $4 AND claim = $5",
    )
    .bind(i64::from(tried))
    .bind(word(&trouble.kind))
    .bind(&trouble.said)
    .bind(&letter.id)
    .bind(&letter.claim)
    .execute(db)
    .await?;
    Ok(failed.rows_affected() == 1)
}

/// Forgets the letters that failed and were written before then.
pub(crate) async fn forget(db: &mut Db, before: Time) -> sqlx::Result<()> {
    query("DELETE FROM letters WHERE state = 'failed' AND created < $1")
        .bind(before.millis())
        .execute(db)
        .await
        .map(drop)
}

/// Lets a letter be due now, with all of its time before it again; whether there was one that can be sent.
pub(crate) async fn retry(db: &mut Db, id: &str, now: Time, give_up: Time) -> sqlx::Result<bool> {
    let due = query(
        "UPDATE letters SET state = 'waiting', due = $1, give_up = CASE WHEN invitation IS NULL THEN $2 ELSE give_up END \
         WHERE id = $3 AND sealed IS NOT NULL",
    )
    .bind(now.millis())
    .bind(give_up.millis())
    .bind(id)
    .execute(db)
    .await?;
    Ok(due.rows_affected() == 1)
}

/// Throws a letter away.
pub(crate) async fn discard(db: &mut Db, id: &str) -> sqlx::Result<()> {
    query("DELETE FROM letters WHERE id = $1")
        .bind(id)
        .execute(db)
        .await
        .map(drop)
}

/// Takes back the letter of this invitation.
pub(crate) async fn withdraw(db: &mut Db, invitation: &str) -> sqlx::Result<()> {
    query("DELETE FROM letters WHERE invitation = $1")
        .bind(invitation)
        .execute(db)
        .await
        .map(drop)
}

/// Takes back the letters of what is open for this account.
pub(crate) async fn withdraw_open(db: &mut Db, account: &str) -> sqlx::Result<()> {
    query("DELETE FROM letters WHERE invitation IN (SELECT id FROM invitations WHERE account = $1 AND state = 'open')")
        .bind(account)
        .execute(db)
        .await
        .map(drop)
}
