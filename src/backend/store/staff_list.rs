//! The list of staff: search, filters, order and pages, all of it done by the database.
//!
//! A page begins after the last record of the page before, by what the list is ordered by and then by id, not after a
//! number of records: whoever is added or leaves in between shifts nobody from one page to the next.

use latchkey_contract::staff::StaffCounts;
use latchkey_permissions::{PermissionId, Status};
use sqlx::any::{AnyArguments, AnyRow};
use sqlx::query::{Query, QueryScalar};
use sqlx::{Any, AssertSqlSafe, Row, query, query_as, query_scalar};

use super::accounts::{self, Account};
use super::{Db, placeholders};
use crate::validate::folded;

/// What the list is ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// The name as it is compared.
    Name,
    /// The e-mail address as it is compared.
    Email,
    /// The order of a life.
    Status,
    /// Those who were never here come first.
    LastSeen,
}

impl Sort {
    /// The SQL of it; never null.
    fn column(self) -> &'static str {
        match self {
            Self::Name => "a.name_key",
            Self::Email => "a.email_key",
            Self::Status => "a.status_rank",
            Self::LastSeen => "COALESCE(a.last_seen, -1)",
        }
    }
}

/// What a record is ordered by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SortKey {
    Text(String),
    Number(i64),
}

/// The place after one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct After {
    pub(crate) key: SortKey,
    pub(crate) id: String,
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// A part of name or address.
    pub(crate) search: Option<String>,
    /// Any of these; all where there is none.
    pub(crate) statuses: Vec<Status>,
    pub(crate) role: Option<String>,
    pub(crate) permission: Option<PermissionId>,
    /// Whether a second factor is set up.
    pub(crate) two_factor: Option<bool>,
    pub(crate) sort: Sort,
    pub(crate) descending: bool,
    pub(crate) limit: u32,
    pub(crate) after: Option<After>,
}

/// One page.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) accounts: Vec<Account>,
    /// Where the next page begins, where there is one.
    pub(crate) next: Option<After>,
    pub(crate) total: u64,
}

/// A value to be bound.
#[derive(Clone, Debug)]
enum Value {
    Text(String),
    Number(i64),
}

/// Conditions and what they are about, in step.
#[derive(Clone, Default)]
struct Conditions {
    sql: String,
    values: Vec<Value>,
}

impl Conditions {
    /// Adds a condition; `{}` in it stands for the value.
    fn and(&mut self, condition: &str, value: Value) {
        self.values.push(value);
        let place = format!("${}", self.values.len());
        self.also(&condition.replace("{}", &place));
    }

    /// Adds a condition that names its values itself.
    fn also(&mut self, condition: &str) {
        self.sql.push_str(" AND ");
        self.sql.push_str(condition);
    }

    fn of(wanted: &Wanted) -> Self {
        let mut conditions = Self {
            sql: "a.owner = 0".into(),
            values: Vec::new(),
        };
        if let Some(search) = &wanted.search {
            conditions.and("a.search LIKE {} ESCAPE '\\'", Value::Text(pattern(search)));
        }
        if !wanted.statuses.is_empty() {
            let list = placeholders(conditions.values.len() + 1, wanted.statuses.len());
            conditions.also(&format!("a.status IN ({list})"));
            let names = wanted.statuses.iter().map(|status| Value::Text(status.as_str().into()));
            conditions.values.extend(names);
        }
        if let Some(role) = &wanted.role {
            conditions.and(
                "EXISTS (SELECT 1 FROM account_roles h WHERE h.account = a.id AND h.role = {})",
                Value::Text(role.clone()),
            );
        }
        if let Some(permission) = &wanted.permission {
            // A former member of staff holds nothing, whatever the record remembers.
            conditions.and(
                "a.status <> 'ended' AND (EXISTS (SELECT 1 FROM account_permissions p WHERE p.account = a.id \
                 AND p.permission = {}) OR EXISTS (SELECT 1 FROM account_roles h JOIN role_permissions p \
                 ON p.role = h.role WHERE h.account = a.id AND p.permission = {}))",
                Value::Text(permission.to_string()),
            );
        }
        if let Some(two_factor) = wanted.two_factor {
            conditions.and("a.two_factor = {}", Value::Number(i64::from(two_factor)));
        }
        conditions
    }

