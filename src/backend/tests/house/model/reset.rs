//! Links for a new password: sent by the owner, or asked for by somebody at the door.

use std::time::Duration;

use serde_json::json;

use super::owner::password;
use super::world::{HOUR, World};
use crate::password_links::letters_to;

/// A link that was sent.
#[derive(Debug)]
pub(super) struct Reset {
    pub(super) token: String,
    who: usize,
    /// Used, replaced, or without use since the password is another or access is over.
    closed: bool,
    expires: i64,
}

impl World {
    /// Whether somebody has a password that could be forgotten.
    fn has_password(&self, who: usize) -> bool {
        self.people[who].password.is_some()
    }

    pub(super) fn is_over(&self, reset: &Reset) -> bool {
        reset.closed || reset.expires <= self.now
    }

    /// No link of somebody works any more.
    pub(super) fn close_resets(&mut self, who: usize) {
        let of = self.resets.iter_mut().filter(|reset| reset.who == who);
        of.for_each(|reset| reset.closed = true);
    }

    pub(super) async fn send_reset(&mut self, window: usize, who: usize) {
        let path = format!("/staff/{}/password-link", self.people[who].id);
        let answer = self.post(window, &path, json!({})).await;
        if self.has_password(who) {
            answer.expect(204);
            self.reset_was_sent(who).await;
        } else {
            assert_eq!(answer.refusal(), (409, "state".into()));
        }
    }

    /// Whoever asks is answered the same, whether there is somebody or not.
    pub(super) async fn forget(&mut self, who: usize) {
        let asked = json!({"email": World::email(who)});
        let answer = self.house.browser().post("/password-links", asked).await;
        assert_eq!(answer.expect(202).text, "");
        if self.has_password(who) {
            self.reset_was_sent(who).await;
        }
    }

    /// Reads the new link from the letter, which whoever asked at the door is not kept waiting for.
    async fn reset_was_sent(&mut self, who: usize) {
        let token = loop {
            let letters = letters_to(&self.house, &World::email(who)).into_iter();
            let tokens = letters.filter_map(|(_, text)| {
                let (_, rest) = text.split_once("/reset/")?;
                rest.split_whitespace().next().map(str::to_owned)
            });
            let is_new = |token: &String| self.resets.iter().all(|reset| reset.token != *token);
            if let Some(token) = tokens.into_iter().find(is_new) {
                break token;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        };
        self.close_resets(who);
        self.resets.push(Reset {
            token,
            who,
            closed: false,
            expires: self.now + HOUR,
        });
        self.note("password-link-sent", self.people[who].id.clone());
    }

    /// Chooses a new password by the latest link or one before it, with a recovery code or without.
    pub(super) async fn use_reset(&mut self, who: usize, back: usize, code: bool) {
        let Some(reset) = self.resets.iter().filter(|reset| reset.who == who).rev().nth(back) else {
            return;
        };
        let (path, is_over) = (format!("/password-links/{}", reset.token), self.is_over(reset));
        self.next_password += 1;
        let chosen = self.next_password;
        let codes = self.people[who].codes.clone();
        let otp = codes.as_ref().filter(|_| code).and_then(|codes| codes.last().cloned());
        let browser = self.house.browser();
        let body = json!({"new": password(chosen), "otp": otp});
        let answer = browser.post(&path, body).await;
        assert!(browser.cookie().is_none(), "nobody is signed in by it");
        if is_over {
            assert_eq!(answer.refusal(), (410, "password-link-over".into()));
            return;
        }
        if codes.is_some() && otp.is_none() {
            assert_eq!(answer.refusal(), (401, "otp-required".into()));
            return;
        }
        answer.expect(204);
        self.people[who].password = Some(chosen);
        self.close_resets(who);
        self.end(who, None);
        self.note("password-reset", self.people[who].id.clone());
        if let Some(codes) = &mut self.people[who].codes {
            codes.pop();
            self.note("recovery-code-used", self.people[who].id.clone());
        }
    }
}
