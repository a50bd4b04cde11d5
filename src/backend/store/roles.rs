//! Roles: named sets of permissions. Those that come with Latchkey keep their ids, so that they can be told from the
//! store's own, and brought back.

use latchkey_contract::id::{RoleId, Version};
use latchkey_contract::role::{PresetState, Role};
use std::sync::LazyLock;

use latchkey_permissions::{Catalogue, PRESET_ROLES, PermissionId, RolePreset, Text};
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row, query, query_scalar};

use super::Db;
use super::accounts::{self, Account};

/// The roles that come with Latchkey; starting a store has read them, or not started.
static PRESETS: LazyLock<Vec<RolePreset>> = LazyLock::new(|| serde_json::from_str(PRESET_ROLES).unwrap_or_default());

/// The role of this id that comes with Latchkey.
pub(crate) fn preset(id: &str) -> Option<&'static RolePreset> {
    PRESETS.iter().find(|preset| preset.id == id)
}

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
    let permissions = catalogue.ids(catalogue.with_required(set));
    let preset = preset(&id).map(|shipped| {
        if shipped.name == name && shipped.resolve(catalogue) == permissions {
            PresetState::AsShipped
        } else {
            PresetState::Changed
        }
    });
    Ok(Role {
        id: RoleId(id),
        name,
        permissions,
        preset,
        holders: u64::try_from(row.try_get::<i64, _>("holders")?).unwrap_or_default(),
        version: Version(row.try_get::<i64, _>("version")?.to_string()),
    })
}

/// Who holds a role; former staff hold nothing.
pub(crate) async fn holders(db: &mut Db, id: &str) -> sqlx::Result<Vec<Account>> {
    let sql = format!(
        "SELECT {} FROM accounts a JOIN account_roles h ON h.account = a.id \
         WHERE h.role = $1 AND a.status <> 'ended' ORDER BY a.name_key, a.id",
        accounts::COLUMNS
    );
    let rows = query(AssertSqlSafe(sql)).bind(id).fetch_all(db).await?;
    rows.iter().map(accounts::from_row).collect()
}

/// Keeps a role that comes with Latchkey.
pub(crate) async fn insert_preset(db: &mut Db, catalogue: &Catalogue, preset: &RolePreset) -> sqlx::Result<()> {
    insert(db, &preset.id, &preset.name, &preset.resolve(catalogue)).await
}

/// Brings back those that come with Latchkey and are not there; answers which.
pub(crate) async fn insert_missing_presets(
    db: &mut Db,
    catalogue: &Catalogue,
) -> sqlx::Result<Vec<&'static RolePreset>> {
    let there = ids(db).await?;
    let mut missing = Vec::new();
    for preset in PRESETS.iter() {
        if !there.iter().any(|id| id.as_str() == preset.id) {
            insert_preset(db, catalogue, preset).await?;
            missing.push(preset);
        }
    }
    Ok(missing)
}

/// Keeps a new role, after all others.
pub(crate) async fn insert(db: &mut Db, id: &str, name: &Text, permissions: &[PermissionId]) -> sqlx::Result<()> {
    query(
        "INSERT INTO roles (id, name, position, version) \
         VALUES ($1, $2, (SELECT COALESCE(MAX(position), 0) + 1 FROM roles), 1)",
    )
    .bind(id)
    .bind(written(name)?)
    .execute(&mut *db)
    .await?;
    set_permissions(db, id, permissions).await
}

/// Keeps what a role has become.
pub(crate) async fn save(db: &mut Db, id: &str, name: &Text, permissions: &[PermissionId]) -> sqlx::Result<()> {
    query("UPDATE roles SET name = $1, version = version + 1 WHERE id = $2")
        .bind(written(name)?)
        .bind(id)
        .execute(&mut *db)
        .await?;
    set_permissions(db, id, permissions).await
}

/// Deletes a role that nobody holds any more; former staff lose it with it.
pub(crate) async fn delete(db: &mut Db, id: &str) -> sqlx::Result<()> {
    for sql in [
        "DELETE FROM account_roles WHERE role = $1",
        "DELETE FROM role_permissions WHERE role = $1",
        "DELETE FROM roles WHERE id = $1",
    ] {
        query(sql).bind(id).execute(&mut *db).await?;
    }
    Ok(())
}

/// Takes a role from all who hold it, and gives them another, where there is one. Each of them is a new version.
/// Answers how many they are; former staff hold nothing and do not count.
pub(crate) async fn move_holders(db: &mut Db, from: &str, to: Option<&str>) -> sqlx::Result<u64> {
    let moved = query(
        "UPDATE accounts SET version = version + 1 WHERE status <> 'ended' \
         AND id IN (SELECT account FROM account_roles WHERE role = $1)",
    )
    .bind(from)
    .execute(&mut *db)
    .await?
    .rows_affected();
    if let Some(to) = to {
        query(
            "INSERT INTO account_roles (account, role, starts, ends) SELECT h.account, $2, h.starts, h.ends FROM account_roles h WHERE h.role = $1 \
             AND NOT EXISTS (SELECT 1 FROM account_roles o WHERE o.account = h.account AND o.role = $2)",
        )
        .bind(from)
        .bind(to)
        .execute(&mut *db)
        .await?;
    }
    query("DELETE FROM account_roles WHERE role = $1")
        .bind(from)
        .execute(&mut *db)
        .await?;
    Ok(moved)
}

fn written(name: &Text) -> sqlx::Result<String> {
    serde_json::to_string(name).map_err(|error| sqlx::Error::Encode(Box::new(error)))
}

async fn set_permissions(db: &mut Db, role: &str, permissions: &[PermissionId]) -> sqlx::Result<()> {
    query("DELETE FROM role_permissions WHERE role = $1")
        .bind(role)
        .execute(&mut *db)
        .await?;
    for permission in permissions {
        query("INSERT INTO role_permissions (role, permission) VALUES ($1, $2)")
            .bind(role)
            .bind(permission.as_str())
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}
