//! Parts of the program that are downloaded when they are first needed. The first download holds what everybody needs
//! at once; a chapter waits until somebody opens it. The build takes the program apart at the functions marked
//! `wasm_split`.

use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

use crate::client::ClientError;
use crate::components::retry::Retry;
use crate::config::Config;
use crate::i18n::{self, LoadError};
use crate::pages::chapters::Page;
use crate::reactive::live;
use crate::styles;
use crate::time::both;

/// How far a chapter is.
enum Progress {
    Pending,
    Here(AnyView),
    /// The view has been handed over.
    Shown,
    Failed(ClientError),
}

/// Shows a chapter, and what stands in its place until it has arrived.
#[component]
fn Chapter(
    /// What it shows.
    page: Page,
    /// What stands there meanwhile.
    meanwhile: fn() -> AnyView,
) -> impl IntoView {
    let progress = RwSignal::new_local(Progress::Pending);
    let page = StoredValue::new_local(page);
    let owner = Owner::current();
    let ask = move || {
        let Some(page) = page.try_get_value() else {
            return;
        };
        progress.set(Progress::Pending);
        let fetch = async move {
            let now = match furnish().await {
                Ok(()) => match page.open().await {
                    Ok(view) => Progress::Here(view),
                    Err(_) => Progress::Failed(why_missing().await),
                },
                Err(error) => Progress::Failed(error),
            };
            progress.try_set(now);
        };
        // What the chapter makes belongs to the page, not to the button that asked again.
        match &owner {
            Some(owner) => owner.with(|| spawn_local_scoped_with_cancellation(fetch)),
            None => spawn_local_scoped_with_cancellation(fetch),
        }
    };
    ask();
    let again = Callback::new(move |()| ask());
    live(move || {
        progress.track();
        let now = progress.try_update_untracked(|progress| std::mem::replace(progress, Progress::Shown));
        match now {
            Some(Progress::Here(view)) => view,
            Some(Progress::Failed(ClientError::Unreadable)) => {
                view! { <Retry error=ClientError::Unreadable retry=Callback::new(reload) /> }.into_any()
            }
            Some(Progress::Failed(error)) => view! { <Retry error retry=again /> }.into_any(),
            Some(Progress::Pending | Progress::Shown) | None => meanwhile(),
        }
    })
}

/// Brings what a chapter needs besides its program: the words and the styles that the first download leaves out.
pub(crate) async fn furnish() -> Result<(), ClientError> {
    let (words, styles) = both(Box::pin(i18n::load_all()), Box::pin(styles::load_all())).await;
    styles?;
    words.map_err(|error| match error {
        LoadError::Unreachable => ClientError::Unreachable,
        LoadError::OtherBuild => ClientError::Unreadable,
    })
}

/// A store that answers without having the chapter has a newer build: this one's parts are gone.
pub(crate) async fn why_missing() -> ClientError {
    match Config::load().await {
        Ok(_) => ClientError::Unreadable,
        Err(error) => error,
    }
}

fn reload((): ()) {
    // Fails only where the address may not be loaded, and this page came from it.
    let _ = window().location().reload();
}

/// What stands for a page that arrives when it is first opened.
pub(crate) fn later(meanwhile: fn() -> AnyView, page: Page) -> AnyView {
    view! { <Chapter page meanwhile /> }.into_any()
}
