//! The reference backend: Latchkey's contract on axum, with an embedded database.
//!
//! [`app`] makes the whole of it from a [`Config`]; the program around it only reads settings, listens and stops.
//! Inside, `routes` has a file for each path of the contract, `store` for each kind of record about people, `resources` what lies behind the menus, `auth` what proves who is
//! calling; `mail` writes the letters, and `assets` and `edge` are what browsers meet first.

mod activity;
pub mod assets;
mod auth;
mod billing;
mod body;
pub mod clock;
pub mod config;
mod cross_origin;
mod device;
pub mod edge;
mod events;
mod headers;
mod idempotency;
mod inviting;
mod keeping;
pub mod logging;
pub mod mail;
pub mod names;
mod notices;
mod onboarding;
mod origin;
mod password_links;
mod precondition;
mod problem;
mod refusals;
mod reports;
mod resources;
mod routes;
pub mod sample;
mod seal;
pub mod serve;
pub mod shutdown;
pub mod start;
mod state;
mod store;
mod uses;
mod validate;
mod verify_activity;
mod writing;

use axum::Router;
use sqlx::AnyPool;
use tokio::task::JoinHandle;

pub use clock::{Clock, ManualClock};
pub use config::{Config, Seed, SessionLimits, Throttle};
pub use keeping::{Backup, KeepError, Restored, Source, backup, restore};
pub use names::Names;
pub use sample::{SamplePerson, SampleSize, SampleStore};
pub use start::StartError;
use state::AppState;
pub use verify_activity::{VerifyError, verify_activity};

/// Where the calls of the contract lie.
pub const BASE: &str = "/api/v1";

/// A backend that is ready to answer.
pub struct App {
    /// Everything it answers: the contract below [`BASE`], and the app where there is a bundle.
    pub router: Router,
    /// The sign-ins of the sample store, when it has been filled just now. To be shown once.
    pub sample: Option<SampleStore>,
    /// The link with which the owner is created, while there is none. To be shown.
    pub set_up: Option<String>,
    state: AppState,
    letters: Letters,
}

/// Carries letters for as long as it is kept. Without this, an app that is dropped and not closed would go on for ever
/// behind everybody's back, with its database open.
struct Letters(JoinHandle<()>);

impl Drop for Letters {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl App {
    /// The connection on which everything is written, for maintenance: there is only this one.
    pub fn database(&self) -> &AnyPool {
        self.state.store.writer()
    }

    async fn write_uses(&self) -> Result<(), problem::Refusal> {
        let mut tx = self.state.store.write().await?;
        self.state.uses.write(&mut tx).await?;
        Ok(tx.commit().await?)
    }

    /// Ends all streams of events, so that nobody who asks it to stop waits for pages that are open.
    pub fn end_streams(&self) {
        self.state.live.stop();
    }

    /// Finishes what is being written and closes the database, so that one whole file is left.
    pub async fn close(&self) {
        // A letter that is under way may arrive twice, and none is lost.
        self.letters.0.abort();
        if let Err(refusal) = self.write_uses().await {
            tracing::warn!(
                code = refusal.code().as_str(),
                "when permissions were last used could not be written down"
            );
        }
        if let Err(refusal) = writing::tell_counted(&self.state).await {
            tracing::warn!(
                code = refusal.code().as_str(),
                "what was counted could not be written down"
            );
        }
        self.state.store.close().await;
    }
}

/// Makes a backend.
///
/// # Errors
/// Where its folder, its database or its settings cannot be used.
pub async fn app(config: Config) -> Result<App, StartError> {
    let started = start::start(&config).await?;
    let state = started.state;
    let api = cross_origin::around(Router::new().nest(BASE, routes::router(&state)), &config.other_origins)?;
    let router = match &config.assets {
        Some(folder) => api.fallback_service(assets::router(folder)),
        None => api.fallback(|| async { problem::Refusal::not_found() }),
    };
    let letters = Letters(tokio::spawn(mail::rounds::keep_going(state.clone())));
    Ok(App {
        letters,
        router: edge::around(router, state.origin.is_https()),
        sample: started.sample,
        set_up: started.set_up,
        state,
    })
}
