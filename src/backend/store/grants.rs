//! What accounts hold: direct permissions and roles.

use latchkey_contract::id::RoleId;
use latchkey_contract::periods::Periods;
use latchkey_permissions::{PermissionId, Time, Window};
use sqlx::any::AnyRow;
use sqlx::{Row, query};

use super::Db;

/// Everything that somebody holds, directly or through roles: a part for each pair of dates. The same can be in more than
/// one.
pub(crate) async fn held(db: &mut Db, account: &str) -> sqlx::Result<Vec<(Window, Vec<PermissionId>)>> {
    let rows = query(
        "SELECT permission, starts, ends FROM account_permissions WHERE account = $1 UNION ALL \
         SELECT p.permission, r.starts, r.ends FROM account_roles r JOIN role_permissions p ON p.role = r.role \
         WHERE r.account = $1",
    )
    .bind(account)
    .fetch_all(db)
    .await?;
    // Hardly anybody has more than a few dates.
    let mut parts: Vec<(Window, Vec<PermissionId>)> = Vec::new();
    for row in &rows {
        let (id, window): (String, Window) = (row.try_get("permission")?, window(row)?);
        match parts.iter_mut().find(|(known, _)| *known == window) {
            Some((_, ids)) => ids.push(id.into()),
            None => parts.push((window, vec![id.into()])),
        }
    }
    Ok(parts)
}

/// The dates in a row's columns `starts` and `ends`.
pub(crate) fn window(row: &AnyRow) -> sqlx::Result<Window> {
    let time = |column| -> sqlx::Result<Option<Time>> {
        let millis: Option<i64> = row.try_get(column)?;
        Ok(millis.map(Time::from_millis))
    };
    Ok(Window {
        starts: time("starts")?,
        ends: time("ends")?,
    })
}

/// Gives exactly these permissions directly, each within its dates.
pub(crate) async fn set_direct(
    db: &mut Db,
    account: &str,
    permissions: &[PermissionId],
    periods: &Periods,
) -> sqlx::Result<()> {
    query("DELETE FROM account_permissions WHERE account = $1")
        .bind(account)
        .execute(&mut *db)
        .await?;
    for permission in permissions {
        let window = periods.of_permission(permission);
        query("INSERT INTO account_permissions (account, permission, starts, ends) VALUES ($1, $2, $3, $4)")
            .bind(account)
            .bind(permission.as_str())
            .bind(window.starts.map(Time::millis))
            .bind(window.ends.map(Time::millis))
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}

/// Gives exactly these roles, each within its dates.
pub(crate) async fn set_roles(db: &mut Db, account: &str, roles: &[RoleId], periods: &Periods) -> sqlx::Result<()> {
    query("DELETE FROM account_roles WHERE account = $1")
        .bind(account)
        .execute(&mut *db)
        .await?;
    for role in roles {
        let window = periods.of_role(role);
        query("INSERT INTO account_roles (account, role, starts, ends) VALUES ($1, $2, $3, $4)")
            .bind(account)
            .bind(role.as_str())
            .bind(window.starts.map(Time::millis))
            .bind(window.ends.map(Time::millis))
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}

/// Reads pairs of two texts.
pub(crate) fn pairs(rows: &[AnyRow]) -> sqlx::Result<Vec<(String, String)>> {
    rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).collect()
}
