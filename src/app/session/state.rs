//! The state itself, and what moves it.

use std::sync::Arc;

use latchkey_contract::problem::ProblemCode;
use latchkey_contract::resource::ResourceBrief;
use latchkey_contract::session::Session;
use latchkey_permissions::{Access, Catalogue};
use leptos::prelude::*;

use crate::client::{Checked, Client, ClientError, SignedInClient, Watch};
use crate::i18n;
use crate::reactive::effect;
use crate::time::{both, now};

/// What is known of the person who is signed in. Replaced whole, so that its parts always belong together.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    /// What the backend said.
    pub(crate) session: Session,
    /// The catalogue of the same backend.
    pub(crate) catalogue: Arc<Catalogue>,
    /// The person's standing when the backend said so.
    pub(crate) access: Access,
    /// What the backend has behind the menus, as far as this person may know of it.
    pub(crate) resources: Arc<[ResourceBrief]>,
}

impl PartialEq for Known {
    fn eq(&self, other: &Self) -> bool {
        // A catalogue changes with its version, and that is part of the session's.
        self.session == other.session && self.access == other.access && self.resources == other.resources
    }
}

/// Why somebody who was signed in no longer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Farewell {
    /// They signed out themselves.
    SignedOut,
    /// The backend ended the session: it expired, or nobody said why.
    Ended,
    /// The owner has taken the access back.
    Revoked,
    /// The owner has suspended the account.
    Suspended,
    /// The access had an end, and that has come.
    Over,
}

impl Farewell {
    /// Whether signing in again is the way on.
    pub(crate) fn may_return(self) -> bool {
        matches!(self, Self::SignedOut | Self::Ended)
    }
}

/// Where things stand.
#[derive(Clone, Debug, PartialEq)]
enum State {
    /// The backend has not answered yet.
    Pending,
    /// The store has no owner yet.
    NoOwner,
    /// Nobody is signed in.
    SignedOut(Option<Farewell>),
    /// Somebody is.
    SignedIn {
        known: Arc<Known>,
        /// The session has ended, for this reason, while something unsaved was on the screen: it stays.
        lapsed: Option<Farewell>,
    },
}

/// The part of the state that decides which of the app's outer shapes is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    /// A skeleton.
    Pending,
    /// The set-up of the owner.
    NoOwner,
    /// The doors: sign in, join.
    SignedOut(Option<Farewell>),
    /// The house.
    SignedIn,
}

/// The session, for everybody. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Sessions {
    state: RwSignal<State>,
    client: StoredValue<Client>,
    unsaved: RwSignal<u32>,
}

/// The session of the app.
pub(crate) fn use_sessions() -> Sessions {
    expect_context()
}

impl Sessions {
    /// Nothing known yet.
    pub(crate) fn new(client: Client) -> Self {
        Self {
            state: RwSignal::new(State::Pending),
            client: StoredValue::new(client),
            unsaved: RwSignal::new(0),
        }
    }

    /// The client for calls that need nobody to be signed in.
    pub(crate) fn client(self) -> Client {
        self.client.get_value()
    }

    /// Which outer shape is on the screen. Reactive.
    pub(crate) fn phase(self) -> Phase {
        self.state.with(|state| match state {
            State::Pending => Phase::Pending,
            State::NoOwner => Phase::NoOwner,
            State::SignedOut(farewell) => Phase::SignedOut(*farewell),
            State::SignedIn { .. } => Phase::SignedIn,
        })
    }

    /// What is known of the person who is signed in. Reactive.
    pub(crate) fn known(self) -> Option<Arc<Known>> {
        self.state.with(|state| match state {
            State::SignedIn { known, .. } => Some(Arc::clone(known)),
            _ => None,
        })
    }

    /// Why the session has ended under something unsaved, where it has. Reactive.
    pub(crate) fn lapsed(self) -> Option<Farewell> {
        self.state.with(|state| match state {
            State::SignedIn { lapsed, .. } => *lapsed,
            _ => None,
        })
    }

    /// Whether there is a session that lives. Reactive.
    pub(crate) fn is_open(self) -> bool {
        self.phase() == Phase::SignedIn && self.lapsed().is_none()
    }

    /// Says that something unsaved is on the screen, for as long as the page that says so stands.
    pub(crate) fn guard_unsaved(self, is_unsaved: impl Fn() -> bool + 'static) {
        let counted = StoredValue::new(false);
        let count = move |unsaved: bool| {
            if counted.try_get_value().is_some_and(|before| before != unsaved) {
                counted.set_value(unsaved);
                self.unsaved.update(|n| {
                    *n = if unsaved {
                        n.saturating_add(1)
                    } else {
                        n.saturating_sub(1)
                    }
                });
            }
        };
        effect(move || count(is_unsaved()));
        on_cleanup(move || count(false));
    }

