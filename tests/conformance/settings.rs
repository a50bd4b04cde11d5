//! What the run is told from outside.

use std::env;
use std::sync::OnceLock;

/// Where the backend is, and who can sign in to it.
#[derive(Debug)]
pub struct Settings {
    /// The base of all paths, without a slash at the end.
    pub base: String,
    /// The origin that the base has.
    pub origin: String,
    /// The owner's e-mail address.
    pub owner: String,
    /// The e-mail address of somebody with some permissions.
    pub staff: String,
    /// The password of both.
    pub password: String,
}

impl Settings {
    /// The settings of this run.
    ///
    /// # Panics
    /// Where something that is needed has not been set; the sentence says how to run the tests.
    pub fn get() -> &'static Self {
        static SETTINGS: OnceLock<Settings> = OnceLock::new();
        SETTINGS.get_or_init(Self::read)
    }

    fn read() -> Self {
        let base = needed("LATCHKEY_BASE_URL").trim_end_matches('/').to_owned();
        let origin = origin_of(&base).unwrap_or_else(|| {
            panic!("LATCHKEY_BASE_URL is `{base}`, and should look like http://127.0.0.1:8787/api/v1")
        });
        Self {
            origin,
            base,
            owner: env::var("LATCHKEY_OWNER_EMAIL").unwrap_or_else(|_| "owner@example.test".into()),
            staff: env::var("LATCHKEY_STAFF_EMAIL").unwrap_or_else(|_| "manager@example.test".into()),
            password: needed("LATCHKEY_SAMPLE_PASSWORD"),
        }
    }

    /// Whether the backend is reached over https.
    pub fn is_https(&self) -> bool {
        self.base.starts_with("https://")
    }
}

fn needed(name: &str) -> String {
    env::var(name)
        .ok()
        .filter(|value| !value.is_empty())
        .unwrap_or_else(|| {
            panic!(
                "{name} is not set. These tests run against a backend that is already there: `cargo xtask test --only \
             conformance` starts one, or set LATCHKEY_BASE_URL and LATCHKEY_SAMPLE_PASSWORD yourself"
            )
        })
}

/// Scheme, host and port of an address.
fn origin_of(base: &str) -> Option<String> {
    let (scheme, rest) = base.split_once("://")?;
    let host = rest.split('/').next().filter(|host| !host.is_empty())?;
    matches!(scheme, "http" | "https").then(|| format!("{scheme}://{host}"))
}
