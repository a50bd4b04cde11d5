//! Records in their tables: found, kept, and forgotten.

use latchkey_contract::id::{RecordId, Version};
use latchkey_permissions::Time;
use serde_json::Value;
use sqlx::any::{AnyArguments, AnyRow};
use sqlx::query::Query;
use sqlx::{Any, AssertSqlSafe, Row, query, query_scalar};

use super::Fields;
use super::model::Model;
use super::table::Cell;
use crate::auth::token::new_id;
use crate::store::{Db, placeholders};

/// How long a record can be brought back.
pub(crate) const RESTORABLE_MS: i64 = 60 * 60_000;

/// How many records are written with one statement, and read at once where all are read.
pub(super) const AT_ONCE: usize = 200;

/// A record as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stored {
    pub(crate) id: RecordId,
    /// Counts up from 1.
    pub(crate) version: i64,
    pub(crate) created: Time,
    pub(crate) deleted: Option<Time>,
    pub(crate) fields: Fields,
}

impl Stored {
    /// A new record with an id of its own.
    pub(crate) fn new(fields: Fields, now: Time) -> Self {
        Self {
            id: RecordId(new_id()),
            version: 1,
            created: now,
            deleted: None,
            fields,
        }
    }

    /// Its state, as it travels.
    pub(crate) fn tag(&self) -> Version {
        Version(self.version.to_string())
    }

    /// A field that is a text.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.fields.get(name).and_then(Value::as_str).unwrap_or_default()
    }
}

/// The columns that [`from_row`] reads, of a table `r` joined with that of the records themselves.
pub(crate) const COLUMNS: &str = "r.id, r.version, r.created, r.deleted, w.fields";

/// Both tables of a resource, joined, as `r` and `w`.
fn joined(model: &Model) -> String {
    format!("{} r JOIN {} w ON w.id = r.id", model.table.sql, model.table.whole)
}

/// A record out of a row.
pub(crate) fn from_row(row: &AnyRow) -> sqlx::Result<Stored> {
    let fields: String = row.try_get("fields")?;
    let deleted: Option<i64> = row.try_get("deleted")?;
    Ok(Stored {
        id: RecordId(row.try_get("id")?),
        version: row.try_get("version")?,
        created: Time::from_millis(row.try_get("created")?),
        deleted: deleted.map(Time::from_millis),
        fields: serde_json::from_str(&fields).map_err(|error| sqlx::Error::Decode(error.into()))?,
    })
}

/// The record of this id, whether it has been taken away or not.
pub(crate) async fn any(db: &mut Db, model: &Model, id: &str) -> sqlx::Result<Option<Stored>> {
    let sql = format!("SELECT {COLUMNS} FROM {} WHERE r.id = $1", joined(model));
    let row = query(AssertSqlSafe(sql)).bind(id).fetch_optional(db).await?;
    row.map(|row| from_row(&row)).transpose()
}

/// The record of this id.
pub(crate) async fn one(db: &mut Db, model: &Model, id: &str) -> sqlx::Result<Option<Stored>> {
    Ok(any(db, model, id).await?.filter(|record| record.deleted.is_none()))
}

/// The records in which a field that lists are narrowed or sorted by has this value, the oldest first.
///
/// # Errors
/// `ColumnNotFound` where the field has no column.
pub(crate) async fn having(db: &mut Db, model: &Model, field: &str, value: &Value) -> sqlx::Result<Vec<Stored>> {
    let column = model
        .table
        .column(field)
        .ok_or_else(|| sqlx::Error::ColumnNotFound(field.to_owned()))?;
    let sql = format!(
        "SELECT {COLUMNS} FROM {} WHERE r.deleted IS NULL AND r.{} = $1 ORDER BY r.created, r.id",
        joined(model),
        column.sql
    );
    let asked = bind(query(AssertSqlSafe(sql)), column.keeps.cell(Some(value)));
    asked.fetch_all(db).await?.iter().map(from_row).collect()
}

/// All records, the oldest first.
pub(crate) async fn all(db: &mut Db, model: &Model) -> sqlx::Result<Vec<Stored>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM {} WHERE r.deleted IS NULL ORDER BY r.created, r.id",
        joined(model)
    );
    query(AssertSqlSafe(sql))
        .fetch_all(db)
        .await?
        .iter()
        .map(from_row)
        .collect()
}

/// Those of these ids whose records are there and have not been taken away.
pub(crate) async fn existing(db: &mut Db, model: &Model, ids: &[&str]) -> sqlx::Result<Vec<String>> {
    let mut found = Vec::new();
    for ids in ids.chunks(AT_ONCE) {
        let list = placeholders(1, ids.len());
        let sql = format!(
            "SELECT id FROM {} WHERE deleted IS NULL AND id IN ({list})",
            model.table.sql
        );
        let mut asked = query_scalar(AssertSqlSafe(sql));
        for id in ids {
            asked = asked.bind(*id);
        }
        found.extend(asked.fetch_all(&mut *db).await?);
    }
    Ok(found)
}

