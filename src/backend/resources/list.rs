//! The list of records: search, filters, order and pages, all of it done by the database.
//!
//! A page begins after the last record of the page before, by what the list is ordered by and then by id, not after a
//! number of records: whatever is added or leaves in between shifts nothing from one page to the next.

use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row, query};

use super::model::Model;
use super::question::{After, Order, Question, Wanted};
use super::records::{self, COLUMNS, Stored, bind};
use super::table::{Cell, MISSING};
use crate::store::staff_list::pattern;
use crate::store::{Db, placeholders};

/// One page.
pub(crate) struct Found {
    pub(crate) records: Vec<Stored>,
    /// Where the next page begins, where there is one.
    pub(crate) next: Option<After>,
}

/// Conditions and the values that they name, in step.
struct Conditions {
    sql: String,
    values: Vec<Cell>,
}

impl Conditions {
    fn of(question: &Question) -> Self {
        let filters = question
            .filters
            .iter()
            .map(|(column, wanted)| (column.as_str(), wanted));
        let mut conditions = Self::wanting(filters);
        if let Some(search) = &question.search {
            conditions.and("search LIKE", Cell::Text(pattern(search)));
            conditions.sql.push_str(" ESCAPE '\\'");
        }
        conditions
    }

    /// Columns, and what they must be.
    fn wanting<'a>(filters: impl Iterator<Item = (&'a str, &'a Wanted)>) -> Self {
        let mut conditions = Self {
            sql: "deleted IS NULL".into(),
            values: Vec::new(),
        };
        for (column, wanted) in filters {
            match wanted {
                Wanted::Any(cells) => {
                    let list = placeholders(conditions.values.len() + 1, cells.len());
                    conditions.values.extend(cells.iter().cloned());
                    conditions.also(&format!("{column} IN ({list})"));
                }
                Wanted::Between(from, to) => {
                    // What is missing is the smallest value there is, and lies in no range.
                    let there = match from.as_ref().or(to.as_ref()) {
                        Some(Cell::Text(_)) => format!("{column} > ''"),
                        _ => format!("{column} > {MISSING}"),
                    };
                    match from {
                        Some(from) => conditions.and(&format!("{column} >="), from.clone()),
                        None => conditions.also(&there),
                    }
                    if let Some(to) = to {
                        conditions.and(&format!("{column} <="), to.clone());
                    }
                }
            }
        }
        conditions
    }

    /// Adds a condition that ends in a value.
    fn and(&mut self, condition: &str, value: Cell) {
        self.values.push(value);
        self.also(&format!("{condition} ${}", self.values.len()));
    }

    fn also(&mut self, condition: &str) {
        self.sql.push_str(" AND ");
        self.sql.push_str(condition);
    }

    fn after(&mut self, after: &After, order: &Order) {
        let beyond = if order.descending { '<' } else { '>' };
        self.values.push(after.key.clone());
        self.values.push(Cell::Text(after.id.clone()));
        let (key, id) = (self.values.len() - 1, self.values.len());
        // A comparison of rows is what an index of both can begin at.
        self.also(&format!("({}, id) {beyond} (${key}, ${id})", order.sql));
    }
}

/// How many records there are on all pages.
pub(crate) async fn count(db: &mut Db, model: &Model, question: &Question) -> sqlx::Result<u64> {
    counted(db, model, Conditions::of(question)).await
}

/// How many records there are whose fields are what is wanted.
///
/// # Errors
/// `ColumnNotFound` where a field has no column.
pub(crate) async fn count_where(db: &mut Db, model: &Model, wanted: &[(&str, Wanted)]) -> sqlx::Result<u64> {
    let mut filters = Vec::with_capacity(wanted.len());
    for (field, wanted) in wanted {
        let column = model.table.column(field);
        let column = column.ok_or_else(|| sqlx::Error::ColumnNotFound((*field).to_owned()))?;
        filters.push((column.sql.as_str(), wanted));
    }
    counted(db, model, Conditions::wanting(filters.into_iter())).await
}

async fn counted(db: &mut Db, model: &Model, conditions: Conditions) -> sqlx::Result<u64> {
    let sql = format!("SELECT COUNT(*) FROM {} WHERE {}", model.table.sql, conditions.sql);
    let mut asked = query(AssertSqlSafe(sql));
    for value in conditions.values {
        asked = bind(asked, value);
    }
    let count: i64 = asked.fetch_one(db).await?.try_get(0)?;
    Ok(u64::try_from(count).unwrap_or_default())
}

/// Finds one page.
pub(crate) async fn page(db: &mut Db, model: &Model, question: &Question) -> sqlx::Result<Found> {
    let mut conditions = Conditions::of(question);
    let order = &question.order;
    if let Some(after) = &question.after {
        conditions.after(after, order);
    }
    let direction = if order.descending { "DESC" } else { "ASC" };
    // One more than asked for tells whether there is a next page.
    let limit = i64::from(question.limit) + 1;
    let sql = format!(
        "SELECT {COLUMNS}, {key} AS sort_key FROM {} WHERE {} ORDER BY {key} {direction}, id {direction} LIMIT {limit}",
        model.table.sql,
        conditions.sql,
        key = order.sql,
    );
    let mut asked = query(AssertSqlSafe(sql));
    for value in conditions.values {
        asked = bind(asked, value);
    }
    let rows = asked.fetch_all(db).await?;
    let shown = &rows[..rows.len().min(question.limit as usize)];
    let next = match shown.last() {
        Some(last) if rows.len() > shown.len() => Some(place_after(last, order)?),
        _ => None,
    };
    Ok(Found {
        records: shown.iter().map(records::from_row).collect::<sqlx::Result<_>>()?,
        next,
    })
}

fn place_after(row: &AnyRow, order: &Order) -> sqlx::Result<After> {
    Ok(After {
        key: if order.text {
            Cell::Text(row.try_get("sort_key")?)
        } else {
            Cell::Number(row.try_get("sort_key")?)
        },
        id: row.try_get("id")?,
    })
}
