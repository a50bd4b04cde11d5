//! What the owner does, in one window or the other: asked of the backend, and done in the model.

use serde_json::{Value, json};

use super::rights::{Bits, closed, ids};
use super::step::Giving;
use super::world::{HOUR, Stand, State, Whose, World};
use crate::support::{Answer, PASSWORD, token_of};

/// Letters and digits of each role's own.
const NAMES: [&str; 3] = ["Early shift", "Late shift", "Weekend"];

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

    async fn ask(
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

    async fn post(&mut self, window: usize, path: &str, body: Value) -> Answer {
        self.ask(window, "POST", path, None, Some(&body)).await
    }

    /// What is sent as seen, and whether that is how it is now.
    async fn seen(&mut self, window: usize, path: &str, stale: bool) -> (String, bool) {
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

    /// The roles of a giving that there are.
    fn given_roles(&self, giving: Giving) -> Vec<usize> {
        let all = 0..self.roles.len();
        all.filter(|role| giving.roles & 1 << role != 0 && self.roles[*role].id.is_some())
            .collect()
    }

    fn giving_body(&self, giving: Giving) -> Value {
        let roles: Vec<_> = self
            .given_roles(giving)
            .into_iter()
            .map(|role| self.roles[role].id.clone())
            .collect();
        let moment = |hours: i64| World::time(self.now + hours * HOUR);
        json!({
            "permissions": ids(giving.bits),
            "roles": roles,
            "starts": giving.starts.map(moment),
            "ends": giving.ends.map(moment),
        })
    }

    fn give(&mut self, who: usize, giving: Giving) {
        let roles = self.given_roles(giving).into_iter().collect();
        let now = self.now;
        let person = &mut self.people[who];
        person.direct = closed(giving.bits);
        person.roles = roles;
        person.starts = giving.starts.map(|hours| now + hours * HOUR);
        person.ends = giving.ends.map(|hours| now + hours * HOUR);
    }

    pub(super) async fn invite(&mut self, window: usize, who: usize, giving: Giving) {
        let mut body = self.giving_body(giving);
        body["email"] = format!("person{who}@model.test").into();
        let answer = self.post(window, "/staff", body).await;
        if !matches!(self.people[who].stand, Stand::Unknown | Stand::Ended) {
            assert_eq!(answer.refusal(), (409, "email-taken".into()));
            return;
        }
        let answer = answer.expect(201);
        self.give(who, giving);
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
        let held = |person: &super::world::Person| (person.direct, person.roles.clone(), person.starts, person.ends);
        let before = held(&self.people[who]);
        self.give(who, giving);
        if held(&self.people[who]) != before {
            self.note("staff-changed", self.people[who].id.clone());
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
            }
            self.note(kind, self.people[who].id.clone());
        } else {
            assert_eq!(answer.refusal(), (409, "state".into()));
        }
    }

    pub(super) async fn revoke(&mut self, window: usize, who: usize) {
        let path = format!("{}/revocation", self.path(who));
        let answer = self.ask(window, "PUT", &path, None, Some(&json!({}))).await.expect(200);
        if self.people[who].stand == Stand::Ended {
            assert_eq!(answer.at("/sessionsEnded"), 0);
            return;
        }
        let open = self
            .links
            .iter()
            .filter(|link| link.who == who && link.state == State::Open)
            .count();
        assert_eq!(answer.at("/invitationsCancelled"), open);
        let lived = self.end(who, None);
        assert_eq!(answer.at("/sessionsEnded"), lived);
        self.over(who);
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
        }
    }

    pub(super) async fn create_role(&mut self, window: usize, role: usize, bits: Bits) {
        let body = json!({"name": {"en": NAMES[role]}, "permissions": ids(bits)});
        let answer = self.post(window, "/roles", body).await;
        if self.roles[role].id.is_some() {
            assert_eq!(answer.wrong(), [("/name/en".into(), "taken".into())]);
            return;
        }
        let id = answer.expect(201).text_at("/id");
        self.note("role-created", id.clone());
        self.roles[role].id = Some(id);
        self.roles[role].bits = closed(bits);
    }

    pub(super) async fn edit_role(&mut self, window: usize, role: usize, bits: Bits, stale: bool) {
        let Some(id) = self.roles[role].id.clone() else { return };
        let path = format!("/roles/{id}");
        let (etag, fresh) = self.seen(window, &path, stale).await;
        let body = json!({"name": {"en": NAMES[role]}, "permissions": ids(bits)});
        let answer = self.ask(window, "PUT", &path, Some(&etag), Some(&body)).await;
        if !fresh {
            assert_eq!(answer.refusal(), (412, "stale".into()));
            return;
        }
        self.seen[window].insert(path, answer.expect(200).etag());
        if self.roles[role].bits != closed(bits) {
            self.roles[role].bits = closed(bits);
            self.note("role-changed", id);
        }
    }

    /// Those who hold a role.
    fn holders(&self, role: usize) -> Vec<usize> {
        let all = 0..self.people.len();
        let holds = |who: &usize| self.people[*who].stand != Stand::Ended && self.people[*who].roles.contains(&role);
        all.filter(holds).collect()
    }

    pub(super) async fn delete_role(&mut self, window: usize, role: usize, stale: bool) {
        let Some(id) = self.roles[role].id.clone() else { return };
        let path = format!("/roles/{id}");
        let (etag, fresh) = self.seen(window, &path, stale).await;
        let answer = self.ask(window, "DELETE", &path, Some(&etag), None).await;
        if !fresh {
            assert_eq!(answer.refusal(), (412, "stale".into()));
        } else if !self.holders(role).is_empty() {
            assert_eq!(answer.refusal(), (409, "state".into()));
        } else {
            answer.expect(204);
            self.roles[role] = super::world::Role::default();
            for person in &mut self.people {
                person.roles.remove(&role);
            }
            self.note("role-deleted", id);
        }
    }

    pub(super) async fn move_holders(&mut self, window: usize, role: usize, to: Option<usize>) {
        let Some(id) = self.roles[role].id.clone() else { return };
        let other = to.map(|to| self.roles[to].id.clone().unwrap_or_else(|| "none-such".to_owned()));
        let path = format!("/roles/{id}/holders");
        let answer = self.ask(window, "PUT", &path, None, Some(&json!({"to": other}))).await;
        if to.is_some_and(|to| to == role || self.roles[to].id.is_none()) {
            assert_eq!(answer.wrong(), [("/to".into(), "unknown-value".into())]);
            return;
        }
        let holders = self.holders(role);
        assert_eq!(answer.expect(200).at("/moved"), holders.len());
        for who in &holders {
            self.people[*who].roles.remove(&role);
            self.people[*who].roles.extend(to);
        }
        if !holders.is_empty() {
            self.note("holders-moved", id);
        }
    }
}

/// The password of the owner is everybody's in the sample store; people of the model choose their own.
pub(super) fn password(number: u32) -> String {
    format!("{PASSWORD} {number}")
}
