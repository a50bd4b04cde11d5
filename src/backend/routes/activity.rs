//! `/activity`: what happened, as a list and as a file, and whether it is still what was written.

use axum::extract::{RawQuery, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use latchkey_contract::limits::PAGE_MAX;
use latchkey_contract::list::Page;
use latchkey_contract::problem::FieldCode;

use super::activity_query::ActivityQuery;
use super::{Answered, json};
use crate::activity::chain::Head;
use crate::activity::file::File;
use crate::activity::happening::Happening;
use crate::activity::verify;
use crate::auth::fresh::Fresh;
use crate::auth::proof::Owner;
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::activity;

pub(super) async fn list(_: Owner, State(state): State<AppState>, ActivityQuery(wanted): ActivityQuery) -> Answered {
    let mut tx = state.store.read().await?;
    let total = activity::count(&mut tx, &wanted).await?;
    let (items, more) = activity::find(&mut tx, &wanted).await?;
    let next = items.last().filter(|_| more).map(|last| last.number.to_string());
    json(StatusCode::OK, &Page { items, next, total })
}

/// All entries that the same query would list, as a file. That it was had is an entry too, the first one not in it.
pub(super) async fn export(
    owner: Fresh<Owner>,
    State(state): State<AppState>,
    ActivityQuery(mut wanted): ActivityQuery,
) -> Answered {
    wanted.limit = PAGE_MAX;
    let mut tx = state.store.read().await?;
    let entries = activity::count(&mut tx, &wanted).await?;
    let mut file = File::begin()?;
    loop {
        let (items, more) = activity::find(&mut tx, &wanted).await?;
        for entry in &items {
            file.add(entry)?;
        }
        wanted.before = items.last().and_then(|last| i64::try_from(last.number).ok());
        if !more {
            break;
        }
    }
    tx.rollback().await?;
    let mut tx = owner.person().begin(&state).await?;
    tx.note(Happening::ActivityExported { entries });
    tx.commit().await?;
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/csv; charset=utf-8"),
        ),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::from_static("attachment; filename=\"activity.csv\""),
        ),
    ];
    Ok((headers, file.finish()?).into_response())
}

/// Makes all hashes anew and says what does not fit.
pub(super) async fn verification(_: Owner, State(state): State<AppState>, RawQuery(query): RawQuery) -> Answered {
    let mut noted = None;
    for (name, value) in form_urlencoded::parse(query.unwrap_or_default().as_bytes()) {
        match &*name {
            "head" if value.trim().is_empty() => {}
            "head" => {
                let head = Head::read(&value);
                noted = Some(head.ok_or_else(|| {
                    Refusal::member("/head", FieldCode::Malformed, "Send a head as it was answered.")
                })?);
            }
            _ => {
                let pointer = format!("/{name}");
                let detail = "There is no such member here.";
                return Err(Refusal::member(pointer, FieldCode::UnknownMember, detail));
            }
        }
    }
    let mut tx = state.store.read().await?;
    json(StatusCode::OK, &verify::verification(&mut tx, noted.as_ref()).await?)
}
