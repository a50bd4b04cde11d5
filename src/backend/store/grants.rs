//! What accounts hold: direct permissions and roles.

use latchkey_contract::id::RoleId;
use latchkey_permissions::PermissionId;
use sqlx::{Row, query, query_scalar};

use super::Db;

/// Everything that somebody holds, directly or through roles.
pub(crate) async fn held(db: &mut Db, account: &str) -> sqlx::Result<Vec<PermissionId>> {
    let ids: Vec<String> = query_scalar(
        "SELECT permission FROM account_permissions WHERE account = $1 UNION \
         SELECT p.permission FROM account_roles r JOIN role_permissions p ON p.role = r.role WHERE r.account = $1",
    )
    .bind(account)
    .fetch_all(db)
    .await?;
    Ok(ids.into_iter().map(PermissionId::from).collect())
}

/// Gives exactly these permissions directly.
pub(crate) async fn set_direct(db: &mut Db, account: &str, permissions: &[PermissionId]) -> sqlx::Result<()> {
    query("DELETE FROM account_permissions WHERE account = $1")
        .bind(account)
        .execute(&mut *db)
        .await?;
    for permission in permissions {
        query("INSERT INTO account_permissions (account, permission) VALUES ($1, $2)")
            .bind(account)
            .bind(permission.as_str())
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}

/// Gives exactly these roles.
pub(crate) async fn set_roles(db: &mut Db, account: &str, roles: &[RoleId]) -> sqlx::Result<()> {
    query("DELETE FROM account_roles WHERE account = $1")
        .bind(account)
        .execute(&mut *db)
        .await?;
    for role in roles {
        query("INSERT INTO account_roles (account, role) VALUES ($1, $2)")
            .bind(account)
            .bind(role.as_str())
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}

/// Reads pairs of two texts.
pub(crate) fn pairs(rows: &[sqlx::any::AnyRow]) -> sqlx::Result<Vec<(String, String)>> {
    rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).collect()
}