    fn and_after(&mut self, after: &After, sort: Sort, descending: bool) {
        let (column, beyond) = (sort.column(), if descending { '<' } else { '>' });
        self.values.push(match &after.key {
            SortKey::Text(text) => Value::Text(text.clone()),
            SortKey::Number(number) => Value::Number(*number),
        });
        self.values.push(Value::Text(after.id.clone()));
        let (key, id) = (self.values.len() - 1, self.values.len());
        self.also(&format!(
            "({column} {beyond} ${key} OR ({column} = ${key} AND a.id {beyond} ${id}))"
        ));
    }
}

/// Finds one page.
pub(crate) async fn find(db: &mut Db, wanted: &Wanted) -> sqlx::Result<Found> {
    let mut conditions = Conditions::of(wanted);
    let sql = format!("SELECT COUNT(*) FROM accounts a WHERE {}", conditions.sql);
    let mut count: QueryScalar<'_, Any, i64, AnyArguments> = query_scalar(AssertSqlSafe(sql));
    for value in &conditions.values {
        count = match value {
            Value::Text(text) => count.bind(text.as_str()),
            Value::Number(number) => count.bind(*number),
        };
    }
    let total = count.fetch_one(&mut *db).await?;

    if let Some(after) = &wanted.after {
        conditions.and_after(after, wanted.sort, wanted.descending);
    }
    let (columns, key) = (accounts::COLUMNS, wanted.sort.column());
    let order = if wanted.descending { "DESC" } else { "ASC" };
    // One more than asked for tells whether there is a next page.
    let limit = i64::from(wanted.limit) + 1;
    let sql = format!(
        "SELECT {columns}, {key} AS sort_key FROM accounts a WHERE {} ORDER BY {key} {order}, a.id {order} LIMIT {limit}",
        conditions.sql
    );
    let mut asked: Query<'_, Any, AnyArguments> = query(AssertSqlSafe(sql));
    for value in &conditions.values {
        asked = match value {
            Value::Text(text) => asked.bind(text.as_str()),
            Value::Number(number) => asked.bind(*number),
        };
    }
    let rows = asked.fetch_all(db).await?;

    let shown = &rows[..rows.len().min(wanted.limit as usize)];
    let next = match shown.last() {
        Some(last) if rows.len() > shown.len() => Some(place_after(last, wanted.sort)?),
        _ => None,
    };
    Ok(Found {
        accounts: shown.iter().map(accounts::from_row).collect::<sqlx::Result<_>>()?,
        next,
        total: u64::try_from(total).unwrap_or_default(),
    })
}

/// Every member of staff in one of these states.
pub(crate) async fn all_in(db: &mut Db, statuses: &[Status]) -> sqlx::Result<Vec<Account>> {
    let (columns, list) = (accounts::COLUMNS, placeholders(1, statuses.len()));
    let sql = format!("SELECT {columns} FROM accounts a WHERE a.owner = 0 AND a.status IN ({list}) ORDER BY a.id");
    let mut asked: Query<'_, Any, AnyArguments> = query(AssertSqlSafe(sql));
    for status in statuses {
        asked = asked.bind(status.as_str());
    }
    let rows = asked.fetch_all(db).await?;
    rows.iter().map(accounts::from_row).collect()
}

/// How many accounts stand where.
pub(crate) async fn counts(db: &mut Db) -> sqlx::Result<StaffCounts> {
    let rows: Vec<(String, i64)> = query_as("SELECT status, COUNT(*) FROM accounts WHERE owner = 0 GROUP BY status")
        .fetch_all(db)
        .await?;
    let mut counts = StaffCounts::default();
    for (status, count) in rows {
        counts.set(
            accounts::status_named(&status)?,
            u64::try_from(count).unwrap_or_default(),
        );
    }
    Ok(counts)
}

fn place_after(row: &AnyRow, sort: Sort) -> sqlx::Result<After> {
    Ok(After {
        key: match sort {
            Sort::Name | Sort::Email => SortKey::Text(row.try_get("sort_key")?),
            Sort::Status | Sort::LastSeen => SortKey::Number(row.try_get("sort_key")?),
        },
        id: row.try_get("id")?,
    })
}

/// The pattern for "contains this", in which nothing is a wildcard but its ends.
pub(crate) fn pattern(search: &str) -> String {
    let mut pattern = String::from("%");
    for c in folded(search).chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

#[cfg(test)]
mod tests {
    use super::pattern;

    #[test]
    fn wildcards_in_a_search_mean_themselves() {
        assert_eq!(pattern("100%"), "%100\\%%");
        assert_eq!(pattern("a_b\\"), "%a\\_b\\\\%");
        assert_eq!(pattern(" ÅSA "), "%åsa%");
    }
}
