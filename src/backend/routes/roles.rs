//! `/roles`: the roles of the store, and making one.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use latchkey_contract::limits::{REASON_MAX, ROLE_NAME_MAX};
use latchkey_contract::list::Page;
use latchkey_contract::problem::FieldCode;
use latchkey_contract::role::{Role, RoleDraft};
use latchkey_permissions::{PermissionId, Text};

use super::{Answered, holds_no_secret, json};
use crate::activity::happening::Happening;
use crate::auth::proof::Owner;
use crate::auth::token::new_id;
use crate::body::Body;
use crate::idempotency::{Answer, IdempotencyKey, Once};
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::{Db, roles};
use crate::validate::{Faults, folded};

pub(super) async fn list(_: Owner, State(state): State<AppState>) -> Answered {
    let mut tx = state.store.read().await?;
    holds_no_secret(all(&mut tx, &state).await)
}

async fn all(db: &mut Db, state: &AppState) -> Answered {
    let items = roles::list(db, &state.catalogue).await?;
    let total = items.len() as u64;
    json(
        StatusCode::OK,
        &Page {
            items,
            next: None,
            total,
        },
    )
}

/// Makes a role.
pub(super) async fn create(
    owner: Owner,
    State(state): State<AppState>,
    key: IdempotencyKey,
    Body { value: draft, hash }: Body<RoleDraft>,
) -> Answered {
    let me = owner.person();
    let once = Once::new(key, "createRole", me.account.id.as_str(), hash, me.now);
    let mut tx = me.begin(&state).await?;
    if let Some(answer) = once.before(&mut tx).await? {
        return Ok(answer.into_response());
    }
    let id = new_id();
    let (name, permissions, reason) = checked(&mut tx, &state, &draft, &id).await?;
    roles::insert(&mut tx, &id, &name, &permissions).await?;
    let role = roles::by_id(&mut tx, &state.catalogue, &id)
        .await?
        .ok_or_else(Refusal::internal)?;
    tx.note(Happening::RoleCreated {
        role: role.clone(),
        reason,
    });
    let answer = Answer::json(StatusCode::CREATED, &role)?
        .header(&header::ETAG, role.version.etag())
        .header(&header::LOCATION, format!("{}/roles/{}", crate::BASE, role.id));
    let answer = once.keep(&mut tx, answer).await?;
    tx.commit().await?;
    tracing::info!(role = %role.id, permissions = ?role.permissions, "made a role");
    Ok(answer.into_response())
}

/// Brings back the roles that came with the backend and were deleted.
pub(super) async fn restore(owner: Owner, State(state): State<AppState>) -> Answered {
    let mut tx = owner.person().begin(&state).await?;
    for preset in roles::insert_missing_presets(&mut tx, &state.catalogue).await? {
        let role = roles::by_id(&mut tx, &state.catalogue, &preset.id).await?;
        tx.note(Happening::RoleRestored(role.ok_or_else(Refusal::internal)?));
    }
    let answer = all(&mut tx, &state).await?;
    tx.commit().await?;
    tracing::info!("brought deleted roles back");
    Ok(answer)
}

/// What a draft says, once nothing is wrong with it: its name in each language, its permissions with all that they
/// require, and the reason. No other role than `id` may be called the same.
pub(super) async fn checked(
    db: &mut Db,
    state: &AppState,
    draft: &RoleDraft,
    id: &str,
) -> Result<(Text, Vec<PermissionId>, String), Refusal> {
    let mut faults = Faults::default();
    let mut name = Text::default();
    for (language, text) in &draft.name.0 {
        let pointer = format!("/name/{language}");
        faults.language(&pointer, language);
        let text = faults.name(&pointer, text, ROLE_NAME_MAX);
        name.0.insert(language.clone(), text);
    }
    if !draft.name.0.contains_key("en") {
        faults.note("/name/en", FieldCode::Required, "Write a name in English.");
    }
    if roles::list(db, &state.catalogue)
        .await?
        .iter()
        .any(|role| collides(role, id, &name))
    {
        faults.note("/name/en", FieldCode::Taken, "Another role is called that.");
    }
    let permissions = faults.permissions("/permissions", &draft.permissions, &state.catalogue);
    let reason = faults.text("/reason", &draft.reason, REASON_MAX);
    faults.none()?;
    Ok((name, state.catalogue.ids(permissions), reason))
}

fn collides(other: &Role, id: &str, name: &Text) -> bool {
    other.id.as_str() != id && folded(other.name.in_language("en")) == folded(name.in_language("en"))
}
