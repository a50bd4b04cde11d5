//! Coming in through a door that opens once. Joining and setting up cannot be done twice, so when only the last step has
//! failed, trying again takes that step alone.

use std::future::Future;

use latchkey_contract::session::Session;
use leptos::prelude::*;

use super::state::Sessions;
use crate::client::ClientError;

/// Somebody on the way in.
#[derive(Clone, Copy)]
pub(crate) struct Arrival {
    sessions: Sessions,
    session: StoredValue<Option<Session>>,
}

impl Arrival {
    /// Nobody has come yet.
    pub(crate) fn new(sessions: Sessions) -> Self {
        Self {
            sessions,
            session: StoredValue::new(None),
        }
    }

    /// Opens the door, unless it has been opened already, and goes in.
    ///
    /// # Errors
    /// Where the door stays shut, or what lies behind it cannot be had yet.
    pub(crate) async fn through(
        self,
        door: impl Future<Output = Result<Session, ClientError>>,
    ) -> Result<(), ClientError> {
        let opened = self.session.try_get_value().flatten();
        let session = if let Some(session) = opened {
            session
        } else {
            let session = door.await?;
            self.session.try_set_value(Some(session.clone()));
            session
        };
        self.sessions.enter(session).await
    }
}
