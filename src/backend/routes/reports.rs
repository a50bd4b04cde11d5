//! `/reports`: figures over a span of days, to be seen or had as a file.

use std::ops::RangeInclusive;

use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use latchkey_contract::list::Page;
use latchkey_contract::problem::FieldCode;
use latchkey_contract::report::{Axis, Report, SPAN_MAX_DAYS};
use latchkey_contract::screen;
use latchkey_permissions::Rule;

use super::{Answered, Segment, json};
use crate::activity::happening::Happening;
use crate::auth::fresh::Fresh;
use crate::auth::proof::{Allowed, RuleFor};
use crate::problem::Refusal;
use crate::reports::calendar::Day;
use crate::reports::{self, Question};
use crate::resources::export::harmless;
use crate::state::AppState;
use crate::store::shop;
use crate::validate::Faults;

/// What it takes to see reports.
#[derive(Debug)]
pub(super) struct SeeReports;

impl RuleFor for SeeReports {
    const RULE: Rule = screen::REPORTS.rule;
}

/// What it takes to have them as files.
#[derive(Debug)]
pub(super) struct ExportReports;

impl RuleFor for ExportReports {
    const RULE: Rule = screen::REPORTS_EXPORT;
}

/// The days that are asked for.
pub(super) struct Days {
    days: RangeInclusive<Day>,
    compare: bool,
}

pub(super) async fn list(_: Allowed<SeeReports>) -> Answered {
    let items = reports::all();
    let page = Page {
        total: u64::try_from(items.len()).unwrap_or_default(),
        items,
        next: None,
    };
    json(StatusCode::OK, &page)
}

pub(super) async fn get(
    _: Allowed<SeeReports>,
    State(state): State<AppState>,
    Segment(id): Segment,
    days: Days,
) -> Answered {
    json(StatusCode::OK, &made(&state, &id, days).await?)
}

/// The report as a file. Its headings are in the person's language.
pub(super) async fn export(
    person: Fresh<Allowed<ExportReports>>,
    State(state): State<AppState>,
    Segment(id): Segment,
    days: Days,
) -> Answered {
    let report = made(&state, &id, days).await?;
    let account = &person.person().account;
    let language = account.language.as_deref().unwrap_or("en");
    let body = file(&report, language).map_err(|_| Refusal::internal())?;
    let mut tx = person.person().begin(&state).await?;
    tx.note(Happening::ReportExported {
        report: id.clone(),
        from: report.from.clone(),
        to: report.to.clone(),
    });
    tx.commit().await?;
    tracing::info!(account = %account.id, report = id, "exported a report");
    let name = format!("attachment; filename=\"{id}-{}-{}.csv\"", report.from, report.to);
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, body).into_response())
}

async fn made(state: &AppState, id: &str, Days { days, compare }: Days) -> Result<Report, Refusal> {
    let kind = reports::known(id).ok_or_else(Refusal::not_found)?;
    let mut tx = state.store.read().await?;
    let currency = shop::get(&mut tx).await?.currency;
    let question = Question {
        days,
        compare,
        currency: &currency,
        registry: &state.registry,
    };
    Ok(reports::report(&mut tx, kind, &question).await?)
}

fn file(report: &Report, language: &str) -> Result<String, csv::Error> {
    let mut file = csv::Writer::from_writer(Vec::new());
    let title = report.brief.title.in_language(language);
    let compared = report.total.before.is_some();
    let mut heading = vec!["", title];
    if compared {
        heading.push(reports::before().in_language(language));
    }
    file.write_record(&heading)?;
    for point in &report.points {
        let name = match report.axis {
            Axis::Time(_) => point.key.clone(),
            // Names come from people: what a spreadsheet would run as a formula is shown instead.
            Axis::Things => {
                let label = point.label.as_ref().map_or("", |label| label.in_language(language));
                harmless(label.to_owned())
            }
        };
        let mut row = vec![name, point.figure.value.clone()];
        if compared {
            row.push(point.figure.before.clone().unwrap_or_default());
        }
        file.write_record(&row)?;
    }
    let bytes = file
        .into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

impl FromRequestParts<AppState> for Days {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Refusal> {
        read(parts.uri.query().unwrap_or_default(), Day::of(state.clock.now()))
    }
}

/// How many days there are where nothing is said.
const USUAL_DAYS: i64 = 30;

fn read(query: &str, today: Day) -> Result<Days, Refusal> {
    let mut faults = Faults::default();
    let (mut from, mut to, mut compare) = (None, None, false);
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        let pointer = format!("/{name}");
        match &*name {
            "from" | "to" => match value.parse::<Day>() {
                Ok(day) if name == "from" => from = Some(day),
                Ok(day) => to = Some(day),
                Err(_) => faults.note(pointer, FieldCode::Malformed, "Write a day such as 2026-11-27."),
            },
            "compare" => match &*value {
                "true" => compare = true,
                "false" => compare = false,
                _ => faults.note(pointer, FieldCode::Malformed, "Say true or false."),
            },
            _ => faults.note(pointer, FieldCode::UnknownMember, "There is no such member here."),
        }
    }
    let to = to.unwrap_or(today);
    let from = from.unwrap_or_else(|| to.plus(1 - USUAL_DAYS));
    if to < from {
        faults.note(
            "/to",
            FieldCode::EndsBeforeStart,
            "The last day comes before the first.",
        );
    } else if to.0 - from.0 >= SPAN_MAX_DAYS {
        faults.note(
            "/from",
            FieldCode::AboveMaximum,
            format!("Ask for at most {SPAN_MAX_DAYS} days."),
        );
    }
    faults.none()?;
    Ok(Days {
        days: from..=to,
        compare,
    })
}
