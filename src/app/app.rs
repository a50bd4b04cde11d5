//! The outermost shape: what happens before anything is known, and which of the doors or the house stands.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::chapter::later;
use crate::client::{Client, Watch};
use crate::components::skeleton::Skeleton;
use crate::components::toasts::Toasts;
use crate::config::Config;
use crate::frame::Frame;
use crate::i18n::LoadError;
use crate::navigation::{AddressBar, use_goer, use_path};
use crate::pages::chapters::{self, Page};
use crate::pages::sign_in::SignInPage;
use crate::reactive::{effect, live, memo};
use crate::session::{Farewell, Live, Phase, Sessions, keep_fresh};
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

/// What the address of a link for a new password begins with.
const RESET: &str = "/reset/";

/// The app, once it can speak.
#[component]
fn App(config: Arc<Config>) -> impl IntoView {
    let sessions = Sessions::new(Client::new(&config.api_base, Watch::new()));
    provide_context(AddressBar::follow());
    provide_context(config);
    provide_context(sessions);
    provide_context(Toasts::new());
    let live = Live::new();
    provide_context(live);
    keep_fresh(sessions, live);
    spawn_local(async move {
        // When the line is down, the strip says so, and asks again.
        let _ = sessions.refresh().await;
    });
    view! { <Shape /> }
}

/// The doors or the house.
#[component]
fn Shape() -> impl IntoView {
    let sessions = crate::session::use_sessions();
    let path = use_path();
    // Whoever stands here, and may pass or not, goes where the address says.
    path.with_untracked(|path| chapters::fetch_ahead(path, &[]));
    // One memo: what stands is built anew only where another door, or the house, takes its place.
    let door = memo(move || path.with(|path| Door::of(path, sessions.phase())));

    let meanwhile = || view! { <Skeleton /> }.into_any();
    live(move || match door.get() {
        Door::Pending => view! { <Skeleton /> }.into_any(),
        Door::Join(token, _) => later(meanwhile, Page::Door(chapters::Door::Join(token))),
        Door::Forgotten => later(meanwhile, Page::Door(chapters::Door::Forgotten)),
        Door::Reset(token) => later(meanwhile, Page::Door(chapters::Door::Reset(token))),
        Door::SetUp(_) => later(meanwhile, Page::Door(chapters::Door::SetUp)),
        Door::Home => view! { <GoHome /> }.into_any(),
        Door::SignIn(farewell) => view! { <SignInPage farewell /> }.into_any(),
        Door::House => view! { <Frame /> }.into_any(),
    })
}

/// Where somebody stands. The doors that a person can be at in any phase are built anew with it.
#[derive(Clone, PartialEq)]
enum Door {
    /// Not known yet.
    Pending,
    /// Before an invitation.
    Join(String, Phase),
    /// Outside, without the password.
    Forgotten,
    /// With a link for a new password. It stays, whoever is signed in.
    Reset(String),
    /// At the set-up of the store; what it says depends on whether that is still to be done.
    SetUp(Phase),
    /// At a door that need not be passed any more.
    Home,
    /// At the entrance.
    SignIn(Option<Farewell>),
    /// Inside.
    House,
}

impl Door {
    fn of(path: &str, phase: Phase) -> Self {
        match (path.strip_prefix("/join/"), phase) {
            (_, Phase::Pending) => Self::Pending,
            (Some(token), _) => Self::Join(token.to_owned(), phase),
            (None, _) if path.starts_with(RESET) => Self::Reset(path[RESET.len()..].to_owned()),
            (None, Phase::SignedOut(_)) if path == "/forgotten-password" => Self::Forgotten,
            (None, Phase::NoOwner) => Self::SetUp(phase),
            (None, _) if path == "/setup" => Self::SetUp(phase),
            (None, Phase::SignedIn) if path == "/sign-in" || path == "/forgotten-password" => Self::Home,
            (None, Phase::SignedOut(farewell)) => Self::SignIn(farewell),
            (None, Phase::SignedIn) => Self::House,
        }
    }
}

/// Leads from the door to the first page, in its place: Back does not lead to the door.
#[component]
fn GoHome() -> impl IntoView {
    let goer = use_goer();
    effect(move || goer.replace("/"));
    view! { <Skeleton /> }
}
