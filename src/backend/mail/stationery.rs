//! What letters are written on: from which address, and in the look of the theme at that moment, since a designer changes
//! it while the backend runs.

use std::path::{Path, PathBuf};

use lettre::Address;

use super::MailError;
use super::letterhead::{Letterhead, own_sender};
use super::look::Look;
use crate::store::{Db, shop};

/// Where the theme lies below the folder of the app.
const THEME: &str = "theme/theme.css";

/// See the module.
#[derive(Clone, Debug)]
pub(crate) struct Stationery {
    sender: Address,
    theme: Option<PathBuf>,
}

impl Stationery {
    /// Letters from this address, or from the one that the backend is reached by; looking like the app in this folder.
    pub(crate) fn new(from: Option<&str>, public_url: &str, assets: Option<&Path>) -> Result<Self, MailError> {
        Ok(Self {
            sender: match from {
                Some(from) => from.parse().map_err(|_| MailError::Sender)?,
                None => own_sender(public_url)?,
            },
            theme: assets.map(|assets| assets.join(THEME)),
        })
    }

    /// The domain that letters are from.
    pub(crate) fn domain(&self) -> &str {
        self.sender.domain()
    }

    /// The letterhead as it is now. Where the theme cannot be read, letters look as the app does without one.
    pub(crate) async fn letterhead(&self, db: &mut Db) -> sqlx::Result<Letterhead> {
        let store = shop::get(db).await?.name;
        let theme = match &self.theme {
            Some(file) => tokio::fs::read_to_string(file).await.unwrap_or_default(),
            None => String::new(),
        };
        Ok(Letterhead::of(&store, self.sender.clone(), Look::themed(&theme)))
    }
}
