//! One's own sessions: what is known of them, and ending them.

use std::future::Future;

use latchkey_contract::list::Page;
use latchkey_contract::problem::ProblemCode;
use latchkey_contract::session::OwnSession;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::client::{ClientError, Load};
use crate::i18n::words;
use crate::session::SignedIn;

/// One's own sessions, as far as they are known.
#[derive(Clone, Copy)]
pub(super) struct OwnSessions {
    pub(super) load: Load<Page<OwnSession>>,
    /// Why the last one could not be ended.
    pub(super) trouble: RwSignal<Option<ClientError>>,
    busy: RwSignal<bool>,
    signed_in: SignedIn,
}

impl OwnSessions {
    /// Asks for them.
    pub(super) fn new(signed_in: SignedIn) -> Self {
        let own = Self {
            load: Load::new(),
            trouble: RwSignal::new(None),
            busy: RwSignal::new(false),
            signed_in,
        };
        own.ask();
        own
    }

    /// Asks again.
    pub(super) fn ask(self) {
        let client = self.signed_in.client();
        self.load.ask(move |_| async move { client.sessions().await });
    }

    /// Ends one; `then` hears what there is to say of it.
    pub(super) fn end(self, session: OwnSession, then: impl Fn(String) + 'static) {
        let client = self.signed_in.client();
        self.change(async move {
            match client.end_session(&session.id).await {
                Err(error) if error.code() != Some(ProblemCode::NotFound) => return Err(error),
                // One that has ended meanwhile is what was wanted.
                _ => {}
            }
            self.keep(|other| other.id != session.id);
            then(words::profile_session_ended(&session.device));
            Ok(())
        });
    }

    /// Says that one was oneself.
    pub(super) fn recognise(self, session: OwnSession) {
        let client = self.signed_in.client();
        self.change(async move {
            client.recognise_session(&session.id).await?;
            self.load.update(|page| {
                let same = page.items.iter_mut().find(|other| other.id == session.id);
                if let Some(same) = same {
                    same.unrecognised = false;
                }
            });
            Ok(())
        });
    }

    /// Ends all but this one.
    pub(super) fn end_others(self, then: impl Fn(String) + 'static) {
        let client = self.signed_in.client();
        self.change(async move {
            let answer = client.end_other_sessions().await?;
            self.keep(|session| session.current);
            then(words::profile_sessions_ended(answer.sessions_ended));
            Ok(())
        });
    }

    /// One change at a time.
    fn change(self, change: impl Future<Output = Result<(), ClientError>> + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.trouble.set(None);
        spawn_local(async move {
            if let Err(error) = change.await {
                self.trouble.try_set(Some(error));
            }
            self.busy.try_set(false);
        });
    }

    /// Takes those away that are no longer.
    fn keep(self, keep: impl Fn(&OwnSession) -> bool) {
        self.load.update(|page| {
            page.items.retain(keep);
            page.total = page.items.len() as u64;
        });
    }
}
