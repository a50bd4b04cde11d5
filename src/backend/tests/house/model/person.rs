//! What everybody else does: joining, signing in and out, and whatever concerns how one signs in.

use serde_json::json;

use super::links::State;
use super::owner::password;
use super::sessions::Whose;
use super::world::{Stand, World, waits};
use crate::support::Answer;

impl World {
    /// The number of a session of somebody's, drawn by the remainder; none while there is none. Mostly of those that live:
    /// most of all there ever were do not.
    pub(super) fn of_people(&self, drawn: usize) -> Option<usize> {
        let all = (0..self.sessions.len()).filter(|n| self.sessions[*n].whose != Whose::Owner);
        let (living, dead): (Vec<usize>, Vec<usize>) = all.partition(|n| self.lives(&self.sessions[*n]));
        let among = if living.is_empty() || drawn.is_multiple_of(8) {
            dead
        } else {
            living
        };
        among.get((drawn / 8).checked_rem(among.len())?).copied()
    }

    pub(super) fn whose(&self, number: usize) -> usize {
        match self.sessions[number].whose {
            Whose::Person(who) => who,
            Whose::Owner => unreachable!("only sessions of people are drawn"),
        }
    }

    /// Whether a session that asked about its own account was refused as it has to be; else it was used.
    pub(super) fn is_refused(&mut self, number: usize, answer: &Answer) -> bool {
        if let Some((status, code)) = self.refusal_of_own(&self.sessions[number]) {
            assert_eq!(answer.refusal(), (status, code.to_owned()));
            return true;
        }
        self.used(number);
        false
    }

    pub(super) async fn join(&mut self, who: usize, back: usize) {
        let links: Vec<usize> = (0..self.links.len()).filter(|n| self.links[*n].who == who).collect();
        let Some(number) = links.iter().rev().nth(back).copied() else {
            return;
        };
        let dead = self.is_dead(&self.links[number]);
        let path = format!("/invitations/{}", self.links[number].token);
        self.next_password += 1;
        let chosen = self.next_password;
        let browser = self.house.browser();
        let body = json!({"name": format!("Person {who}"), "password": password(chosen)});
        let answer = browser.post(&path, body).await;
        if let Some(code) = dead {
            assert_eq!(answer.refusal(), (410, code.to_owned()));
            assert!(browser.cookie().is_none());
            return;
        }
        answer.expect(201);
        self.links[number].state = State::Used;
        let person = &mut self.people[who];
        person.stand = Stand::Onboarding;
        person.password = Some(chosen);
        (person.accepted, person.toured, person.was_here) = (None, false, true);
        // Where nothing is asked for, it is over as it begins.
        self.settle(who);
        self.begun(browser, Whose::Person(who));
        self.note("joined", self.people[who].id.clone());
    }

    pub(super) async fn sign_in(&mut self, who: usize, back: u32, code: bool) {
        let present = self.people[who].password;
        let given = present.unwrap_or(1).saturating_sub(back);
        let otp = self.people[who]
            .codes
            .as_ref()
            .filter(|_| code)
            .and_then(|codes| codes.last().cloned());
        let browser = self.house.browser();
        let body = json!({"email": World::email(who), "password": password(given), "otp": otp});
        let answer = browser.post("/session", body).await;
        let refused = if present != Some(given) {
            Some((401, "invalid-credentials"))
        } else if self.people[who].codes.is_some() && otp.is_none() {
            Some((401, "otp-required"))
        } else {
            self.barred(who).filter(|code| !waits(code)).map(|code| (403, code))
        };
        // A recovery code is used up by whoever has the password, let in or not.
        if present == Some(given)
            && otp.is_some()
            && let Some(codes) = &mut self.people[who].codes
        {
            codes.pop();
        }
        if let Some((status, code)) = refused {
            assert_eq!(answer.refusal(), (status, code.to_owned()));
            assert!(browser.cookie().is_none());
            return;
        }
        answer.expect(200);
        self.begun(browser, Whose::Person(who));
        self.note("signed-in", self.people[who].id.clone());
        if otp.is_some() {
            self.note("recovery-code-used", self.people[who].id.clone());
        }
    }

    pub(super) async fn sign_out(&mut self, number: usize) {
        // The cookie stays in a drawer: that it is worth nothing any more is the backend's doing.
        let kept = self.sessions[number].browser.copy();
        let answer = self.sessions[number].browser.delete("/session").await;
        if self.is_refused(number, &answer) {
            return;
        }
        answer.expect(204);
        self.sessions[number].browser = kept;
        self.sessions[number].dead = true;
        let who = self.whose(number);
        self.note("signed-out", self.people[who].id.clone());
    }

    pub(super) async fn change_password(&mut self, number: usize, right: bool) {
        let who = self.whose(number);
        self.next_password += 1;
        let chosen = self.next_password;
        let given = if right {
            self.people[who].password.unwrap_or(0)
        } else {
            0
        };
        let before = self.sessions[number].browser.copy();
        let body = json!({"current": password(given), "new": password(chosen)});
        let answer = self.sessions[number].browser.put("/profile/password", body).await;
        if self.is_refused(number, &answer) {
            return;
        }
        if !right {
            assert_eq!(answer.wrong(), [("/current".into(), "mismatch".into())]);
            self.note("password-refused", self.people[who].id.clone());
            return;
        }
        answer.expect(204);
        self.people[who].password = Some(chosen);
        self.close_resets(who);
        self.end(who, Some(number));
        self.renewed(number, before);
        self.note("password-changed", self.people[who].id.clone());
    }

    pub(super) async fn end_others(&mut self, number: usize) {
        let answer = self.sessions[number].browser.delete("/sessions").await;
        if self.is_refused(number, &answer) {
            return;
        }
        let who = self.whose(number);
        let lived = self.end(who, Some(number));
        assert_eq!(answer.expect(200).at("/sessionsEnded"), lived);
        if lived > 0 {
            self.note("sessions-ended", self.people[who].id.clone());
        }
    }

    /// Ends another session, of one's own or of somebody else: that one is not found.
    pub(super) async fn end_one(&mut self, number: usize, other: usize) {
        if number == other || self.refusal_of_own(&self.sessions[other]).is_some() {
            return;
        }
        let listed = self.sessions[other]
            .browser
            .get("/sessions")
            .await
            .expect(200)
            .at("/items");
        self.used(other);
        let current = listed
            .as_array()
            .and_then(|all| all.iter().find(|one| one["current"] == true));
        let id = current
            .and_then(|one| one["id"].as_str())
            .expect("one's own")
            .to_owned();
        let answer = self.sessions[number].browser.delete(&format!("/sessions/{id}")).await;
        if self.is_refused(number, &answer) {
            return;
        }
        let who = self.whose(number);
        if self.whose(other) != who {
            assert_eq!(answer.refusal(), (404, "not-found".into()));
            return;
        }
        answer.expect(204);
        self.sessions[other].dead = true;
        self.note("sessions-ended", self.people[who].id.clone());
    }

    pub(super) async fn look(&mut self, number: usize) {
        let answer = self.sessions[number].browser.get("/session").await;
        if !self.is_refused(number, &answer) {
            answer.expect(200);
        }
    }
}
