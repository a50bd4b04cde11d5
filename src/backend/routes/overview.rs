//! `/overview`: what waits to be done, counted for whoever may see the list that it is counted in.

use axum::extract::State;
use axum::http::StatusCode;
use latchkey_contract::limits::ends_soon;
use latchkey_contract::overview::{Fact, Overview};
use latchkey_contract::report::{Figure, Unit};
use latchkey_contract::resource::{Shape, Tone};
use latchkey_contract::screen;
use latchkey_permissions::{Decision, Rule, Text};
use serde::Deserialize;

use super::{Answered, json};
use crate::auth::extract::SignedIn;
use crate::auth::turns::turns;
use crate::problem::Refusal;
use crate::reports::calendar::Day;
use crate::reports::{self, Question};
use crate::resources::{list, question, settling};
use crate::state::AppState;
use crate::store::{Db, shop};

/// How many days the sales on the first page span.
const SALES_DAYS: i64 = 30;

/// A fact as it is written down in `overview.json`: which list is counted, and how it is narrowed.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Counted {
    resource: String,
    /// Name and value of a filter.
    filter: (String, String),
    label: Text,
    /// Whether any at all is something to be done.
    #[serde(default)]
    attention: bool,
}

pub(super) async fn get(person: SignedIn, State(state): State<AppState>) -> Answered {
    let written = facts_written()?;
    // What is counted here is what the lists show, of today as well.
    for counted in &written {
        if let Some(model) = state.registry.get(&counted.resource)
            && may(&state, &person, &model.resource.rules.view)
        {
            settling::settle(&state, model).await;
        }
    }
    let mut tx = state.store.read().await?;
    let mut facts = Vec::new();
    for counted in written {
        facts.extend(fact(&mut tx, &state, &person, counted).await?);
    }
    let sales = if may(&state, &person, &screen::REPORTS.rule) {
        let today = Day::of(person.now);
        let currency = shop::get(&mut tx).await?.currency;
        let question = Question {
            days: today.plus(1 - SALES_DAYS)..=today,
            compare: false,
            currency: &currency,
            registry: &state.registry,
        };
        Some(reports::report(&mut tx, reports::Kind::Sales, &question).await?)
    } else {
        None
    };
    let mut turns = turns(&mut tx, &state, &person.account).await?;
    turns.retain(|turn| ends_soon(turn.at.millis(), person.now.millis()));
    json(StatusCode::OK, &Overview { facts, sales, turns })
}

fn facts_written() -> Result<Vec<Counted>, Refusal> {
    serde_json::from_str(include_str!("overview.json")).map_err(|error| {
        tracing::error!(%error, "overview.json cannot be read");
        Refusal::internal()
    })
}

fn may(state: &AppState, person: &SignedIn, rule: &Rule) -> bool {
    rule.compile(&state.catalogue).decide(&person.access) == Decision::Allowed
}

async fn fact(db: &mut Db, state: &AppState, person: &SignedIn, counted: Counted) -> Result<Option<Fact>, Refusal> {
    let Some(model) = state.registry.get(&counted.resource) else {
        return Ok(None);
    };
    let resource = &model.resource;
    if !may(state, person, &resource.rules.view) {
        return Ok(None);
    }
    let (filter, value) = counted.filter;
    let query = format!("{filter}={value}");
    let question = question::Question::read(model, &person.access, &state.catalogue, &query, false)?;
    let count = list::count(db, model, &question).await?;
    let tone = if counted.attention && count > 0 {
        Tone::Attention
    } else {
        Tone::Neutral
    };
    Ok(Some(Fact {
        section: resource.section.clone(),
        label: counted.label,
        unit: Unit::Count,
        figure: Figure {
            value: count.to_string(),
            before: None,
        },
        path: match resource.shape {
            // Of one there is no list, but the page of it.
            Shape::One => resource.path.clone(),
            Shape::Many | Shape::Tree => format!("{}?{query}", resource.path),
        },
        tone,
    }))
}
