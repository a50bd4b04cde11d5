//! One report: its figure for the whole span, the chart, and the table behind it.

use latchkey_contract::report::{Axis, Figure, Report, ReportBrief};
use latchkey_contract::screen::REPORTS_EXPORT;
use leptos::prelude::*;

use super::chart::{ThingsChart, TimeChart};
use super::span::Span;
use super::table::PointsTable;
use crate::client::{Load, Loaded};
use crate::components::file_link::fetch_file;
use crate::components::retry::Retry;
use crate::i18n::{self, figures, words};
use crate::reactive::{effect, live};
use crate::session::{Gate, use_signed_in};

/// The report over the span that is chosen. What was there stays, dimmed, while another span is on its way.
#[component]
pub(super) fn Block(brief: ReportBrief, span: Memo<Span>) -> impl IntoView {
    let client = StoredValue::new(use_signed_in().client());
    let id = StoredValue::new(brief.id.clone());
    let report = Load::<Report>::new();
    let ask = move |span: Span| {
        let (Some(client), Some(id)) = (client.try_get_value(), id.try_get_value()) else {
            return;
        };
        report.ask(move |abort| async move { client.report(&id, &span.query(), abort).await });
    };
    effect(move || ask(span.get()));
    let again = Callback::new(move |()| ask(span.get_untracked()));
    let open = RwSignal::new(false);
    let shown = live(move || match report.get() {
        Loaded::Pending => {
            view! { <div class="skeleton" aria-hidden="true"><span class="bone block"></span></div> }.into_any()
        }
        Loaded::Failed(error) => view! { <Retry error retry=again /> }.into_any(),
        Loaded::Ready(report) => view! { <Figures report open /> }.into_any(),
    });
    let heading = format!("report-{}", brief.id);
    let labelled = heading.clone();
    let (title, about) = (brief.title, brief.about);
    let busy = live(move || report.is_asking().then_some("true"));
    let file = live(move || {
        let base = client.with_value(|client| client.report_file(&id.get_value(), &span.get().query()));
        view! { <a class="button small" href=base download="" on:click=fetch_file()>{words::reports_csv}</a> }
    });
    view! {
        <section class="card report" aria-labelledby=labelled aria-busy=busy>
            <div class="report-head">
                <h2 class="card-title" id=heading>{move || title.in_language(&i18n::language::tag()).to_owned()}</h2>
                <Gate rule=REPORTS_EXPORT>{file.clone()}</Gate>
            </div>
            <p class="hint">{move || about.in_language(&i18n::language::tag()).to_owned()}</p>
            {shown}
        </section>
    }
}

/// What is known.
#[component]
fn Figures(report: Report, open: RwSignal<bool>) -> impl IntoView {
    let (unit, total) = (report.unit.clone(), report.total.clone());
    let whole = move || figures::figure(&unit, &total.value);
    let difference = difference(&report.total);
    let against = report.total.before.clone().map(|before| {
        let unit = report.unit.clone();
        live(move || {
            let before = figures::figure(&unit, &before);
            difference.map_or_else(
                || words::reports_before(&before),
                |percent| words::reports_change(&before, &figures::change(percent)),
            )
        })
    });
    let chart = match report.axis {
        Axis::Time(step) => view! { <TimeChart report=report.clone() step /> }.into_any(),
        Axis::Things => view! { <ThingsChart report=report.clone() /> }.into_any(),
    };
    view! {
        <p class="report-total"><strong>{whole}</strong> " " {against.map(|text| view! { <span class="muted">{text}</span> })}</p>
        {chart}
        <PointsTable report open />
    }
}

/// By how many hundredths the total has changed, where there was something before.
fn difference(total: &Figure) -> Option<f64> {
    let before = js_sys::parse_float(total.before.as_ref()?);
    let now = js_sys::parse_float(&total.value);
    (before > 0.0).then(|| 100.0 * (now - before) / before)
}
