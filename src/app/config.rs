//! The run-time configuration, `config.json` beside the bundle: changed without a build.

use serde::Deserialize;

use crate::client::{ClientError, transport};

/// What an installation sets.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Config {
    /// Where the backend's contract begins, without a slash at the end.
    pub(crate) api_base: String,
    /// The languages to choose from.
    pub(crate) languages: Vec<LanguageName>,
    /// The language where neither the person nor the browser asks for one of them.
    pub(crate) default_language: String,
}

/// A language, by its BCP 47 tag and in its own words.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(crate) struct LanguageName {
    pub(crate) id: String,
    pub(crate) name: String,
}

impl Config {
    /// Loads the configuration.
    pub(crate) async fn load() -> Result<Self, ClientError> {
        let reply = transport::send(transport::Call::get("/config.json".to_owned())).await?;
        reply.json()
    }
}
