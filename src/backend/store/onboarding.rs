//! The steps before access: which the owner has chosen, which each person has taken, and who waits where.

use std::collections::HashMap;

use latchkey_contract::onboarding::TwoFactorPolicy;
use latchkey_permissions::{OnboardingStep, Text, Time};
use sqlx::{AssertSqlSafe, Row, query};

use super::accounts::Account;
use super::{Db, placeholders, shop};

/// What the owner has chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Chosen {
    /// The optional steps that are asked for.
    pub(crate) steps: Vec<OnboardingStep>,
    /// The security basics.
    pub(crate) basics: Text,
    /// Which version of them that is.
    pub(crate) basics_version: u64,
    /// The oldest version whose acceptance is enough for those who have access; 0 where none is needed.
    pub(crate) basics_needed: u64,
    /// Of whom a second factor is required.
    pub(crate) two_factor: TwoFactorPolicy,
    pub(crate) version: i64,
}

/// What is chosen, once something is.
pub(crate) async fn chosen(db: &mut Db) -> sqlx::Result<Option<Chosen>> {
    let row = query("SELECT steps, basics, basics_version, basics_needed, two_factor, version FROM onboarding")
        .fetch_optional(db)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let (steps, basics): (String, String) = (row.try_get("steps")?, row.try_get("basics")?);
    let two_factor: String = row.try_get("two_factor")?;
    let read = |error| sqlx::Error::Decode(Box::new(error));
    Ok(Some(Chosen {
        steps: serde_json::from_str(&steps).map_err(read)?,
        basics: serde_json::from_str(&basics).map_err(read)?,
        basics_version: row.try_get::<i64, _>("basics_version")?.unsigned_abs(),
        basics_needed: row.try_get::<i64, _>("basics_needed")?.unsigned_abs(),
        two_factor: policy(&two_factor)?,
        version: row.try_get("version")?,
    }))
}

fn policy(name: &str) -> sqlx::Result<TwoFactorPolicy> {
    let known = TwoFactorPolicy::ALL.into_iter().find(|policy| policy.as_str() == name);
    known.ok_or_else(|| sqlx::Error::Decode(format!("no such policy: {name}").into()))
}

/// Keeps what is chosen.
pub(crate) async fn choose(db: &mut Db, chosen: &Chosen) -> sqlx::Result<()> {
    let written = |error| sqlx::Error::Encode(Box::new(error));
    let steps = serde_json::to_string(&chosen.steps).map_err(written)?;
    let basics = serde_json::to_string(&chosen.basics).map_err(written)?;
    let store = shop::get(db).await?.id;
    query(
        "INSERT INTO onboarding (store, steps, basics, basics_version, basics_needed, two_factor, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (store) DO UPDATE SET steps = excluded.steps, \
         basics = excluded.basics, basics_version = excluded.basics_version, \
         basics_needed = excluded.basics_needed, two_factor = excluded.two_factor, version = excluded.version",
    )
    .bind(store.as_str())
    .bind(steps)
    .bind(basics)
    .bind(chosen.basics_version.cast_signed())
    .bind(chosen.basics_needed.cast_signed())
    .bind(chosen.two_factor.as_str())
    .bind(chosen.version)
    .execute(db)
    .await
    .map(drop)
}

/// The steps that somebody has taken, each with the version of the security basics that was accepted by it.
pub(crate) async fn taken(db: &mut Db, account: &str) -> sqlx::Result<Vec<(OnboardingStep, u64)>> {
    let rows = query("SELECT step, basics_version FROM onboarding_steps WHERE account = $1")
        .bind(account)
        .fetch_all(db)
        .await?;
    rows.iter()
        .map(|row| {
            let name: String = row.try_get(0)?;
            Ok((named(&name)?, row.try_get::<i64, _>(1)?.unsigned_abs()))
        })
        .collect()
}

fn named(name: &str) -> sqlx::Result<OnboardingStep> {
    let known = OnboardingStep::ALL.into_iter().find(|step| step.as_str() == name);
    known.ok_or_else(|| sqlx::Error::Decode(format!("no such step: {name}").into()))
}

/// Notes that somebody has taken a step.
pub(crate) async fn take(
    db: &mut Db,
    account: &str,
    step: OnboardingStep,
    basics_version: u64,
    now: Time,
) -> sqlx::Result<()> {
    query(
        "INSERT INTO onboarding_steps (account, step, done, basics_version) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (account, step) DO UPDATE SET done = excluded.done, basics_version = excluded.basics_version",
    )
    .bind(account)
    .bind(step.as_str())
    .bind(now.millis())
    .bind(basics_version.cast_signed())
    .execute(db)
    .await
    .map(drop)
}

/// Forgets what somebody has taken: whoever is invited again begins anew.
pub(crate) async fn forget(db: &mut Db, account: &str) -> sqlx::Result<()> {
    query("DELETE FROM onboarding_steps WHERE account = $1")
        .bind(account)
        .execute(&mut *db)
        .await?;
    arrived(db, account).await
}

/// Notes since when somebody waits at the step that comes next.
pub(crate) async fn wait(db: &mut Db, account: &str, now: Time) -> sqlx::Result<()> {
    query(
        "INSERT INTO onboarding_waits (account, since) VALUES ($1, $2) \
         ON CONFLICT (account) DO UPDATE SET since = excluded.since",
    )
    .bind(account)
    .bind(now.millis())
    .execute(db)
    .await
    .map(drop)
}

/// Notes that somebody was reminded.
pub(crate) async fn remind(db: &mut Db, account: &str, now: Time) -> sqlx::Result<()> {
    query("UPDATE onboarding_waits SET reminded = $1 WHERE account = $2")
        .bind(now.millis())
        .bind(account)
        .execute(db)
        .await
        .map(drop)
}

/// Notes that somebody waits no longer.
pub(crate) async fn arrived(db: &mut Db, account: &str) -> sqlx::Result<()> {
    query("DELETE FROM onboarding_waits WHERE account = $1")
        .bind(account)
        .execute(db)
        .await
        .map(drop)
}

/// Since when each of these waits, and when each was last reminded.
pub(crate) async fn waits(db: &mut Db, accounts: &[Account]) -> sqlx::Result<HashMap<String, (Time, Option<Time>)>> {
    let list = placeholders(1, accounts.len());
    let mut asked = query(AssertSqlSafe(format!(
        "SELECT account, since, reminded FROM onboarding_waits WHERE account IN ({list})"
    )));
    for account in accounts {
        asked = asked.bind(account.id.as_str());
    }
    let rows = asked.fetch_all(db).await?;
    rows.iter()
        .map(|row| {
            let reminded: Option<i64> = row.try_get(2)?;
            let waits = (Time::from_millis(row.try_get(1)?), reminded.map(Time::from_millis));
            Ok((row.try_get(0)?, waits))
        })
        .collect()
}
