//! Roles: named sets of permissions.

use latchkey_contract::id::{RoleId, Version};
use latchkey_contract::role::Role;
use latchkey_permissions::{Catalogue, PermissionId, RolePreset, Text};
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row, query, query_scalar};

use super::Db;

const SELECT: &str = "SELECT r.id, r.name, r.version, (SELECT COUNT(*) FROM account_roles h \
                      JOIN accounts a ON a.id = h.account WHERE h.role = r.id AND a.status <> 'ended') AS holders \
                      FROM roles r";

/// Every role, in order.
pub(crate) async fn list(db: &mut Db, catalogue: &Catalogue) -> sqlx::Result<Vec<Role>> {
    let sql = format!("{SELECT} ORDER BY r.position, r.id");
    let rows = query(AssertSqlSafe(sql)).fetch_all(&mut *db).await?;
    let mut roles = Vec::with_capacity(rows.len());
    for row in &rows {
        roles.push(read(db, catalogue, row).await?);
    }
    Ok(roles)
}

/// One role.
pub(crate) async fn by_id(db: &mut Db, catalogue: &Catalogue, id: &str) -> sqlx::Result<Option<Role>> {
    let sql = format!("{SELECT} WHERE r.id = $1");
    match query(AssertSqlSafe(sql)).bind(id).fetch_optional(&mut *db).await? {
        Some(row) => read(db, catalogue, &row).await.map(Some),
        None => Ok(None),
    }
}

/// The ids of all roles, in order.
pub(crate) async fn ids(db: &mut Db) -> sqlx::Result<Vec<RoleId>> {
    let ids: Vec<String> = query_scalar("SELECT id FROM roles ORDER BY position, id")
        .fetch_all(db)
        .await?;
    Ok(ids.into_iter().map(RoleId).collect())
}

async fn read(db: &mut Db, catalogue: &Catalogue, row: &AnyRow) -> sqlx::Result<Role> {
    let id: String = row.try_get("id")?;
    let name: String = row.try_get("name")?;
    let name: Text = serde_json::from_str(&name).map_err(|error| sqlx::Error::Decode(Box::new(error)))?;
    let permissions: Vec<String> = query_scalar("SELECT permission FROM role_permissions WHERE role = $1")
        .bind(id.as_str())
        .fetch_all(db)
        .await?;
    let set = catalogue.set(permissions.into_iter().map(PermissionId::from)).known;
    Ok(Role {
        id: RoleId(id),
        name,
        permissions: catalogue.ids(catalogue.with_required(set)),
        holders: u64::try_from(row.try_get::<i64, _>("holders")?).unwrap_or_default(),
        version: Version(row.try_get::<i64, _>("version")?.to_string()),
    })
}

/// Keeps a role that ships with Latchkey.
pub(crate) async fn insert_preset(
    db: &mut Db,
    catalogue: &Catalogue,
    preset: &RolePreset,
    position: i64,
) -> sqlx::Result<()> {
    let name = serde_json::to_string(&preset.name).map_err(|error| sqlx::Error::Encode(Box::new(error)))?;
    query("INSERT INTO roles (id, name, position, version) VALUES ($1, $2, $3, 1)")
        .bind(preset.id.as_str())
        .bind(name)
        .bind(position)
        .execute(&mut *db)
        .await?;
    for permission in preset.resolve(catalogue) {
        query("INSERT INTO role_permissions (role, permission) VALUES ($1, $2)")
            .bind(preset.id.as_str())
            .bind(permission.as_str())
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}
