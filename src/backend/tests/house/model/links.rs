//! Links by which somebody joins: which of them work, and why the others do not.

use super::world::{HOUR, World};

const INVITATION: i64 = 7 * 24 * HOUR;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Open,
    Replaced,
    Used,
    Cancelled,
}

/// A link that was sent.
#[derive(Debug)]
pub(super) struct Link {
    pub(super) token: String,
    pub(super) who: usize,
    pub(super) state: State,
    expires: i64,
}

impl World {
    /// A link was sent; what was open is replaced.
    pub(super) fn sent(&mut self, who: usize, token: String) {
        self.close(who, State::Replaced);
        self.links.push(Link {
            token,
            who,
            state: State::Open,
            expires: self.now + INVITATION,
        });
    }

    /// Whatever link of somebody is open becomes this.
    pub(super) fn close(&mut self, who: usize, state: State) {
        let open = self
            .links
            .iter_mut()
            .filter(|link| link.who == who && link.state == State::Open);
        open.for_each(|link| link.state = state);
    }

    /// Why a link does not work.
    pub(super) fn is_dead(&self, link: &Link) -> Option<&'static str> {
        match link.state {
            State::Open if link.expires <= self.now => Some("invitation-expired"),
            State::Open => None,
            State::Replaced => Some("invitation-replaced"),
            State::Used => Some("invitation-used"),
            State::Cancelled => Some("invitation-cancelled"),
        }
    }
}
