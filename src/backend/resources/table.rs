//! The table of a resource: what every record has, and a column for each field that lists are narrowed or sorted by.
//!
//! A column is never null, so that the order of a list is one comparison: what is missing is the smallest value there
//! is. The record itself is one JSON text, from which the columns are made; it lies in a table beside, so that looking
//! through a hundred thousand records is looking through short rows.

use latchkey_contract::id::FieldName;
use latchkey_contract::resource::{Field, Format, Kind, Resource};
use latchkey_permissions::Time;
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::Value;

use super::Fields;
use super::money;
use crate::auth::token::sha256_hex;
use crate::validate::folded;

/// To be changed whenever a column is made of a value in another way: then all tables are made anew.
const MADE: &str = "2";

/// What is missing, where numbers are kept.
pub(crate) const MISSING: i64 = i64::MIN;

/// How a field is kept to be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keeps {
    /// A text, folded.
    Folded,
    /// A value exactly as it is: a choice, the id of a reference, a day.
    Exact,
    /// Several values, each between bars: `|a|b|`.
    Several,
    /// A day.
    Day,
    /// A moment, in milliseconds.
    Moment,
    /// A number or an amount, times [`SCALE`].
    Scaled,
    /// 1 or 0.
    Flag,
}

/// How many decimals of a number are kept.
const DECIMALS: u32 = 4;
/// What numbers are kept times of, for these.
const SCALE: i64 = 10_i64.pow(DECIMALS);

/// A value of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    /// A text.
    Text(String),
    /// A number.
    Number(i64),
}

impl Cell {
    /// What it says, where it is a text.
    pub(crate) fn into_text(self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text),
            Self::Number(_) => None,
        }
    }
}

impl Keeps {
    /// How a field is kept; none for one that cannot be compared.
    pub(crate) fn of(resource: &Resource, field: &Field) -> Option<Self> {
        let schema = resource.schema.member(&field.name);
        match field.kind {
            Kind::Text => Some(Self::Folded),
            Kind::Choice | Kind::Reference => Some(Self::Exact),
            Kind::Date if schema.is_some_and(|schema| schema.format == Some(Format::DateTime)) => Some(Self::Moment),
            Kind::Date => Some(Self::Day),
            Kind::Number | Kind::Money => Some(Self::Scaled),
            Kind::Switch => Some(Self::Flag),
            Kind::Choices => Some(Self::Several),
            _ => None,
        }
    }

    /// Whether it is kept as a text.
    pub(crate) fn is_text(self) -> bool {
        matches!(self, Self::Folded | Self::Exact | Self::Several | Self::Day)
    }

    fn sql_type(self) -> &'static str {
        if self.is_text() { "TEXT" } else { "BIGINT" }
    }

    /// The cell of a value.
    pub(crate) fn cell(self, value: Option<&Value>) -> Cell {
        let text = || value.and_then(Value::as_str).unwrap_or_default();
        match self {
            Self::Folded => Cell::Text(folded(text())),
            Self::Exact | Self::Day => Cell::Text(text().to_owned()),
            Self::Several => {
                let values = value.and_then(Value::as_array).into_iter().flatten();
                let values: Vec<&str> = values.filter_map(Value::as_str).collect();
                Cell::Text(if values.is_empty() {
                    String::new()
                } else {
                    format!("|{}|", values.join("|"))
                })
            }
            Self::Moment => Cell::Number(text().parse().map_or(MISSING, Time::millis)),
            Self::Scaled => {
                let number = money::amount(value).or_else(|| money::number(value));
                Cell::Number(number.and_then(scaled).unwrap_or(MISSING))
            }
            Self::Flag => Cell::Number(i64::from(value == Some(&Value::Bool(true)))),
        }
    }
}

/// A number as it is compared.
pub(crate) fn scaled(number: Decimal) -> Option<i64> {
    number
        .checked_mul(Decimal::from(SCALE))?
        .round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
        .to_i64()
}

/// The number that is kept so.
pub(crate) fn unscaled(kept: i64) -> Decimal {
    Decimal::new(kept, DECIMALS)
}

/// A column.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub(crate) field: FieldName,
    /// Its name in SQL, quoted.
    pub(crate) sql: String,
    pub(crate) keeps: Keeps,
}

/// A table.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    /// Its name in SQL, quoted.
    pub(crate) sql: String,
    /// The name in SQL, quoted, of the table with the records themselves.
    pub(crate) whole: String,
    pub(crate) columns: Vec<Column>,
    /// What makes it, each a statement.
    pub(super) making: Vec<String>,
    /// Tells whether it is still made as it should be.
    pub(super) made: String,
}

