//! Something that could not be had: says why, and offers to ask again; where time alone may help, it asks by itself.

use std::time::Duration;

use leptos::prelude::*;

use super::problem::error_message;
use crate::client::ClientError;
use crate::i18n::words;
use crate::reactive::{handler, live};
use crate::time::every;

/// How long to wait before asking by itself.
const PATIENCE: Duration = Duration::from_secs(5);

/// Stands in the place of what could not be had.
#[component]
pub(crate) fn Retry(
    /// Why not.
    error: ClientError,
    /// Asks again.
    retry: Callback<()>,
) -> impl IntoView {
    let passing = error.is_passing();
    if passing {
        every(PATIENCE, move || retry.run(()));
    }
    let message = live(move || match &error {
        ClientError::Unreachable | ClientError::GivenUp => words::connection_page_text(),
        error => error_message(error),
    });
    let title = live(move || {
        if passing {
            words::connection_page_title()
        } else {
            words::connection_trouble_title()
        }
    });
    view! {
        <div class="notice" data-tone="warning" role="alert">
            <h2 class="notice-title">{title}</h2>
            <p>{message}</p>
            <div class="buttons">
                <button class="button" type="button" on:click=handler(move |_| retry.run(()))>{words::connection_retry}</button>
            </div>
        </div>
    }
}
