//! When each permission was last used, by whom.

use latchkey_contract::id::AccountId;
use latchkey_permissions::{PermissionId, Time};
use sqlx::{Row, query};

use super::Db;

/// Notes when a person last used a permission.
pub(crate) async fn set(db: &mut Db, account: &AccountId, permission: &PermissionId, last: Time) -> sqlx::Result<()> {
    query(
        "INSERT INTO permission_uses (account, permission, last) VALUES ($1, $2, $3) \
         ON CONFLICT (account, permission) DO UPDATE SET last = excluded.last WHERE excluded.last > permission_uses.last",
    )
    .bind(account.as_str())
    .bind(permission.as_str())
    .bind(last.millis())
    .execute(db)
    .await
    .map(drop)
}

/// What a person has used.
pub(crate) async fn of(db: &mut Db, account: &AccountId) -> sqlx::Result<Vec<(PermissionId, Time)>> {
    let rows = query("SELECT permission, last FROM permission_uses WHERE account = $1")
        .bind(account.as_str())
        .fetch_all(db)
        .await?;
    rows.iter()
        .map(|row| {
            let permission: String = row.try_get(0)?;
            Ok((PermissionId::from(permission), Time::from_millis(row.try_get(1)?)))
        })
        .collect()
}
