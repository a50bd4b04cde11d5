//! Asking for a new invitation by a link that works no more, and the owner's leaving it at that.

use serde_json::json;

use super::links::State;
use super::world::{HOUR, Stand, World};

/// For so long after the owner has left it, another one is not told.
const QUIET: i64 = 24 * HOUR;

/// Whether a new invitation is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Request {
    #[default]
    None,
    /// Since when.
    Open(i64),
    /// When it was left, or closed by the end of access.
    Closed(i64),
}

impl World {
    pub(super) async fn ask_again(&mut self, who: usize, back: usize) {
        let Some(link) = self.links.iter().filter(|link| link.who == who).rev().nth(back) else {
            return;
        };
        let (state, dead) = (link.state, self.is_dead(link));
        let path = format!("/invitations/{}/request", link.token);
        let answer = self.house.browser().post(&path, json!({})).await;
        if dead.is_none() {
            assert_eq!(answer.refusal(), (409, "state".into()), "it still works");
            return;
        }
        if state == State::Used {
            assert_eq!(answer.refusal(), (410, "invitation-used".into()));
            return;
        }
        // The answer tells nobody whether the owner was told.
        answer.expect(204);
        let person = &mut self.people[who];
        // Of those who were here, the owner knows why they are no more.
        let lacks_one = matches!(person.stand, Stand::Invited | Stand::Ended) && !person.was_here;
        let is_new = match person.request {
            Request::None => true,
            Request::Open(_) => false,
            Request::Closed(at) => at + QUIET <= self.now,
        };
        if lacks_one && is_new {
            person.request = Request::Open(self.now);
            let id = person.id.clone();
            self.note("invitation-requested", id);
        }
    }

    pub(super) async fn dismiss(&mut self, window: usize, who: usize) {
        let path = format!("/staff/{}/invitation/request", self.people[who].id);
        let answer = self.ask(window, "DELETE", &path, None, None).await;
        if self.close_request(who) {
            answer.expect(204);
            self.note("invitation-request-dismissed", self.people[who].id.clone());
        } else {
            assert_eq!(answer.refusal(), (409, "state".into()));
        }
    }

    /// What was asked for is closed without an invitation; whether anything was.
    pub(super) fn close_request(&mut self, who: usize) -> bool {
        let request = &mut self.people[who].request;
        let was_open = matches!(request, Request::Open(_));
        if was_open {
            *request = Request::Closed(self.now);
        }
        was_open
    }
}
