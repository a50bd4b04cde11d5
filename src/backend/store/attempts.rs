//! Failed attempts, counted in the database so that a restart forgives nobody.

use latchkey_permissions::Time;
use sqlx::{Row, query};

use super::Db;

/// What is known of one subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Attempts {
    /// How many have failed.
    pub(crate) failures: i64,
    /// The moment from which forgetting is counted.
    pub(crate) since: Time,
    /// Until when the next one has to wait.
    pub(crate) blocked_until: Time,
}

/// What is known of a subject.
pub(crate) async fn find(db: &mut Db, subject: &str) -> sqlx::Result<Option<Attempts>> {
    let row = query("SELECT failures, last, blocked_until FROM attempts WHERE subject = $1")
        .bind(subject)
        .fetch_optional(db)
        .await?;
    row.map(|row| {
        Ok(Attempts {
            failures: row.try_get(0)?,
            since: Time::from_millis(row.try_get(1)?),
            blocked_until: Time::from_millis(row.try_get(2)?),
        })
    })
    .transpose()
}

/// Notes how it stands with a subject.
pub(crate) async fn note(db: &mut Db, subject: &str, attempts: Attempts) -> sqlx::Result<()> {
    query(
        "INSERT INTO attempts (subject, failures, last, blocked_until) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (subject) DO UPDATE SET failures = excluded.failures, last = excluded.last, \
         blocked_until = excluded.blocked_until",
    )
    .bind(subject)
    .bind(attempts.failures)
    .bind(attempts.since.millis())
    .bind(attempts.blocked_until.millis())
    .execute(db)
    .await
    .map(drop)
}

/// Takes one failure back, and the wait with it.
pub(crate) async fn take_one_back(db: &mut Db, subject: &str) -> sqlx::Result<()> {
    query("UPDATE attempts SET failures = failures - 1, blocked_until = 0 WHERE subject = $1 AND failures > 0")
        .bind(subject)
        .execute(db)
        .await
        .map(drop)
}

/// Forgets a subject.
pub(crate) async fn forget(db: &mut Db, subject: &str) -> sqlx::Result<()> {
    query("DELETE FROM attempts WHERE subject = $1")
        .bind(subject)
        .execute(db)
        .await
        .map(drop)
}

/// Forgets what is older than `since`.
pub(crate) async fn forget_old(db: &mut Db, since: Time) -> sqlx::Result<()> {
    query("DELETE FROM attempts WHERE last <= $1")
        .bind(since.millis())
        .execute(db)
        .await
        .map(drop)
}
