//! `/resources/{resource}`: the list of records, making one, and the list as a file.

use axum::extract::{RawQuery, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use latchkey_contract::limits::PAGE_MAX;
use latchkey_contract::list::Page;

use super::{Answered, json};
use crate::activity::happening::Happening;
use crate::activity::who::What;
use crate::auth::fresh::Fresh;
use crate::auth::may::{May, acts};
use crate::body::Body;
use crate::idempotency::{Answer, IdempotencyKey, Once};
use crate::problem::Refusal;
use crate::resources::export::File;
use crate::resources::output::Extent;
use crate::resources::question::Question;
use crate::resources::records::{self, Stored};
use crate::resources::work::Work;
use crate::resources::{Fields, input, laws, list};
use crate::state::AppState;
use crate::store::shop;

/// The language of a file whose reader has chosen none.
const LANGUAGE: &str = "en";

pub(super) async fn list(may: May<acts::View>, State(state): State<AppState>, RawQuery(query): RawQuery) -> Answered {
    let (model, viewer) = (may.model(), may.viewer(&state));
    let question = Question::read(model, viewer.access, viewer.catalogue, &query.unwrap_or_default(), true)?;
    let mut tx = state.store.read().await?;
    let (found, total) = list::find(&mut tx, model, &question).await?;
    let page = Page {
        next: found.next.map(|after| question.cursor(&after)).transpose()?,
        items: viewer.records(&mut tx, model, found.records, Extent::Row).await?,
        total,
    };
    json(StatusCode::OK, &page)
}

pub(super) async fn create(
    may: May<acts::Create>,
    State(state): State<AppState>,
    key: IdempotencyKey,
    Body { value: sent, hash }: Body<Fields>,
) -> Answered {
    let (me, model) = (may.person(), may.model());
    let call = format!("createRecord {}", model.id());
    let once = Once::new(key, &call, me.account.id.as_str(), hash, me.now);
    let mut tx = me.begin(&state).await?;
    if let Some(answer) = once.before(&mut tx).await? {
        return Ok(answer.into_response());
    }
    let fields = input::create(model, may.sender(&state), sent)?;
    let mut work = Work::of(&mut tx, &state, me).await?;
    laws::hold(&mut work, &model.resource.fields, &Fields::new(), &fields).await?;
    let mut record = Stored::new(fields, me.now);
    laws::hold_tree(&mut work, model, record.id.as_str(), &record.fields).await?;
    model.behaviour.create(&mut work, &mut record).await?;
    let record = work.add(model.id(), record).await?;
    records::purge(work.db, model, me.now).await?;
    let what = What::of(model, &record);
    let followed = work.followed(Some(&what));
    tx.note(Happening::RecordCreated {
        what,
        fields: record.fields.clone(),
    });
    tx.note_all(followed);

    let shown = may.viewer(&state).record(&mut tx, model, record).await?;
    let place = format!("{}/resources/{}/{}", crate::BASE, model.id(), shown.id);
    let answer = Answer::json(StatusCode::CREATED, &shown)?
        .header(&header::ETAG, shown.version.etag())
        .header(&header::LOCATION, place);
    let answer = once.keep(&mut tx, answer).await?;
    tx.commit().await?;
    tracing::info!(account = %me.account.id, resource = model.id(), record = %shown.id, "made a record");
    Ok(answer.into_response())
}

/// The list as a file, in pieces as the database hands them out.
pub(super) async fn export(
    may: Fresh<May<acts::Export>>,
    State(state): State<AppState>,
    RawQuery(query): RawQuery,
) -> Answered {
    let (me, model, viewer) = (may.person(), may.model(), may.viewer(&state));
    let mut question = Question::read(
        model,
        viewer.access,
        viewer.catalogue,
        &query.unwrap_or_default(),
        false,
    )?;
    question.limit = PAGE_MAX;
    let mut tx = state.store.read().await?;
    let currency = shop::get(&mut tx).await?.currency;
    let language = me.account.language.as_deref().unwrap_or(LANGUAGE);
    let fields = model.visible(viewer.access, viewer.catalogue);
    let mut file = File::begin(
        fields.filter(|field| !model.is_write_only(&field.name)),
        language,
        &currency,
    )?;
    let total = list::count(&mut tx, model, &question).await?;
    loop {
        let found = list::page(&mut tx, model, &question, total).await?;
        file.add(&viewer.records(&mut tx, model, found.records, Extent::Whole).await?)?;
        question.after = found.next;
        if question.after.is_none() {
            break;
        }
    }
    let name = format!("attachment; filename=\"{}.csv\"", model.id());
    let disposition = HeaderValue::try_from(name).map_err(|_| Refusal::internal())?;
    tx.rollback().await?;
    let mut tx = me.begin(&state).await?;
    tx.note(Happening::ListExported {
        resource: model.resource.id.clone(),
        records: total,
    });
    tx.commit().await?;
    tracing::info!(account = %me.account.id, resource = model.id(), "had the list as a file");
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/csv; charset=utf-8"),
        ),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    Ok((headers, file.finish()?).into_response())
}
