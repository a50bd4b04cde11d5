//! What every call reports, whoever makes it: whether the backend can be reached, and whether it said that the caller
//! is signed out or lacks a permission. Session and frame react to it; pages need not.

use leptos::prelude::*;

use super::error::ClientError;

/// The state of the line, and two bells.
#[derive(Clone, Copy)]
pub(crate) struct Watch {
    reachable: RwSignal<bool>,
    signed_out: Trigger,
    forbidden: Trigger,
}

impl Watch {
    /// A line that is taken to be good until it is not.
    pub(crate) fn new() -> Self {
        Self {
            reachable: RwSignal::new(true),
            signed_out: Trigger::new(),
            forbidden: Trigger::new(),
        }
    }

    /// Whether the last call came through. Reactive.
    pub(crate) fn is_reachable(self) -> bool {
        self.reachable.get()
    }

    /// Rings when the backend says that nobody is signed in. Reactive.
    pub(crate) fn on_signed_out(self) {
        self.signed_out.track();
    }

    /// Rings when the backend refuses for want of a permission. Reactive.
    pub(crate) fn on_forbidden(self) {
        self.forbidden.track();
    }

    /// Takes note of how a call went.
    pub(super) fn note<T>(self, result: &Result<T, ClientError>) {
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
