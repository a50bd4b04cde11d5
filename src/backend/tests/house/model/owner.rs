//! What the owner does, in one window or the other: asked of the backend, and done in the model.

use serde_json::{Value, json};

use super::asking::Request;
use super::links::{Link, State};
use super::sessions::Whose;
use super::step::Giving;
use super::world::{Person, Stand, World};
use crate::support::{Answer, PASSWORD, token_of};

impl World {
    /// The session of a window; the owner signs in again where it is over.
    pub(super) async fn window(&mut self, window: usize) -> usize {
        let number = self.windows.get(window).copied();
        if let Some(number) = number.filter(|number| self.lives(&self.sessions[*number])) {
            return number;
        }
        let browser = self.house.owner().await;
        let number = self.begun(browser, Whose::Owner);
        if window < self.windows.len() {
            self.windows[window] = number;
        } else {
            self.windows.push(number);
        }
        let owner = self.owner.clone();
        self.note("signed-in", owner);
        number
    }

    pub(super) async fn ask(
        &mut self,
        window: usize,
        method: &str,
        path: &str,
        etag: Option<&str>,
        body: Option<&Value>,
    ) -> Answer {
        let number = self.window(window).await;
        self.used(number);
        let headers: Vec<_> = etag.map(|etag| ("if-match", etag)).into_iter().collect();
        self.sessions[number].browser.ask(method, path, &headers, body).await
    }

    pub(super) async fn post(&mut self, window: usize, path: &str, body: Value) -> Answer {
        self.ask(window, "POST", path, None, Some(&body)).await
    }

    /// What is sent as seen, and whether that is how it is now.
    pub(super) async fn seen(&mut self, window: usize, path: &str, stale: bool) -> (String, bool) {
        let before = self.seen[window].get(path).cloned();
        let now = self.ask(window, "GET", path, None, None).await.expect(200).etag();
        let sent = before.filter(|_| stale).unwrap_or_else(|| now.clone());
        self.seen[window].insert(path.to_owned(), now.clone());
        let fresh = sent == now;
        (sent, fresh)
    }

    fn path(&self, who: usize) -> String {
        format!("/staff/{}", self.people[who].id)
    }

    pub(super) async fn invite(&mut self, window: usize, who: usize, giving: Giving) {
        let mut body = self.giving_body(giving);
        body["email"] = World::email(who).into();
        let answer = self.post(window, "/staff", body).await;
        if !matches!(self.people[who].stand, Stand::Unknown | Stand::Ended) {
            assert_eq!(answer.refusal(), (409, "email-taken".into()));
            return;
        }
        let answer = answer.expect(201);
        self.give(who, giving);
        self.people[who].request = Request::None;
        self.people[who].id = answer.text_at("/account/id");
        self.people[who].stand = Stand::Invited;
        self.sent(who, token_of(&answer.text_at("/invitation/link")));
        self.note("invited", self.people[who].id.clone());
    }

    pub(super) async fn resend(&mut self, window: usize, who: usize) {
        let path = format!("{}/invitation", self.path(who));
        let answer = self.post(window, &path, json!({})).await;
        if self.people[who].stand != Stand::Invited {
            assert_eq!(answer.refusal(), (409, "state".into()));
            return;
        }
        self.people[who].request = Request::None;
        self.sent(who, token_of(&answer.expect(201).text_at("/invitation/link")));
        self.note("invitation-resent", self.people[who].id.clone());
    }

    pub(super) async fn cancel(&mut self, window: usize, who: usize) {
        let path = format!("{}/invitation", self.path(who));
        let answer = self.ask(window, "DELETE", &path, None, None).await;
        if self.people[who].stand != Stand::Invited {
            assert_eq!(answer.refusal(), (409, "state".into()));
            return;
        }
        answer.expect(204);
        self.over(who);
        self.note("invitation-cancelled", self.people[who].id.clone());
    }

    pub(super) async fn edit(&mut self, window: usize, who: usize, giving: Giving, stale: bool) {
        let path = self.path(who);
        let (etag, fresh) = self.seen(window, &path, stale).await;
        let body = self.giving_body(giving);
        let answer = self.ask(window, "PATCH", &path, Some(&etag), Some(&body)).await;
        if !fresh {
            assert_eq!(answer.refusal(), (412, "stale".into()));
            return;
        }
        if self.people[who].stand == Stand::Ended {
            assert_eq!(answer.refusal(), (409, "state".into()));
            return;
        }
        self.seen[window].insert(path, answer.expect(200).etag());
        let held = |person: &Person| {
            (
                person.direct,
                person.roles.clone(),
                person.dates,
                person.must_have_factor,
            )
        };
        let before = held(&self.people[who]);
        self.void_offer_of_absent(who);
        self.give(who, giving);
        if held(&self.people[who]) != before {
            self.note("staff-changed", self.people[who].id.clone());
            self.void_offer_of_absent(who);
            self.settle_all([who]);
        }
    }

    /// Shuts somebody out, or lets in again.
    pub(super) async fn suspend(&mut self, window: usize, who: usize, shut: bool) {
        let path = format!("{}/suspension", self.path(who));
        let (method, from, to, kind) = if shut {
            ("PUT", Stand::Active, Stand::Suspended, "suspended")
        } else {
            ("DELETE", Stand::Suspended, Stand::Active, "reactivated")
        };
        let answer = self.ask(window, method, &path, None, None).await;
        if self.people[who].stand == to {
            answer.expect(200);
        } else if self.people[who].stand == from {
            answer.expect(200);
            self.people[who].stand = to;
            if shut {
                self.end(who, None);
                self.void_offer(who);
            } else {
                // What everybody had to do meanwhile comes first.
                self.settle(who);
            }
            self.note(kind, self.people[who].id.clone());
        } else {
            assert_eq!(answer.refusal(), (409, "state".into()));
        }
    }

    pub(super) async fn revoke(&mut self, window: usize, who: usize) {
        let path = format!("{}/revocation", self.path(who));
        let answer = self.ask(window, "PUT", &path, None, Some(&json!({}))).await.expect(200);
        let was_open = matches!(self.people[who].request, Request::Open(_));
        assert_eq!(answer.at("/requestsClosed"), u64::from(was_open));
        let open = |link: &&Link| link.who == who && link.state == State::Open;
        assert_eq!(
            answer.at("/invitationsCancelled"),
            self.links.iter().filter(open).count()
        );
        let lived = self.end(who, None);
        assert_eq!(answer.at("/sessionsEnded"), lived);
        if self.people[who].stand != Stand::Ended {
            self.over(who);
        } else if !self.close_request(who) {
            return;
        }
        self.note("revoked", self.people[who].id.clone());
    }

    pub(super) async fn end_all(&mut self, window: usize, who: usize) {
        let path = format!("{}/sessions", self.path(who));
        let answer = self.ask(window, "DELETE", &path, None, None).await.expect(200);
        let lived = self.end(who, None);
        assert_eq!(answer.at("/sessionsEnded"), lived);
        if lived > 0 {
            self.note("sessions-ended", self.people[who].id.clone());
        }
    }

    pub(super) async fn reset_factor(&mut self, window: usize, who: usize) {
        let path = format!("{}/two-factor", self.path(who));
        self.ask(window, "DELETE", &path, None, None).await.expect(200);
        if self.people[who].codes.take().is_some() {
            self.end(who, None);
            self.note("two-factor-reset", self.people[who].id.clone());
            self.settle(who);
        }
    }
}

/// The password of the owner is everybody's in the sample store; people of the model choose their own.
pub(super) fn password(number: u32) -> String {
    format!("{PASSWORD} {number}")
}
