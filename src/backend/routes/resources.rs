//! `/resources`: what lies behind the menus, as far as the person may know of it.

use axum::extract::{FromRequestParts, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use latchkey_contract::list::Page;
use latchkey_contract::problem::FieldCode;
use serde::Serialize;

use super::{Answered, holds_no_secret, json};
use crate::auth::extract::SignedIn;
use crate::problem::Refusal;
use crate::resources::output::Viewer;
use crate::state::AppState;
use crate::validate::Faults;

/// What may be asked for.
#[derive(Default)]
pub(super) struct Asked {
    brief: bool,
    id: Option<String>,
    language: Option<String>,
}

impl FromRequestParts<AppState> for Asked {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &AppState) -> Result<Self, Refusal> {
        let mut asked = Self::default();
        let mut faults = Faults::default();
        for (name, value) in form_urlencoded::parse(parts.uri.query().unwrap_or_default().as_bytes()) {
            match (&*name, &*value) {
                ("brief", "true") => asked.brief = true,
                ("brief", "false" | "") => asked.brief = false,
                ("brief", _) => faults.note("/brief", FieldCode::UnknownValue, "Say true or false."),
                ("id" | "language", "") => {}
                ("id", id) => asked.id = Some(id.to_owned()),
                ("language", language) => asked.language = Some(language.to_owned()),
                (name, _) => faults.note(
                    format!("/{name}"),
                    FieldCode::UnknownMember,
                    "There is no such filter here.",
                ),
            }
        }
        faults.none()?;
        Ok(asked)
    }
}

pub(super) async fn list(person: SignedIn, State(state): State<AppState>, asked: Asked) -> Answered {
    let viewer = Viewer {
        access: &person.access,
        catalogue: &state.catalogue,
        registry: &state.registry,
    };
    let models = state
        .registry
        .all()
        .filter(|model| asked.id.as_deref().is_none_or(|id| id == model.id()))
        .filter(|model| viewer.may_view(model));
    holds_no_secret(if asked.brief {
        let briefs = models.map(|model| match &asked.language {
            Some(language) => model.resource.brief().narrowed(language),
            None => model.resource.brief(),
        });
        json(StatusCode::OK, &whole(briefs.collect()))
    } else {
        json(
            StatusCode::OK,
            &whole(models.map(|model| viewer.descriptor(model)).collect()),
        )
    })
}

/// All there is, on one page.
fn whole<T: Serialize>(items: Vec<T>) -> Page<T> {
    Page {
        total: items.len() as u64,
        items,
        next: None,
    }
}
