//! The move of a store from its file to a PostgreSQL server: every table, row by row, in one transaction, held against what
//! was sent before it is kept.

use std::path::Path;

use futures_util::TryStreamExt;
use latchkey_contract::activity::Verification;
use sqlx::any::{AnyArguments, AnyRow};
use sqlx::query::Query;
use sqlx::{Any, AssertSqlSafe, Connection, Row, query, query_scalar};

use super::{KeepError, file};
use crate::activity::verify;
use crate::database::{Database, FILE, Server};
use crate::store::dialect::{self, Dialect};
use crate::store::{Db, Store, placeholders};

/// How many rows are written with one statement.
const AT_ONCE: usize = 200;

/// What came of it.
#[derive(Debug)]
pub struct Moved {
    /// How many rows each table has.
    pub tables: Vec<(String, u64)>,
    /// What happened in the store, as it is on the server.
    pub store: Verification,
}

/// Moves the store of a data folder to a database that is empty. The file stays as it is; no backend may be running on it.
///
/// # Errors
/// Where there is no store, it is in use, the database holds something, or what arrived is not what was sent.
pub async fn move_to(data: &Path, server: &Server) -> Result<Moved, KeepError> {
    let source = data.join(FILE);
    let (from, to) = (Database::File(source.clone()), Database::Server(server.clone()));
    let here = |error| KeepError::Database(from.clone(), error);
    let there = |error| KeepError::Database(to.clone(), error);
    let held = file::hold(&source).await?;
    held.close().await.map_err(here)?;
    if !dialect::is_empty(&to).await.map_err(there)? {
        return Err(KeepError::NotEmpty(server.clone()));
    }
    // Both are brought to the same migrations.
    let sending = Store::open(&from).await.map_err(here)?;
    let taking = Store::open(&to).await.map_err(there)?;
    let mut sent = sending.write().await.map_err(here)?;
    let mut taken = taking.write().await.map_err(there)?;
    let tables = tables(&mut sent).await.map_err(here)?;
    let mut counts = Vec::new();
    for table in &tables {
        let rows = copy(&mut sent, &mut taken, table, &here, &there).await?;
        counts.push((table.name.clone(), rows));
    }
    for (name, rows) in &counts {
        let sql = AssertSqlSafe(format!("SELECT COUNT(*) FROM {}", quoted(name)));
        let arrived: i64 = query_scalar(sql).fetch_one(&mut *taken).await.map_err(there)?;
        if arrived.unsigned_abs() != *rows {
            return Err(KeepError::Differs(name.clone()));
        }
    }
    let before = verify::verification(&mut sent, None).await.map_err(here)?;
    let store = verify::verification(&mut taken, None).await.map_err(there)?;
    if before != store {
        return Err(KeepError::Differs("activity".to_owned()));
    }
    taken.commit().await.map_err(there)?;
    sent.rollback().await.map_err(here)?;
    taking.close().await;
    sending.close().await;
    Ok(Moved { tables: counts, store })
}

/// A table of the file.
struct Table {
    name: String,
    /// What makes it and its indexes.
    making: Vec<String>,
    /// Its columns; whether each is a number.
    columns: Vec<(String, bool)>,
}

/// All tables of a store, those first that others refer to.
async fn tables(db: &mut Db) -> sqlx::Result<Vec<Table>> {
    let names: Vec<String> = query_scalar(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' \
         AND name <> '_sqlx_migrations' ORDER BY name",
    )
    .fetch_all(&mut *db)
    .await?;
    let (mut waiting, mut tables) = (names, Vec::<Table>::new());
    while !waiting.is_empty() {
        let before = waiting.len();
        let mut later = Vec::new();
        for name in std::mem::take(&mut waiting) {
            let refers: Vec<String> = query_scalar("SELECT \"table\" FROM pragma_foreign_key_list($1)")
                .bind(name.as_str())
                .fetch_all(&mut *db)
                .await?;
            let there = |other: &String| *other == name || tables.iter().any(|table| table.name == *other);
            if refers.iter().all(there) {
                tables.push(table(db, name).await?);
            } else {
                later.push(name);
            }
        }
        if later.len() == before {
            return Err(sqlx::Error::Decode(
                format!("tables refer to each other: {later:?}").into(),
            ));
        }
        waiting = later;
    }
    Ok(tables)
}

async fn table(db: &mut Db, name: String) -> sqlx::Result<Table> {
    let making = query_scalar(
        "SELECT sql FROM sqlite_master WHERE tbl_name = $1 AND sql IS NOT NULL ORDER BY type = 'index', name",
    )
    .bind(name.as_str())
    .fetch_all(&mut *db)
    .await?;
    let rows = query("SELECT name, type FROM pragma_table_info($1) ORDER BY cid")
        .bind(name.as_str())
        .fetch_all(db)
        .await?;
    let columns = rows.iter().map(|row| {
        let kind: String = row.try_get(1)?;
        match kind.as_str() {
            "BIGINT" => Ok((row.try_get(0)?, true)),
            "TEXT" => Ok((row.try_get(0)?, false)),
            other => Err(sqlx::Error::Decode(
                format!("{name} has a column of type {other}").into(),
            )),
        }
    });
    Ok(Table {
        columns: columns.collect::<sqlx::Result<_>>()?,
        name,
        making,
    })
}

/// Copies a table; how many rows it has.
async fn copy(
    sent: &mut Db,
    taken: &mut Db,
    table: &Table,
    here: &impl Fn(sqlx::Error) -> KeepError,
    there: &impl Fn(sqlx::Error) -> KeepError,
) -> Result<u64, KeepError> {
    if !dialect::has_table(taken, &table.name).await.map_err(there)? {
        // That of a resource: it is made as it was made here.
        for statement in &table.making {
            let statement = AssertSqlSafe(Dialect::Postgres.making(statement));
            query(statement).execute(&mut *taken).await.map_err(there)?;
        }
    }
    let columns: Vec<_> = table.columns.iter().map(|(name, _)| quoted(name)).collect();
    let (name, columns) = (quoted(&table.name), columns.join(", "));
    let select = AssertSqlSafe(format!("SELECT {columns} FROM {name}"));
    let mut rows = query(select).fetch(sent);
    let mut copied = 0;
    loop {
        let mut batch = Vec::with_capacity(AT_ONCE);
        while batch.len() < AT_ONCE
            && let Some(row) = rows.try_next().await.map_err(here)?
        {
            batch.push(row);
        }
        if batch.is_empty() {
            return Ok(copied);
        }
        let width = table.columns.len();
        let values: Vec<_> = (0..batch.len())
            .map(|n| format!("({})", placeholders(1 + n * width, width)))
            .collect();
        let sql = format!("INSERT INTO {name} ({columns}) VALUES {}", values.join(", "));
        let mut insert = query(AssertSqlSafe(sql));
        for row in &batch {
            insert = bind(insert, row, &table.columns).map_err(here)?;
        }
        insert.execute(&mut *taken).await.map_err(there)?;
        copied += batch.len() as u64;
    }
}

fn bind<'q>(
    mut insert: Query<'q, Any, AnyArguments>,
    row: &AnyRow,
    columns: &[(String, bool)],
) -> sqlx::Result<Query<'q, Any, AnyArguments>> {
    for (n, (_, number)) in columns.iter().enumerate() {
        insert = if *number {
            insert.bind(row.try_get::<Option<i64>, _>(n)?)
        } else {
            insert.bind(row.try_get::<Option<String>, _>(n)?)
        };
    }
    Ok(insert)
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
