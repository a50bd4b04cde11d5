//! What a step of time comes to: orders and carts, counted and added up by the database, one row a day.

use std::iter::Sum;
use std::ops::RangeInclusive;

use rust_decimal::Decimal;
use sqlx::Row;
use sqlx::any::AnyRow;

use super::calendar::{self, DAY_MS, Day};
use crate::resources::table::unscaled;
use crate::store::Db;

/// The payments of orders that money has come in for.
pub(super) const PAID: &str = "('paid', 'partlyRefunded', 'refunded')";

/// What one step comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    /// Orders that were not cancelled before they were paid.
    pub(super) orders: i64,
    /// Those that were paid.
    pub(super) paid: i64,
    /// What was paid.
    pub(super) gross: Decimal,
    /// What of it was given back.
    pub(super) refunded: Decimal,
    /// Carts that were left and did not become an order.
    pub(super) left: i64,
}

impl Tally {
    /// What was paid and kept.
    pub(super) fn net(&self) -> Decimal {
        self.gross - self.refunded
    }
}

impl<'a> Sum<&'a Self> for Tally {
    fn sum<I: Iterator<Item = &'a Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, one| Self {
            orders: sum.orders + one.orders,
            paid: sum.paid + one.paid,
            gross: sum.gross + one.gross,
            refunded: sum.refunded + one.refunded,
            left: sum.left + one.left,
        })
    }
}

/// The tallies of the steps that begin on `firsts`.
pub(super) async fn by_step(db: &mut Db, days: &RangeInclusive<Day>, firsts: &[Day]) -> sqlx::Result<Vec<Tally>> {
    let mut tallies = vec![Tally::default(); firsts.len()];
    let (from, until) = (days.start().start().millis(), days.end().plus(1).start().millis());
    let mut add = |row: &AnyRow, add: &dyn Fn(&mut Tally) -> sqlx::Result<()>| -> sqlx::Result<()> {
        let day = Day(row.try_get("day")?);
        match calendar::place(firsts, day).and_then(|place| tallies.get_mut(place)) {
            Some(tally) => add(tally),
            None => Ok(()),
        }
    };

    let orders = format!(
        "SELECT f_created / {DAY_MS} AS day, COUNT(*) AS orders, \
         SUM(CASE WHEN f_payment IN {PAID} THEN 1 ELSE 0 END) AS paid, \
         CAST(SUM(CASE WHEN f_payment IN {PAID} THEN f_total ELSE 0 END) AS BIGINT) AS gross, \
         CAST(SUM(CASE WHEN f_refunded > 0 THEN f_refunded ELSE 0 END) AS BIGINT) AS refunded \
         FROM r_orders WHERE deleted IS NULL AND f_payment <> 'cancelled' AND f_created >= $1 AND f_created < $2 \
         GROUP BY f_created / {DAY_MS}"
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(orders)).bind(from).bind(until);
    for row in rows.fetch_all(&mut *db).await? {
        add(&row, &|tally| {
            tally.orders += row.try_get::<i64, _>("orders")?;
            tally.paid += row.try_get::<i64, _>("paid")?;
            tally.gross += unscaled(row.try_get("gross")?);
            tally.refunded += unscaled(row.try_get("refunded")?);
            Ok(())
        })?;
    }

    let carts = format!(
        "SELECT f_created / {DAY_MS} AS day, COUNT(*) AS carts FROM r_carts \
         WHERE deleted IS NULL AND f_status <> 'recovered' AND f_created >= $1 AND f_created < $2 \
         GROUP BY f_created / {DAY_MS}"
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(carts)).bind(from).bind(until);
    for row in rows.fetch_all(&mut *db).await? {
        add(&row, &|tally| {
            tally.left += row.try_get::<i64, _>("carts")?;
            Ok(())
        })?;
    }
    Ok(tallies)
}
