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

/// Up to this many records are found by what narrows the list, and then put in order; of more, the list is gone through
/// in its order until the page is full. The database knows neither number when it plans.
const FEW: u64 = 4_000;

/// By which of its indexes a list is found.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// As the database likes.
    Any,
    /// By those of what narrows the list.
    Narrowing,
    /// By that of its order.
    Order,
    /// By none: one look through all of it, since what is searched for can stand anywhere.
    Scan,
}

/// A column in an expression that no index begins at.
fn unindexed(sql: &str, text: bool) -> String {
    if text {
        format!("({sql} || '')")
    } else {
        format!("({sql} + 0)")
    }
}

/// Whether a column that is to be this keeps texts.
fn is_text(wanted: &Wanted) -> bool {
    let cell = match wanted {
        Wanted::Any(cells) => cells.first(),
        Wanted::Has(_) => return true,
        Wanted::Between(from, to) => from.as_ref().or(to.as_ref()),
    };
    matches!(cell, Some(Cell::Text(_)))
}

/// What a column of several values is like where this is among them.
fn among(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    for character in value.chars() {
        if matches!(character, '%' | '_' | '\\') {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    format!("%|{escaped}|%")
}

/// Conditions and the values that they name, in step.
struct Conditions {
    sql: String,
    values: Vec<Cell>,
}

impl Conditions {
    /// Every record that has not been taken away.
    fn none() -> Self {
        Self {
            sql: "deleted IS NULL".into(),
            values: Vec::new(),
        }
    }

    fn of(question: &Question, way: Way) -> Self {
        let mut conditions = Self::none();
        if way == Way::Scan {
            // The indexes of a table are of what has not been taken away, and going by one means going back and forth.
            conditions.sql = format!("{} IS NULL", unindexed("deleted", false));
        }
        for (column, wanted) in &question.filters {
            match way {
                Way::Order | Way::Scan if way == Way::Scan || *column != question.order.sql => {
                    conditions.narrow(&unindexed(column, is_text(wanted)), wanted);
                }
                _ => conditions.narrow(column, wanted),
            }
        }
        if let Some(search) = &question.search {
            conditions.and("search LIKE", Cell::Text(pattern(search)));
            conditions.sql.push_str(" ESCAPE '\\'");
        }
        conditions
    }

    /// Adds what a column must be.
    fn narrow(&mut self, column: &str, wanted: &Wanted) {
        match wanted {
            Wanted::Any(cells) => {
                let list = placeholders(self.values.len() + 1, cells.len());
                self.values.extend(cells.iter().cloned());
                self.also(&format!("{column} IN ({list})"));
            }
            Wanted::Has(values) => {
                let one_of = values.iter().map(|value| {
                    self.values.push(Cell::Text(among(value)));
                    format!("{column} LIKE ${} ESCAPE '\\'", self.values.len())
                });
                let one_of: Vec<String> = one_of.collect();
                self.also(&format!("({})", one_of.join(" OR ")));
            }
            Wanted::Between(from, to) => {
                match from {
                    Some(from) => self.and(&format!("{column} >="), from.clone()),
                    // What is missing is the smallest value there is, and lies in no range.
                    None if is_text(wanted) => self.also(&format!("{column} > ''")),
                    None => self.also(&format!("{column} > {MISSING}")),
                }
                if let Some(to) = to {
                    self.and(&format!("{column} <="), to.clone());
                }
            }
        }
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

    /// A comparison of rows is what an index of both can begin at.
    fn after(&mut self, after: &After, key: &str, descending: bool) {
        let beyond = if descending { '<' } else { '>' };
        self.values.push(after.key.clone());
        self.values.push(Cell::Text(after.id.clone()));
        let (place, id) = (self.values.len() - 1, self.values.len());
        self.also(&format!("({key}, id) {beyond} (${place}, ${id})"));
    }
}

/// How many records there are on all pages.
pub(crate) async fn count(db: &mut Db, model: &Model, question: &Question) -> sqlx::Result<u64> {
    let way = if question.search.is_some() { Way::Scan } else { Way::Any };
    counted(db, model, Conditions::of(question, way)).await
}

/// How many records there are whose fields are what is wanted.
///
/// # Errors
/// `ColumnNotFound` where a field has no column.
pub(crate) async fn count_where(db: &mut Db, model: &Model, wanted: &[(&str, Wanted)]) -> sqlx::Result<u64> {
    counted(db, model, conditions(model, wanted)?).await
}

fn conditions(model: &Model, wanted: &[(&str, Wanted)]) -> sqlx::Result<Conditions> {
    let mut conditions = Conditions::none();
    for (field, wanted) in wanted {
        let column = model.table.column(field);
        let column = column.ok_or_else(|| sqlx::Error::ColumnNotFound((*field).to_owned()))?;
        conditions.narrow(&column.sql, wanted);
    }
    Ok(conditions)
}

/// The ids of the records of which the same is true.
pub(crate) async fn ids_where(db: &mut Db, model: &Model, wanted: &[(&str, Wanted)]) -> sqlx::Result<Vec<String>> {
    let conditions = conditions(model, wanted)?;
    let sql = format!(
        "SELECT id FROM {} WHERE {} ORDER BY id",
        model.table.sql, conditions.sql
    );
    let mut asked = query(AssertSqlSafe(sql));
    for value in conditions.values {
        asked = bind(asked, value);
    }
    let rows = asked.fetch_all(db).await?;
    rows.iter().map(|row| row.try_get(0)).collect()
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

/// Finds one page, and how many records there are on all of them.
pub(crate) async fn find(db: &mut Db, model: &Model, question: &Question) -> sqlx::Result<(Found, u64)> {
    if question.search.is_some()
        && let Some(found) = search(db, model, question).await?
    {
        return Ok(found);
    }
    let total = count(db, model, question).await?;
    Ok((page(db, model, question, total).await?, total))
}

/// Finds one page and the number of records in one look through the list, where a search finds few.
async fn search(db: &mut Db, model: &Model, question: &Question) -> sqlx::Result<Option<(Found, u64)>> {
    let (order, table, whole) = (&question.order, &model.table.sql, &model.table.whole);
    let Conditions { sql, mut values } = Conditions::of(question, Way::Scan);
    let direction = if order.descending { "DESC" } else { "ASC" };
    let mut beyond = String::new();
    if let Some(after) = &question.after {
        values.push(after.key.clone());
        values.push(Cell::Text(after.id.clone()));
        let sign = if order.descending { '<' } else { '>' };
        beyond = format!("WHERE (sort_key, id) {sign} (${}, ${})", values.len() - 1, values.len());
    }
    let (few, limit) = (FEW + 1, question.limit + 1);
    let sql = format!(
        "WITH found AS MATERIALIZED (SELECT id, {} AS sort_key FROM {table} WHERE {sql} LIMIT {few}) \
         SELECT {COLUMNS}, f.sort_key, (SELECT COUNT(*) FROM found) AS total FROM (SELECT id, sort_key FROM found \
         {beyond} ORDER BY sort_key {direction}, id {direction} LIMIT {limit}) f JOIN {table} r ON r.id = f.id \
         JOIN {whole} w ON w.id = f.id ORDER BY f.sort_key {direction}, f.id {direction}",
        order.sql
    );
    let mut asked = query(AssertSqlSafe(sql));
    for value in values {
        asked = bind(asked, value);
    }
    let rows = asked.fetch_all(db).await?;
    let total: i64 = match rows.first() {
        Some(row) => row.try_get("total")?,
        None if question.after.is_none() => 0,
        // All of it lies before the cursor.
        None => return Ok(None),
    };
    let total = u64::try_from(total).unwrap_or_default();
    if total > FEW {
        return Ok(None);
    }
    Ok(Some((shown(&rows, question)?, total)))
}

/// Finds one page of a list of so many.
pub(crate) async fn page(db: &mut Db, model: &Model, question: &Question, total: u64) -> sqlx::Result<Found> {
    let order = &question.order;
    let narrowed = !question.filters.is_empty();
    let way = match total {
        0 => {
            return Ok(Found {
                records: Vec::new(),
                next: None,
            });
        }
        1..=FEW if question.search.is_some() => Way::Scan,
        1..=FEW if narrowed => Way::Narrowing,
        _ => Way::Order,
    };
    let key = match way {
        Way::Narrowing | Way::Scan => unindexed(&order.sql, order.text),
        _ => order.sql.clone(),
    };
    let mut conditions = Conditions::of(question, way);
    if let Some(after) = &question.after {
        conditions.after(after, &key, order.descending);
    }
    let direction = if order.descending { "DESC" } else { "ASC" };
    // One more than asked for tells whether there is a next page.
    let limit = i64::from(question.limit) + 1;
    let sql = format!(
        "SELECT {COLUMNS}, r.sort_key FROM (SELECT id, version, created, deleted, {key} AS sort_key FROM {} \
         WHERE {} ORDER BY {key} {direction}, id {direction} LIMIT {limit}) r \
         JOIN {} w ON w.id = r.id ORDER BY r.sort_key {direction}, r.id {direction}",
        model.table.sql, conditions.sql, model.table.whole,
    );
    let mut asked = query(AssertSqlSafe(sql));
    for value in conditions.values {
        asked = bind(asked, value);
    }
    let rows = asked.fetch_all(db).await?;
    shown(&rows, question)
}

/// The rows of a page; one more than it has tells whether there is a next one.
fn shown(rows: &[AnyRow], question: &Question) -> sqlx::Result<Found> {
    let shown = &rows[..rows.len().min(question.limit as usize)];
    let next = match shown.last() {
        Some(last) if rows.len() > shown.len() => Some(place_after(last, &question.order)?),
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
