//! `…/commands/{command}`: what is done to a record or to a list as one act.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use latchkey_contract::resource::{Command, Condition, Done, Record, Target};
use serde_json::Value;

use super::Answered;
use crate::activity::happening::Happening;
use crate::activity::who::What;
use crate::auth::may::{May, acts};
use crate::body::OptionalBody;
use crate::idempotency::{Answer, IdempotencyKey, Once};
use crate::problem::Refusal;
use crate::resources::behaviour::Outcome;
use crate::resources::records::{self, Stored};
use crate::resources::work::Work;
use crate::resources::{Fields, input, laws};
use crate::state::AppState;

/// Both kinds of command: which it is, the path says.
pub(super) async fn post(
    may: May<acts::Command>,
    State(state): State<AppState>,
    key: IdempotencyKey,
    OptionalBody { value: sent, hash }: OptionalBody<Fields>,
) -> Answered {
    let (me, model, command) = (may.person(), may.model(), may.command()?);
    let call = format!("command {} {} {}", model.id(), may.id(), command.id);
    let once = Once::new(key, &call, me.account.id.as_str(), hash, me.now);
    let seen = look(&may, &state, command).await?;
    let mut tx = me.begin(&state).await?;
    if let Some(answer) = once.before(&mut tx).await? {
        return Ok(answer.into_response());
    }
    let mut work = Work::of(&mut tx, &state, me).await?;
    work.seen = seen;
    let record = match command.target {
        Target::Record => {
            let found = work.get(model.id(), may.id()).await?;
            Some(found.ok_or_else(Refusal::not_found)?)
        }
        Target::List => None,
    };
    let subject = record.as_ref().map(|record| What::of(model, record));
    let input = input::command(model, command, may.sender(&state), sent)?;
    laws::hold(&mut work, &command.fields, &Fields::new(), &input).await?;
    let mut changed = None;
    let Outcome {
        record,
        reveal,
        preview,
    } = match record {
        None => model.behaviour.list_command(&mut work, &command.id, &input).await?,
        Some(mut record) => {
            in_state(command, &record)?;
            let before = record.fields.clone();
            let outcome = model
                .behaviour
                .command(&mut work, &command.id, &input, &mut record)
                .await?;
            if record.fields != before && !command.reads {
                work.keep(model, &mut record).await?;
                changed = Some((before, record.fields.clone()));
            }
            Outcome {
                record: outcome.record.or(Some(record)),
                ..outcome
            }
        }
    };
    records::purge(work.db, model, me.now).await?;
    let letters = std::mem::take(&mut work.letters);
    // The reason why a command is done is asked for by a field of that name.
    let reason = input.get("reason").and_then(Value::as_str).unwrap_or_default();
    let what = subject.or_else(|| record.as_ref().map(|record| What::of(model, record)));
    let followed = work.followed(what.as_ref());
    // Reading is nothing that happens.
    if !command.reads {
        tx.note(Happening::CommandDone {
            resource: model.resource.id.clone(),
            what,
            command: command.id.clone(),
            changed,
            reason: reason.to_owned(),
        });
    }
    tx.note_all(followed);
    for letter in letters {
        tx.post(letter);
    }

    let id = record.as_ref().map(|record| record.id.clone());
    let shown: Option<Record<Fields>> = match record {
        Some(record) => Some(may.viewer(&state).record(&mut tx, model, record).await?),
        None => None,
    };
    let answer = Answer::json(
        StatusCode::OK,
        &Done {
            record: shown,
            reveal,
            preview,
        },
    )?;
    let answer = once.keep(&mut tx, answer).await?;
    tx.commit().await?;
    tracing::info!(account = %me.account.id, resource = model.id(), record = ?id, command = command.id, "did a command");
    Ok(answer.into_response())
}

/// What the behaviour sees outside, for a command that needs it.
async fn look(may: &May<acts::Command>, state: &AppState, command: &Command) -> Result<Option<Value>, Refusal> {
    let model = may.model();
    if !model.behaviour.looks().contains(&command.id.as_str()) {
        return Ok(None);
    }
    let mut tx = state.store.read().await?;
    let found = records::one(&mut tx, model, may.id()).await?;
    tx.rollback().await?;
    let record = found.ok_or_else(Refusal::not_found)?;
    in_state(command, &record)?;
    Ok(model.behaviour.look(&state.names, &command.id, &record).await)
}

/// Goes on only where the record lets it be done.
fn in_state(command: &Command, record: &Stored) -> Result<(), Refusal> {
    let holds = |condition: &Condition| {
        let value = match record.fields.get(condition.field.as_str()) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Bool(yes)) => yes.to_string(),
            _ => String::new(),
        };
        condition.is.contains(&value)
    };
    if command.when.iter().all(holds) {
        Ok(())
    } else {
        Err(Refusal::state(
            "The record is not in a state in which this can be done.",
        ))
    }
}
