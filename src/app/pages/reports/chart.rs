//! The charts: a line over time, bars for things. What they show is said in words beside them and stands in the table
//! behind them, so nothing depends on seeing them.

use latchkey_contract::report::{Point, Report, Step, Unit};
use leptos::prelude::*;

use super::scale::{Scale, WHOLE, grid, line, surface, x};
use crate::i18n::{self, figures, words};
use crate::reactive::live;

/// A value as a number, to be drawn; the words take the text.
fn drawn(value: &str) -> f64 {
    js_sys::parse_float(value)
}

/// A line over time, and behind it the one of the span before.
#[component]
pub(crate) fn TimeChart(
    /// The report.
    report: Report,
    /// How long the time of one point is.
    step: Step,
) -> impl IntoView {
    let now: Vec<f64> = report.points.iter().map(|point| drawn(&point.figure.value)).collect();
    let before: Vec<f64> = report
        .points
        .iter()
        .filter_map(|point| point.figure.before.as_deref().map(drawn))
        .collect();
    let scale = match report.unit {
        Unit::Percent => Scale::HUNDREDTHS,
        Unit::Money(_) | Unit::Count => Scale::holding(now.iter().chain(&before).copied()),
    };
    let count = report.points.len();
    let title = report.brief.title.clone();
    let (unit, from, to, points) = (report.unit, report.from, report.to, report.points);

    let said = {
        let (from, to) = (from.clone(), to.clone());
        live(move || {
            let name = title.in_language(&i18n::language::tag()).to_owned();
            words::reports_chart_label(&figures::whole_day(&from), &name, &figures::whole_day(&to))
        })
    };
    let lines = scale.lines();
    let edge_unit = unit.clone();
    let edge = live(move || {
        let label = |value: &f64| view! { <li>{figures::figure_short(&edge_unit, *value)}</li> };
        lines.iter().map(label).collect_view()
    });
    let hits = live(move || {
        let hit = |(index, point): (usize, &Point)| {
            let day = figures::day(&point.key, step);
            let value = figures::figure(&unit, &point.figure.value);
            let text = match &point.figure.before {
                None => words::reports_point(&day, &value),
                Some(before) => words::reports_point_before(&figures::figure(&unit, before), &day, &value),
            };
            view! { <path class="chart-hit" d=format!("M{} 0V{WHOLE}", x(index, count))><title>{text}</title></path> }
        };
        points.iter().enumerate().map(hit).collect_view()
    });
    let ends = live(move || {
        view! { <li>{figures::day(&from, step)}</li><li>{figures::day(&to, step)}</li> }
    });
    view! {
        <div class="chart">
            <ol class="chart-scale" aria-hidden="true">{edge}</ol>
            <svg class="chart-plot" viewBox=format!("0 0 {WHOLE} {WHOLE}") preserveAspectRatio="none" role="img" aria-label=said>
                <path class="chart-grid" d=grid()></path>
                <path class="chart-surface" d=surface(scale, &now)></path>
                <path class="chart-before" d=line(scale, &before)></path>
                <path class="chart-line" d=line(scale, &now)></path>
                {hits}
            </svg>
            <ol class="chart-ends" aria-hidden="true">{ends}</ol>
        </div>
    }
}

/// Bars, one for each thing.
#[component]
pub(super) fn ThingsChart(
    /// The report.
    report: Report,
) -> impl IntoView {
    if report.points.is_empty() {
        return view! { <p class="muted">{words::reports_nothing}</p> }.into_any();
    }
    let scale = Scale::holding(report.points.iter().map(|point| drawn(&point.figure.value)));
    let unit = report.unit;
    let bars = report.points.into_iter().map(|point| {
        let part = scale.part(drawn(&point.figure.value));
        let unit = unit.clone();
        let label = point.label.unwrap_or_default();
        let value = point.figure.value;
        view! {
            <li class="bar">
                <span class="bar-label">{move || label.in_language(&i18n::language::tag()).to_owned()}</span>
                <svg class="bar-plot" viewBox=format!("0 0 {WHOLE} 2") preserveAspectRatio="none" aria-hidden="true">
                    <path class="chart-line" d=format!("M0 1H{part}")></path>
                </svg>
                <span class="number">{move || figures::figure(&unit, &value)}</span>
            </li>
        }
    });
    view! { <ol class="bars">{bars.collect_view()}</ol> }.into_any()
}
