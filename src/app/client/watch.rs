//! What every call reports, whoever makes it: whether the backend can be reached, and whether it said that the caller
//! is signed out or lacks a permission. Session and frame react to it; pages need not.

use std::cell::RefCell;

use leptos::prelude::*;

use super::error::ClientError;
use super::prover::Prover;
use super::transport::Reply;

thread_local! {
    static EVENTS: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// The state of the line, and two bells.
#[derive(Clone, Copy)]
pub(crate) struct Watch {
    reachable: RwSignal<bool>,
    signed_out: Trigger,
    forbidden: Trigger,
    prover: Prover,
}

impl Watch {
    /// A line that is taken to be good until it is not.
    pub(crate) fn new() -> Self {
        Self {
            reachable: RwSignal::new(true),
            signed_out: Trigger::new(),
            forbidden: Trigger::new(),
            prover: Prover::new(),
        }
    }

    /// Whether the last call came through. Reactive.
    pub(crate) fn is_reachable(self) -> bool {
        self.reachable.get()
    }

    /// Who asks for a fresh proof.
    pub(crate) fn prover(self) -> Prover {
        self.prover
    }

    /// Rings when the backend says that nobody is signed in. Reactive.
    pub(crate) fn on_signed_out(self) {
        self.signed_out.track();
    }

    /// Rings when the backend refuses for want of a permission. Reactive.
    pub(crate) fn on_forbidden(self) {
        self.forbidden.track();
    }

    /// What the session says may be seen is not there, so it may have changed: that is as good as a refusal.
    pub(crate) fn doubt(self) {
        self.forbidden.notify();
    }

    /// The id of the last event before the session was first answered: whoever listens from there on misses nothing of
    /// what was read since.
    pub(crate) fn events_so_far() -> Option<String> {
        EVENTS.with_borrow(Clone::clone)
    }

    /// Another session begins with other events.
    pub(crate) fn forget_events() {
        EVENTS.set(None);
    }

    /// Takes note of how a call went.
    pub(super) fn note(self, result: &Result<Reply, ClientError>) {
        if let Ok(reply) = result
            && reply.events.is_some()
            && EVENTS.with_borrow(Option::is_none)
        {
            EVENTS.set(reply.events.clone());
        }
        if matches!(result, Err(ClientError::GivenUp)) {
            return;
        }
        let reachable = !matches!(result, Err(ClientError::Unreachable));
        if self
            .reachable
            .try_get_untracked()
            .is_some_and(|before| before != reachable)
        {
            self.reachable.set(reachable);
        }
        if let Err(ClientError::Refused(refusal)) = result {
            let problem = &refusal.problem;
            match problem.status {
                401 if problem.code == latchkey_contract::problem::ProblemCode::SignedOut => self.signed_out.notify(),
                403 => self.forbidden.notify(),
                _ => {}
            }
        }
    }
}
