//! Reports: what the orders and carts of a span come to. They read what the resources keep and change nothing.

pub(crate) mod calendar;
mod kinds;
mod tally;
mod things;

use std::ops::RangeInclusive;

use latchkey_contract::report::{Axis, Figure, Point, Report, ReportBrief, Unit};

use self::calendar::Day;
pub(crate) use self::kinds::{Kind, before, briefs};
use self::tally::Tally;
use crate::resources::registry::Registry;
use crate::store::Db;

/// What a report is about.
pub(crate) struct Question<'a> {
    /// The days.
    pub(crate) days: RangeInclusive<Day>,
    /// Whether the span before is answered too.
    pub(crate) compare: bool,
    /// The store's currency.
    pub(crate) currency: &'a str,
    /// Where the names of channels stand.
    pub(crate) registry: &'a Registry,
}

/// Makes a report.
pub(crate) async fn report(db: &mut Db, kind: Kind, question: &Question<'_>) -> sqlx::Result<Report> {
    let earlier = question.compare.then(|| calendar::before(&question.days));
    let (axis, points, total) = match kind {
        Kind::BestSellers | Kind::Channels => things(db, kind, question, earlier.as_ref()).await?,
        Kind::Sales | Kind::Orders | Kind::AverageOrder | Kind::Conversion => {
            time(db, kind, question, earlier.as_ref()).await?
        }
    };
    Ok(Report {
        brief: kind.brief(),
        from: question.days.start().to_string(),
        to: question.days.end().to_string(),
        unit: kind.unit(question.currency),
        axis,
        points,
        total,
    })
}

type Drawn = (Axis, Vec<Point>, Figure);

async fn time(
    db: &mut Db,
    kind: Kind,
    question: &Question<'_>,
    earlier: Option<&RangeInclusive<Day>>,
) -> sqlx::Result<Drawn> {
    let step = calendar::step(&question.days);
    let firsts = calendar::steps(&question.days, step);
    let now = tally::by_step(db, &question.days, &firsts).await?;
    let before = match earlier {
        None => None,
        Some(days) => {
            // The same steps, moved back as a whole: each stands beside the one that it is compared with.
            let shift = days.start().0 - question.days.start().0;
            let firsts: Vec<Day> = firsts.iter().map(|first| first.plus(shift)).collect();
            Some(tally::by_step(db, days, &firsts).await?)
        }
    };
    let value = |tally: &Tally| kind.value(tally, question.currency);
    let points = firsts
        .iter()
        .enumerate()
        .map(|(n, first)| Point {
            key: first.to_string(),
            label: None,
            figure: Figure {
                value: value(&now[n]),
                before: before.as_ref().map(|before| value(&before[n])),
            },
        })
        .collect();
    let total = Figure {
        value: value(&now.iter().sum()),
        before: before.as_ref().map(|before| value(&before.iter().sum())),
    };
    Ok((Axis::Time(step), points, total))
}

async fn things(
    db: &mut Db,
    kind: Kind,
    question: &Question<'_>,
    earlier: Option<&RangeInclusive<Day>>,
) -> sqlx::Result<Drawn> {
    let now = things::of(db, kind, question.registry, &question.days).await?;
    let before = match earlier {
        None => None,
        Some(days) => Some(things::of(db, kind, question.registry, days).await?),
    };
    let text = |amount| match kind.unit(question.currency) {
        Unit::Money(currency) => crate::resources::money::text(amount, &currency),
        Unit::Count | Unit::Percent => amount.normalize().to_string(),
    };
    let earlier_of = |key: &str| before.as_ref().map(|before| text(before.amount(key)));
    let points = now
        .largest(things::SHOWN)
        .into_iter()
        .map(|thing| Point {
            figure: Figure {
                value: text(thing.amount),
                before: earlier_of(&thing.key),
            },
            key: thing.key,
            label: Some(thing.label),
        })
        .collect();
    let total = Figure {
        value: text(now.total()),
        before: before.as_ref().map(|before| text(before.total())),
    };
    Ok((Axis::Things, points, total))
}

/// The report of this id, where there is one.
pub(crate) fn known(id: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| kind.id() == id)
}

/// All of them, for the list.
pub(crate) fn all() -> Vec<ReportBrief> {
    briefs().to_vec()
}
