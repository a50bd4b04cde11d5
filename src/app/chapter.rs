//! Parts of the program that are downloaded when they are first needed. The first download holds what everybody needs
//! at once; a chapter waits until somebody opens it. The build takes the program apart at the functions marked
//! `wasm_split`.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;
use leptos::wasm_split::SplitLoaderError;

use crate::client::ClientError;
use crate::components::retry::Retry;
use crate::config::Config;
use crate::reactive::live;

/// What a chapter gives: its view, or the fact that it could not be had.
pub(crate) type Opened = Result<AnyView, SplitLoaderError>;

/// A chapter on its way.
type Opening = Pin<Box<dyn Future<Output = Opened>>>;

/// What asks for a chapter.
type Open = Box<dyn Fn() -> Opening + Send>;

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
    /// Asks for it; again after a failure.
    open: Open,
    /// What stands there meanwhile.
    meanwhile: fn() -> AnyView,
) -> impl IntoView {
    let progress = RwSignal::new_local(Progress::Pending);
    let open = StoredValue::new_local(open);
    let owner = Owner::current();
    let ask = move || {
        let Some(opening) = open.try_with_value(|open| open()) else {
            return;
        };
        progress.set(Progress::Pending);
        let fetch = async move {
            let now = match opening.await {
                Ok(view) => Progress::Here(view),
                Err(_) => Progress::Failed(why_missing().await),
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
pub(crate) fn later<F: Future<Output = Opened> + 'static>(
    meanwhile: fn() -> AnyView,
    open: impl Fn() -> F + Send + 'static,
) -> AnyView {
    let open: Open = Box::new(move || Box::pin(open()));
    view! { <Chapter open meanwhile /> }.into_any()
}
