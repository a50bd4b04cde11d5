//! `/passwords/strength`: how good a password would be, asked while it is typed. It is judged and forgotten.

use axum::extract::State;
use axum::http::StatusCode;
use latchkey_contract::limits::{PASSWORD_MAX, PASSWORD_WORDS_MAX};
use latchkey_contract::password::PasswordQuestion;
use latchkey_contract::problem::FieldCode;

use super::{Answered, json};
use crate::auth::password_rules::Context;
use crate::auth::proof::Anyone;
use crate::auth::session::Client;
use crate::body::Body;
use crate::state::AppState;
use crate::store::shop;
use crate::validate::Faults;

pub(super) async fn post(
    _: Anyone,
    State(state): State<AppState>,
    client: Client,
    Body { value: asked, .. }: Body<PasswordQuestion>,
) -> Answered {
    state.pace.admit(client.whence.peer, state.clock.now())?;
    let mut faults = Faults::default();
    faults.password("/password", &asked.password, 0);
    if asked.words.len() > PASSWORD_WORDS_MAX {
        faults.note(
            "/words",
            FieldCode::TooMany,
            format!("Send at most {PASSWORD_WORDS_MAX} words."),
        );
    }
    for (n, word) in asked.words.iter().enumerate() {
        faults.line(&format!("/words/{n}"), word, PASSWORD_MAX * 2);
    }
    faults.none()?;
    let mut tx = state.store.read().await?;
    let store = shop::get(&mut tx).await?.name;
    tx.rollback().await?;
    let context = Context::of(asked.words.iter().map(String::as_str).chain([store.as_str()]));
    json(StatusCode::OK, &state.passwords.judge(asked.password, context).await?)
}
