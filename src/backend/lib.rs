//! The reference backend: Latchkey's contract on axum, with an embedded database.
//!
//! [`app`] makes the whole of it from a [`Config`]; the program around it only reads settings, listens and stops.
//! Inside, `routes` has a file for each path of the contract, `store` for each kind of record about people, `resources` what lies behind the menus, `auth` what proves who is
//! calling; `mail` writes the letters, and `assets` and `edge` are what browsers meet first.

pub mod assets;
mod auth;
mod billing;
mod body;
pub mod clock;
pub mod config;
mod device;
pub mod edge;
mod headers;
mod idempotency;
mod inviting;
pub mod logging;
pub mod mail;
pub mod names;
mod origin;
mod precondition;
mod problem;
mod reports;
mod resources;
mod routes;
pub mod sample;
pub mod serve;
pub mod shutdown;
pub mod start;
mod state;
mod store;
mod validate;

use axum::Router;
use sqlx::AnyPool;

pub use clock::{Clock, ManualClock};
pub use config::{Config, Seed, Throttle};
pub use names::Names;
pub use sample::{SamplePerson, SampleSize, SampleStore};
pub use start::StartError;
use state::AppState;

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
}

impl App {
    /// The connection on which everything is written, for maintenance: there is only this one.
    pub fn database(&self) -> &AnyPool {
        self.state.store.writer()
    }

    /// Finishes what is being written and closes the database, so that one whole file is left.
    pub async fn close(&self) {
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
    let api = Router::new().nest(BASE, routes::router(&state));
    let router = match &config.assets {
        Some(folder) => api.fallback_service(assets::router(folder)),
        None => api.fallback(|| async { problem::Refusal::not_found() }),
    };
    Ok(App {
        router: edge::around(router, state.origin.is_https()),
        sample: started.sample,
        set_up: started.set_up,
        state,
    })
}
