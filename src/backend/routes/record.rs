//! `/resources/{resource}/{id}`: one record.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::{Answered, tagged};
use crate::activity::happening::Happening;
use crate::activity::who::What;
use crate::auth::may::{May, acts};
use crate::body::Body;
use crate::precondition::IfMatch;
use crate::problem::Refusal;
use crate::resources::records::{self, RESTORABLE_MS};
use crate::resources::work::Work;
use crate::resources::{Fields, input, laws};
use crate::state::AppState;

pub(super) async fn get(may: May<acts::View>, State(state): State<AppState>) -> Answered {
    let mut tx = state.store.read().await?;
    let found = records::one(&mut tx, may.model(), may.id()).await?;
    let record = found.ok_or_else(Refusal::not_found)?;
    let shown = may.viewer(&state).record(&mut tx, may.model(), record).await?;
    tagged(StatusCode::OK, &shown.version, &shown)
}

/// Changes a record. A save that changes nothing is no change: the version stays.
pub(super) async fn patch(
    may: May<acts::Edit>,
    State(state): State<AppState>,
    seen: IfMatch,
    Body { value: wanted, .. }: Body<Fields>,
) -> Answered {
    let (me, model, viewer) = (may.person(), may.model(), may.viewer(&state));
    let mut tx = me.begin(&state).await?;
    let found = records::one(&mut tx, model, may.id()).await?;
    let before = found.ok_or_else(Refusal::not_found)?;
    let current = viewer.record(&mut tx, model, before.clone()).await?;
    seen.check(&current.version, &current)?;

    let mut after = before.clone();
    after.fields = input::patch(model, may.sender(&state), &before.fields, wanted)?;
    if after.fields == before.fields {
        return tagged(StatusCode::OK, &current.version, &current);
    }
    let mut work = Work::of(&mut tx, &state, me).await?;
    laws::hold(&mut work, &model.resource.fields, &before.fields, &after.fields).await?;
    laws::hold_tree(&mut work, model, before.id.as_str(), &after.fields).await?;
    model.behaviour.change(&mut work, &before, &mut after).await?;
    if after.fields == before.fields {
        return tagged(StatusCode::OK, &current.version, &current);
    }
    work.keep(model, &mut after).await?;
    let fields = model.resource.fields.iter();
    for field in fields.filter(|field| !model.is_read_only(&field.name)) {
        let name = field.name.as_str();
        if before.fields.get(name) != after.fields.get(name)
            && let Some(rule) = model.resource.edit_rule(field)
        {
            state.uses.note(me, rule, &state.catalogue);
        }
    }
    let what = What::of(model, &after);
    let followed = work.followed(Some(&what));
    tx.note(Happening::RecordChanged {
        what,
        before: before.fields,
        after: after.fields.clone(),
    });
    tx.note_all(followed);
    let shown = viewer.record(&mut tx, model, after).await?;
    tx.commit().await?;
    tracing::info!(account = %me.account.id, resource = model.id(), record = %shown.id, "changed a record");
    tagged(StatusCode::OK, &shown.version, &shown)
}

pub(super) async fn delete(may: May<acts::Delete>, State(state): State<AppState>, seen: IfMatch) -> Answered {
    let (me, model) = (may.person(), may.model());
    let mut tx = me.begin(&state).await?;
    let found = records::one(&mut tx, model, may.id()).await?;
    let mut record = found.ok_or_else(Refusal::not_found)?;
    let current = may.viewer(&state).record(&mut tx, model, record.clone()).await?;
    seen.check(&current.version, &current)?;
    let mut work = Work::of(&mut tx, &state, me).await?;
    model.behaviour.delete(&mut work, &record).await?;
    work.remove(model, &mut record).await?;
    records::purge(work.db, model, me.now).await?;
    let what = What::of(model, &record);
    let followed = work.followed(Some(&what));
    tx.note(Happening::RecordDeleted(what));
    tx.note_all(followed);
    tx.commit().await?;
    tracing::info!(account = %me.account.id, resource = model.id(), record = %record.id, "took a record away");
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Brings a record back. One that is there is left as it is.
pub(super) async fn restore(may: May<acts::Delete>, State(state): State<AppState>) -> Answered {
    let (me, model, viewer) = (may.person(), may.model(), may.viewer(&state));
    let mut tx = me.begin(&state).await?;
    let found = records::any(&mut tx, model, may.id()).await?;
    let mut record = found.ok_or_else(Refusal::not_found)?;
    if let Some(deleted) = record.deleted {
        if deleted.plus_millis(RESTORABLE_MS) <= me.now {
            return Err(Refusal::not_found());
        }
        let mut work = Work::of(&mut tx, &state, me).await?;
        record.deleted = None;
        model.behaviour.restore(&mut work, &mut record).await?;
        work.keep(model, &mut record).await?;
        let what = What::of(model, &record);
        let followed = work.followed(Some(&what));
        tx.note(Happening::RecordRestored(what));
        tx.note_all(followed);
    }
    let shown = viewer.record(&mut tx, model, record).await?;
    tx.commit().await?;
    tracing::info!(account = %me.account.id, resource = model.id(), record = %shown.id, "brought a record back");
    tagged(StatusCode::OK, &shown.version, &shown)
}
