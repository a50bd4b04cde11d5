//! The table behind a chart: the same figures, to be read, heard and copied.

use latchkey_contract::report::{Axis, Point, Report};
use leptos::prelude::*;

use crate::i18n::{self, figures, words};
use crate::reactive::{handler, live};

/// The table, closed until somebody opens it.
#[component]
pub(super) fn PointsTable(
    /// The report.
    report: Report,
    /// Whether somebody has opened it: so it stays when other days arrive.
    open: RwSignal<bool>,
) -> impl IntoView {
    let compared = report.total.before.is_some();
    let (unit, axis, points) = (report.unit, report.axis, report.points);
    let first = match axis {
        Axis::Time(_) => words::reports_column_day as fn() -> String,
        Axis::Things => words::reports_column_thing,
    };
    let rows = live(move || {
        let row = |point: &Point| {
            let name = match axis {
                Axis::Time(step) => figures::day(&point.key, step),
                Axis::Things => {
                    let label = point.label.clone().unwrap_or_default();
                    label.in_language(&i18n::language::tag()).to_owned()
                }
            };
            let before = point.figure.before.as_ref().map(|before| {
                view! { <td class="number">{figures::figure(&unit, before)}</td> }
            });
            view! {
                <tr><th scope="row">{name}</th><td class="number">{figures::figure(&unit, &point.figure.value)}</td>{before}</tr>
            }
        };
        points.iter().map(row).collect_view()
    });
    view! {
        <details class="behind" prop:open=open.get_untracked()>
            <summary on:click=handler(move |_| open.update(|open| *open = !*open))>{words::reports_table}</summary>
            <div class="behind-scroll" tabindex="0" role="group" aria-label=words::reports_table>
                <table class="table plain">
                    <thead>
                        <tr>
                            <th scope="col">{first}</th>
                            <th scope="col" class="number">{words::reports_column_value}</th>
                            {compared.then(|| view! { <th scope="col" class="number">{words::reports_column_before}</th> })}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
}
