//! The outermost shape: what happens before anything is known, and which of the doors or the house stands.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::WildcardSegment;
use leptos_router::components::{FlatRoutes, Route, Router};

use crate::client::{Client, Watch};
use crate::components::toasts::Toasts;
use crate::config::Config;
use crate::frame::{Frame, Skeleton};
use crate::i18n::LoadError;
use crate::navigation::{use_goer, use_path};
use crate::pages::join::JoinPage;
use crate::pages::setup::SetupPage;
use crate::pages::sign_in::SignInPage;
use crate::session::{Phase, Sessions, keep_fresh};
use crate::time::pause;
use crate::{i18n, preferences};

/// How long to wait before trying again to begin.
const PATIENCE: Duration = Duration::from_secs(3);

/// Begins, and mounts the app in place of the skeleton that the page came with. Until it can begin, that skeleton
/// stands, and says after a while that something is amiss: it has its words with it.
pub fn mount() {
    preferences::apply_saved();
    wasm_bindgen_futures::spawn_local(async {
        let config = loop {
            match begin().await {
                Ok(config) => break config,
                Err(LoadError::Unreachable) => pause(PATIENCE).await,
                Err(LoadError::OtherBuild) => {
                    // This program was replaced while it was on its way. The next one fits.
                    pause(PATIENCE).await;
                    let _ = window().location().reload();
                }
            }
        };
        if let Some(boot) = document().get_element_by_id("boot") {
            boot.remove();
        }
        leptos::mount::mount_to_body(move || view! { <App config /> });
    });
}

/// Configuration and words first: without them nothing can be said.
async fn begin() -> Result<Arc<Config>, LoadError> {
    let config = Config::load().await.map_err(|_| LoadError::Unreachable)?;
    i18n::start(&config).await?;
    Ok(Arc::new(config))
}

/// The app, once it can speak.
#[component]
fn App(config: Arc<Config>) -> impl IntoView {
    let sessions = Sessions::new(Client::new(&config.api_base, Watch::new()));
    provide_context(config);
    provide_context(sessions);
    provide_context(Toasts::new());
    keep_fresh(sessions);
    spawn_local(async move {
        // When the line is down, the strip says so, and asks again.
        let _ = sessions.refresh().await;
    });
    view! {
        <Router>
            // One route for every path: which screens there are is data, and looked up in its table. A second route
            // would tear the frame down wherever somebody goes from one to the other.
            <FlatRoutes fallback=Shape>
                <Route path=WildcardSegment("path") view=Shape />
            </FlatRoutes>
        </Router>
    }
}

/// The doors or the house.
#[component]
fn Shape() -> impl IntoView {
    let sessions = crate::session::use_sessions();
    let path = use_path();
    let joining = Memo::new(move |_| path.with(|path| path.strip_prefix("/join/").map(str::to_owned)));
    let at = move |door: &'static str| Memo::new(move |_| path.with(|path| path == door));
    let (setting_up, signing_in) = (at("/setup"), at("/sign-in"));
    let phase = Memo::new(move |_| sessions.phase());

    move || match (joining.get(), phase.get()) {
        (Some(token), phase) if phase != Phase::Pending => view! { <JoinPage token /> }.into_any(),
        (_, Phase::Pending) => view! { <Skeleton /> }.into_any(),
        (_, Phase::NoOwner) => view! { <SetupPage /> }.into_any(),
        (_, Phase::SignedOut(_) | Phase::SignedIn) if setting_up.get() => view! { <SetupPage /> }.into_any(),
        (_, Phase::SignedIn) if signing_in.get() => view! { <GoHome /> }.into_any(),
        (_, Phase::SignedOut(farewell)) => view! { <SignInPage farewell /> }.into_any(),
        (_, Phase::SignedIn) => view! { <Frame /> }.into_any(),
    }
}

/// Leads from the door to the first page, in its place: Back does not lead to the door.
#[component]
fn GoHome() -> impl IntoView {
    let goer = use_goer();
    Effect::new(move |_| goer.replace("/"));
    view! { <Skeleton /> }
}