/// What the records of these ids are called; those that are gone are missing.
pub(crate) async fn names(db: &mut Db, model: &Model, ids: &[&str]) -> sqlx::Result<Vec<(String, String)>> {
    let mut found = Vec::new();
    for ids in ids.chunks(AT_ONCE) {
        let list = placeholders(1, ids.len());
        let sql = format!("SELECT id, name FROM {} WHERE id IN ({list})", model.table.sql);
        let mut asked = query(AssertSqlSafe(sql));
        for id in ids {
            asked = asked.bind(*id);
        }
        for row in asked.fetch_all(&mut *db).await? {
            found.push((row.try_get(0)?, row.try_get(1)?));
        }
    }
    Ok(found)
}

/// Keeps new records. `search` has the text that each is found by, in step.
pub(crate) async fn insert(db: &mut Db, model: &Model, records: &[Stored], search: &[String]) -> sqlx::Result<()> {
    let table = &model.table.sql;
    let columns: Vec<_> = model.table.columns.iter().map(|column| column.sql.as_str()).collect();
    let names: Vec<_> = ["id", "version", "created", "deleted", "name", "search"]
        .into_iter()
        .chain(columns)
        .collect();
    for (records, search) in records.chunks(AT_ONCE).zip(search.chunks(AT_ONCE)) {
        let rows: Vec<_> = (0..records.len())
            .map(|n| format!("({})", placeholders(1 + n * names.len(), names.len())))
            .collect();
        let sql = format!("INSERT INTO {table} ({}) VALUES {}", names.join(", "), rows.join(", "));
        let mut asked = query(AssertSqlSafe(sql));
        for (record, search) in records.iter().zip(search) {
            asked = asked
                .bind(record.id.as_str())
                .bind(record.version)
                .bind(record.created.millis())
                .bind(record.deleted.map(Time::millis))
                .bind(model.name_of(&record.fields))
                .bind(search.as_str());
            for cell in model.table.cells(&record.fields) {
                asked = bind(asked, cell);
            }
        }
        asked.execute(&mut *db).await?;

        let rows: Vec<_> = (0..records.len())
            .map(|n| format!("({})", placeholders(1 + n * 2, 2)))
            .collect();
        let sql = format!(
            "INSERT INTO {} (id, fields) VALUES {}",
            model.table.whole,
            rows.join(", ")
        );
        let mut asked = query(AssertSqlSafe(sql));
        for record in records {
            asked = asked.bind(record.id.as_str()).bind(written(&record.fields)?);
        }
        asked.execute(&mut *db).await?;
    }
    Ok(())
}

/// Keeps what a record is now, under its next version.
pub(crate) async fn save(db: &mut Db, model: &Model, record: &mut Stored, search: &str) -> sqlx::Result<()> {
    record.version += 1;
    let columns = model.table.columns.iter().enumerate();
    let sets: Vec<String> = columns
        .map(|(n, column)| format!(", {} = ${}", column.sql, n + 6))
        .collect();
    let sql = format!(
        "UPDATE {} SET version = $2, deleted = $3, name = $4, search = $5{} WHERE id = $1",
        model.table.sql,
        sets.concat()
    );
    let mut asked = query(AssertSqlSafe(sql))
        .bind(record.id.as_str())
        .bind(record.version)
        .bind(record.deleted.map(Time::millis))
        .bind(model.name_of(&record.fields))
        .bind(search);
    for cell in model.table.cells(&record.fields) {
        asked = bind(asked, cell);
    }
    asked.execute(&mut *db).await?;
    let sql = format!("UPDATE {} SET fields = $2 WHERE id = $1", model.table.whole);
    query(AssertSqlSafe(sql))
        .bind(record.id.as_str())
        .bind(written(&record.fields)?)
        .execute(db)
        .await
        .map(drop)
}

/// Forgets the records that can no longer be brought back.
pub(crate) async fn purge(db: &mut Db, model: &Model, now: Time) -> sqlx::Result<()> {
    let (table, whole) = (&model.table.sql, &model.table.whole);
    let gone = "deleted IS NOT NULL AND deleted <= $1";
    for sql in [
        format!("DELETE FROM {whole} WHERE id IN (SELECT id FROM {table} WHERE {gone})"),
        format!("DELETE FROM {table} WHERE {gone}"),
    ] {
        query(AssertSqlSafe(sql))
            .bind(now.plus_millis(-RESTORABLE_MS).millis())
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}

/// Binds a cell.
pub(crate) fn bind(asked: Query<'_, Any, AnyArguments>, cell: Cell) -> Query<'_, Any, AnyArguments> {
    match cell {
        Cell::Text(text) => asked.bind(text),
        Cell::Number(number) => asked.bind(number),
    }
}

fn written(fields: &Fields) -> sqlx::Result<String> {
    serde_json::to_string(fields).map_err(|error| sqlx::Error::Encode(error.into()))
}
