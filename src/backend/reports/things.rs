//! What single things come to: channels, added up by the database, and products, counted from the lines of orders.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use latchkey_permissions::Text;
use rust_decimal::Decimal;
use serde::Deserialize;
use sqlx::Row;

use super::calendar::Day;
use super::kinds::Kind;
use super::tally::PAID;
use crate::resources::registry::Registry;
use crate::resources::table::unscaled;
use crate::store::Db;

/// How many things a report shows.
pub(super) const SHOWN: usize = 10;

/// One thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Thing {
    pub(super) key: String,
    pub(super) label: Text,
    pub(super) amount: Decimal,
}

/// All things of a span.
#[derive(Debug, Default)]
pub(super) struct Things(HashMap<String, (Text, Decimal)>);

impl Things {
    fn add(&mut self, key: String, label: Text, amount: Decimal) {
        self.0.entry(key).or_insert((label, Decimal::ZERO)).1 += amount;
    }

    /// What one comes to; nothing, where it is not among them.
    pub(super) fn amount(&self, key: &str) -> Decimal {
        self.0.get(key).map_or(Decimal::ZERO, |(_, amount)| *amount)
    }

    /// All together.
    pub(super) fn total(&self) -> Decimal {
        self.0.values().map(|(_, amount)| *amount).sum()
    }

    /// The largest, the largest first; of two alike the one whose key comes first.
    pub(super) fn largest(&self, count: usize) -> Vec<Thing> {
        let mut all: Vec<_> = self
            .0
            .iter()
            .map(|(key, (label, amount))| Thing {
                key: key.clone(),
                label: label.clone(),
                amount: *amount,
            })
            .collect();
        all.sort_by(|a, b| b.amount.cmp(&a.amount).then_with(|| a.key.cmp(&b.key)));
        all.truncate(count);
        all
    }
}

/// The things of a report.
pub(super) async fn of(
    db: &mut Db,
    kind: Kind,
    registry: &Registry,
    days: &RangeInclusive<Day>,
) -> sqlx::Result<Things> {
    let (from, until) = (days.start().start().millis(), days.end().plus(1).start().millis());
    match kind {
        Kind::BestSellers => products(db, registry, from, until).await,
        _ => channels(db, registry, from, until).await,
    }
}

async fn channels(db: &mut Db, registry: &Registry, from: i64, until: i64) -> sqlx::Result<Things> {
    let sql = format!(
        "SELECT f_channel AS channel, \
         CAST(SUM(f_total - CASE WHEN f_refunded > 0 THEN f_refunded ELSE 0 END) AS BIGINT) AS net \
         FROM r_orders WHERE deleted IS NULL AND f_payment IN {PAID} AND f_created >= $1 AND f_created < $2 \
         GROUP BY f_channel"
    );
    let mut things = Things::default();
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(from).bind(until);
    for row in rows.fetch_all(db).await? {
        let channel: String = row.try_get("channel")?;
        let label = label(registry, &channel);
        things.add(channel, label, unscaled(row.try_get("net")?));
    }
    Ok(things)
}

/// What orders call a channel; by its value, where they do not know it any more.
fn label(registry: &Registry, channel: &str) -> Text {
    let field = registry
        .get("orders")
        .and_then(|orders| orders.resource.field("channel"));
    let choice = field.and_then(|field| field.choices.iter().find(|choice| choice.value == channel));
    let unknown = || Text([("en".to_owned(), channel.to_owned())].into());
    choice.map_or_else(unknown, |choice| choice.label.clone())
}

/// As much of an order as is counted here.
#[derive(Deserialize)]
struct Order {
    lines: Vec<Line>,
}

#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    product: Option<String>,
    name: String,
    quantity: i64,
}

async fn products(db: &mut Db, registry: &Registry, from: i64, until: i64) -> sqlx::Result<Things> {
    let mut things = Things::default();
    let Some(orders) = registry.get("orders") else {
        return Ok(things);
    };
    let sql = format!(
        "SELECT w.fields FROM {} r JOIN {} w ON w.id = r.id WHERE r.deleted IS NULL AND r.f_payment IN {PAID} \
         AND r.f_created >= $1 AND r.f_created < $2",
        orders.table.sql, orders.table.whole,
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(from).bind(until);
    for row in rows.fetch_all(db).await? {
        let fields: String = row.try_get("fields")?;
        let order: Order = serde_json::from_str(&fields).map_err(|error| sqlx::Error::Decode(error.into()))?;
        for line in order.lines {
            let label = Text([("en".to_owned(), line.name.clone())].into());
            things.add(line.product.unwrap_or(line.name), label, Decimal::from(line.quantity));
        }
    }
    Ok(things)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_come_first_and_like_ones_in_a_fixed_order() {
        let mut things = Things::default();
        for (key, amount) in [("b", 2), ("a", 2), ("c", 5), ("b", 1), ("d", 1)] {
            things.add(key.into(), Text::default(), amount.into());
        }
        let largest: Vec<_> = things.largest(3).into_iter().map(|thing| thing.key).collect();
        assert_eq!(largest, ["c", "b", "a"]);
        assert_eq!(things.total(), Decimal::from(11));
        assert_eq!(things.amount("b"), Decimal::from(3));
        assert_eq!(things.amount("x"), Decimal::ZERO);
    }
}
