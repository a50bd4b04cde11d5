//! Which reports there are, what each is called, and what it makes of the tallies.

use std::sync::LazyLock;

use latchkey_contract::report::{ReportBrief, Unit};
use latchkey_permissions::Text;
use rust_decimal::Decimal;

use super::tally::Tally;
use crate::resources::money;

/// A report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Sales,
    Orders,
    AverageOrder,
    BestSellers,
    Channels,
    Conversion,
}

/// Their words, in the order in which the page shows them.
static BRIEFS: LazyLock<Vec<ReportBrief>> =
    LazyLock::new(|| serde_json::from_str(include_str!("reports.json")).unwrap_or_default());

/// What the figures of the span before are called.
static BEFORE: LazyLock<Text> = LazyLock::new(|| serde_json::from_str(include_str!("before.json")).unwrap_or_default());

/// What the figures of the span before are called.
pub(crate) fn before() -> &'static Text {
    &BEFORE
}

/// What all of them are called.
pub(crate) fn briefs() -> &'static [ReportBrief] {
    &BRIEFS
}

impl Kind {
    pub(crate) const ALL: [Self; 6] = [
        Self::Sales,
        Self::Orders,
        Self::AverageOrder,
        Self::BestSellers,
        Self::Channels,
        Self::Conversion,
    ];

    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Sales => "sales",
            Self::Orders => "orders",
            Self::AverageOrder => "average-order",
            Self::BestSellers => "best-sellers",
            Self::Channels => "channels",
            Self::Conversion => "conversion",
        }
    }

    pub(crate) fn brief(self) -> ReportBrief {
        let found = briefs().iter().find(|brief| brief.id == self.id());
        found.cloned().unwrap_or_else(|| ReportBrief {
            id: self.id().to_owned(),
            title: Text::default(),
            about: Text::default(),
        })
    }

    pub(super) fn unit(self, currency: &str) -> Unit {
        match self {
            Self::Sales | Self::AverageOrder | Self::Channels => Unit::Money(currency.to_owned()),
            Self::Orders | Self::BestSellers => Unit::Count,
            Self::Conversion => Unit::Percent,
        }
    }

    /// What it makes of a tally.
    pub(super) fn value(self, tally: &Tally, currency: &str) -> String {
        let count = |number: i64| Decimal::from(number);
        match self {
            Self::Sales | Self::Channels => money::text(tally.net(), currency),
            Self::Orders | Self::BestSellers => tally.orders.to_string(),
            Self::AverageOrder => {
                let average = tally.gross.checked_div(count(tally.paid)).unwrap_or_default();
                money::text(average, currency)
            }
            Self::Conversion => {
                let carts = count(tally.orders.saturating_add(tally.left));
                let percent = (count(tally.orders) * count(100))
                    .checked_div(carts)
                    .unwrap_or_default();
                percent.round_dp(1).normalize().to_string()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_report_has_its_words_in_every_language() {
        let ids: Vec<_> = briefs().iter().map(|brief| brief.id.as_str()).collect();
        assert_eq!(ids, Kind::ALL.map(Kind::id));
        for brief in briefs() {
            for language in ["en", "sv", "id"] {
                for text in [&brief.title, &brief.about] {
                    assert!(text.0.contains_key(language), "{} in {language}", brief.id);
                }
            }
        }
    }

    #[test]
    fn nothing_divided_by_nothing_is_nothing() {
        let nothing = Tally::default();
        assert_eq!(Kind::AverageOrder.value(&nothing, "EUR"), "0.00");
        assert_eq!(Kind::Conversion.value(&nothing, "EUR"), "0");
    }

    #[test]
    fn refunds_are_taken_off_sales_and_not_off_the_average() {
        let tally = Tally {
            orders: 3,
            paid: 2,
            gross: Decimal::new(10_000, 2),
            refunded: Decimal::new(2_550, 2),
            left: 6,
        };
        assert_eq!(Kind::Sales.value(&tally, "EUR"), "74.50");
        assert_eq!(Kind::AverageOrder.value(&tally, "EUR"), "50.00");
        assert_eq!(Kind::Orders.value(&tally, "EUR"), "3");
        assert_eq!(Kind::Conversion.value(&tally, "EUR"), "33.3");
    }
}