    /// Whether something unsaved is on the screen.
    pub(crate) fn has_unsaved(self) -> bool {
        self.unsaved.get_untracked() > 0
    }

    /// Takes over a session: somebody has signed in, joined, or set up the store.
    ///
    /// # Errors
    /// Where the catalogue, or what lies behind the menus, cannot be had; the state stays as it was.
    pub(crate) async fn enter(self, session: Session) -> Result<(), ClientError> {
        let known = self.state.with_untracked(|state| match state {
            State::SignedIn { known, .. } => Some(Arc::clone(known)),
            _ => None,
        });
        let (catalogue, resources) = match known {
            Some(known) if known.session.version == session.version => {
                (Arc::clone(&known.catalogue), Arc::clone(&known.resources))
            }
            _ => {
                let client = SignedInClient::of(self.client());
                // Another language is another version of the session, and all of this is asked for again.
                let language = session.account.language.clone().unwrap_or_else(i18n::language::tag);
                let (catalogue, resources) = both(
                    Box::pin(self.client().permissions(Some(&language))),
                    Box::pin(client.resource_briefs(&language)),
                )
                .await;
                (Arc::new(catalogue?), resources?.into())
            }
        };
        if let Some(language) = &session.account.language {
            // A language that cannot be had is no reason to keep anybody out.
            let _ = i18n::choose_language(language).await;
        }
        let access = session.access(&catalogue, now());
        self.state.set(State::SignedIn {
            known: Arc::new(Known {
                session,
                catalogue,
                access,
                resources,
            }),
            lapsed: None,
        });
        Ok(())
    }

    /// Asks the backend who is signed in, and follows its answer. A line that is down changes nothing.
    pub(crate) async fn refresh(self) -> Result<(), ClientError> {
        let version = self.state.with_untracked(|state| match state {
            State::SignedIn { known, lapsed: None } => Some(known.session.version.clone()),
            _ => None,
        });
        match self.client().session(version.as_ref()).await {
            Ok(Checked::Unchanged) => Ok(()),
            Ok(Checked::Changed(session)) => self.enter(session).await,
            Err(error) => match error.code() {
                Some(ProblemCode::NoOwner) => {
                    self.state.set(State::NoOwner);
                    Ok(())
                }
                Some(code) if code.status() == 401 || code.status() == 403 => {
                    self.ended(match code {
                        ProblemCode::Suspended => Farewell::Suspended,
                        ProblemCode::Ended => Farewell::Over,
                        _ => Farewell::Ended,
                    });
                    Ok(())
                }
                _ => Err(error),
            },
        }
    }

    /// The backend says that nobody is signed in. What is unsaved stays on the screen.
    pub(crate) fn ended(self, why: Farewell) {
        let keep = self.has_unsaved();
        Watch::forget_events();
        self.state.update(|state| {
            *state = match std::mem::replace(state, State::Pending) {
                State::SignedIn { known, lapsed } if keep => State::SignedIn {
                    known,
                    // The first reason is the true one: what is refused afterwards knows none.
                    lapsed: lapsed.or(Some(why)),
                },
                State::SignedIn { .. } => State::SignedOut(Some(why)),
                // Somebody else has set the store up.
                State::Pending | State::NoOwner => State::SignedOut(None),
                before @ State::SignedOut(_) => before,
            };
        });
    }

    /// Leaves the house: what was unsaved is given up.
    pub(crate) fn leave(self, farewell: Farewell) {
        Watch::forget_events();
        self.state.set(State::SignedOut(Some(farewell)));
    }
}

/// What a page of somebody who is signed in works with. Pages inside the frame always have it.
#[derive(Clone, Copy)]
pub(crate) struct SignedIn {
    /// What is known; when access changes, so does this.
    pub(crate) known: Memo<Arc<Known>>,
    client: StoredValue<SignedInClient>,
}

/// The session of whoever the page is for.
pub(crate) fn use_signed_in() -> SignedIn {
    expect_context()
}

impl SignedIn {
    /// Made by the frame, from what was known when somebody came in.
    pub(crate) fn new(sessions: Sessions, known: Arc<Known>) -> Self {
        Self {
            // While the frame is being taken down nobody is signed in any more, and what was known last still stands.
            known: Memo::new(move |before: Option<&Arc<Known>>| {
                sessions
                    .known()
                    .or_else(|| before.cloned())
                    .unwrap_or_else(|| Arc::clone(&known))
            }),
            client: StoredValue::new(SignedInClient::of(sessions.client())),
        }
    }

    /// The client.
    pub(crate) fn client(self) -> SignedInClient {
        self.client.get_value()
    }

    /// The client, unless the frame is gone; for what comes late.
    pub(crate) fn try_client(self) -> Option<SignedInClient> {
        self.client.try_get_value()
    }

    /// The catalogue. Reactive.
    pub(crate) fn catalogue(self) -> Arc<Catalogue> {
        Arc::clone(&self.known.read().catalogue)
    }
}