impl Table {
    /// The table of a resource whose names have been checked: nothing in them ends a quotation.
    pub(super) fn of(resource: &Resource) -> Self {
        let plain = format!("r_{}", resource.id.as_str().replace('-', "_"));
        let sql = format!("\"{plain}\"");
        let mut columns: Vec<Column> = Vec::new();
        for name in resource.filters.iter().chain(&resource.sorts) {
            let keeps = resource
                .field(name.as_str())
                .and_then(|field| Keeps::of(resource, field));
            if let Some(keeps) = keeps
                && !columns.iter().any(|column| column.field == *name)
            {
                columns.push(Column {
                    field: name.clone(),
                    sql: format!("\"f_{name}\""),
                    keeps,
                });
            }
        }
        let typed: Vec<String> = columns
            .iter()
            .map(|column| format!("{} {} NOT NULL, ", column.sql, column.keeps.sql_type()))
            .collect();
        let typed = typed.concat();
        let table = format!(
            "CREATE TABLE {sql} (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, created BIGINT NOT NULL, \
             deleted BIGINT, name TEXT NOT NULL, {typed}search TEXT NOT NULL)"
        );
        let whole = format!("\"{plain}_whole\"");

        let column = |name: &FieldName| columns.iter().find(|column| column.field == *name);
        let usual = resource
            .sort
            .as_ref()
            .map(|sort| sort.trim_start_matches('-').to_owned());
        let usual = usual.and_then(|sort| column(&FieldName(sort)));
        let usual = usual.map_or("created", |column| column.sql.as_str());
        let mut keys: Vec<String> = vec![format!("{usual}, id")];
        let sorts = resource.sorts.iter().filter_map(column);
        keys.extend(sorts.map(|column| format!("{}, id", column.sql)));
        let filters = resource.filters.iter().filter_map(column);
        keys.extend(filters.map(|column| {
            if column.sql == usual {
                format!("{usual}, id")
            } else {
                format!("{}, {usual}, id", column.sql)
            }
        }));
        keys.sort();
        keys.dedup();

        let mut made = sha256_hex(&[MADE.as_bytes(), table.as_bytes(), keys.join(";").as_bytes()]);
        made.truncate(16);
        let mut making = vec![
            table,
            format!("CREATE TABLE {whole} (id TEXT NOT NULL PRIMARY KEY, fields TEXT NOT NULL)"),
        ];
        // The names of indexes are those of this making, since an older table keeps its own until it is dropped.
        making.extend(
            keys.iter()
                .enumerate()
                .map(|(n, key)| format!("CREATE INDEX \"{plain}_{made}_{n}\" ON {sql} ({key}) WHERE deleted IS NULL")),
        );
        making.push(format!(
            "CREATE INDEX \"{plain}_{made}_deleted\" ON {sql} (deleted) WHERE deleted IS NOT NULL"
        ));
        Self {
            sql,
            whole,
            columns,
            making,
            made,
        }
    }

    /// The column of a field.
    pub(crate) fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.field.as_str() == name)
    }

    /// The cells of a record, in the order of the columns.
    pub(crate) fn cells(&self, fields: &Fields) -> Vec<Cell> {
        self.columns
            .iter()
            .map(|column| column.keeps.cell(fields.get(column.field.as_str())))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn cells_keep_the_order_of_what_they_stand_for() {
        let scaled = |value: Value| match Keeps::Scaled.cell(Some(&value)) {
            Cell::Number(number) => number,
            Cell::Text(text) => panic!("{text}"),
        };
        let amount = |text: &str| scaled(json!({ "amount": text, "currency": "EUR" }));
        assert!(amount("-1") < amount("0") && amount("9.99") < amount("10") && amount("10") == amount("10.00"));
        assert!(scaled(json!(0.25)) < scaled(json!(1)));
        assert_eq!(Keeps::Scaled.cell(None), Cell::Number(MISSING));
        let moment = |text: &str| Keeps::Moment.cell(Some(&json!(text)));
        assert_eq!(moment("2026-11-24T09:30:00Z"), moment("2026-11-24T10:30:00+01:00"));
        assert_eq!(
            Keeps::Several.cell(Some(&json!(["a", "b"]))),
            Cell::Text("|a|b|".into())
        );
        assert_eq!(Keeps::Several.cell(None), Cell::Text(String::new()));
        assert_eq!(Keeps::Folded.cell(Some(&json!(" Åsa"))), Cell::Text("åsa".into()));
    }
}
