//! `/resources`: what lies behind the menus. There is nothing yet.

use axum::http::StatusCode;
use latchkey_contract::list::Page;

use super::{Answered, json};
use crate::auth::extract::SignedIn;

pub(super) async fn list(_: SignedIn) -> Answered {
    let nothing: Page<()> = Page {
        items: Vec::new(),
        next: None,
        total: 0,
    };
    json(StatusCode::OK, &nothing)
}
