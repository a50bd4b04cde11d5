//! The tables of resources, brought up to date with their descriptors. What a descriptor asks of its table can be another
//! at each start; the records stay.

use sqlx::{AssertSqlSafe, Row, query, query_scalar};

use super::model::Model;
use super::records::{AT_ONCE, COLUMNS, Stored, from_row, insert};
use crate::store::Db;
use crate::store::dialect::Dialect;

/// Makes the table of a resource, or makes it anew and fills it from itself where it was made in another way.
pub(crate) async fn prepare(db: &mut Db, model: &Model) -> sqlx::Result<()> {
    let made: Option<String> = query_scalar("SELECT made FROM resource_tables WHERE resource = $1")
        .bind(model.id())
        .fetch_optional(&mut *db)
        .await?;
    let table = &model.table;
    if made.as_ref() == Some(&table.made) {
        return Ok(());
    }
    let tables = [&table.sql, &table.whole];
    let old = tables.map(|table| format!("\"{}_old\"", table.trim_matches('"')));
    if made.is_some() {
        for (table, old) in tables.iter().zip(&old) {
            let rename = format!("ALTER TABLE {table} RENAME TO {old}");
            query(AssertSqlSafe(rename)).execute(&mut *db).await?;
        }
    }
    let dialect = Dialect::of(db);
    for statement in &table.making {
        query(AssertSqlSafe(dialect.making(statement)))
            .execute(&mut *db)
            .await?;
    }
    if made.is_some() {
        refill(db, model, &old).await?;
        for old in old {
            let drop = format!("DROP TABLE {old}");
            query(AssertSqlSafe(drop)).execute(&mut *db).await?;
        }
    }
    query(
        "INSERT INTO resource_tables (resource, made) VALUES ($1, $2) \
         ON CONFLICT (resource) DO UPDATE SET made = excluded.made",
    )
    .bind(model.id())
    .bind(table.made.as_str())
    .execute(db)
    .await
    .map(drop)
}

/// What a record is searched by stays what it was until the record is changed.
async fn refill(db: &mut Db, model: &Model, [table, whole]: &[String; 2]) -> sqlx::Result<()> {
    let sql = format!(
        "SELECT {COLUMNS}, r.search FROM {table} r JOIN {whole} w ON w.id = r.id WHERE r.id > $1 \
         ORDER BY r.id LIMIT {AT_ONCE}"
    );
    let mut last = String::new();
    loop {
        let rows = query(AssertSqlSafe(sql.clone()))
            .bind(last.as_str())
            .fetch_all(&mut *db)
            .await?;
        let records: Vec<Stored> = rows.iter().map(from_row).collect::<sqlx::Result<_>>()?;
        let Some(end) = records.last() else { return Ok(()) };
        last.clone_from(&end.id.0);
        let search = rows
            .iter()
            .map(|row| row.try_get("search"))
            .collect::<sqlx::Result<Vec<_>>>()?;
        insert(db, model, &records, &search).await?;
    }
}
