//! Invites people, lets them join, changes what they may do, shuts them out, and revokes them. What was acknowledged of
//! each is known to the letter: who is signed in with which cookie, and which link works.

use fastrand::Rng;
use serde_json::json;

use super::Hand;
use super::books::Books;
use crate::caller::{Answer, Ask, Caller, Gone};
use crate::program::PASSWORD;

/// Not more people than this are there at once.
const MOST: usize = 5;
const PERMISSIONS: [&str; 4] = ["orders.view", "products.view", "campaigns.view", "reports.view"];

/// What was acknowledged of somebody.
#[derive(Clone, Debug, Default)]
struct Person {
    id: String,
    email: String,
    status: &'static str,
    permission: &'static str,
    /// The token of the link that works, where it was told.
    link: Option<String>,
    /// The cookie of a session that lives, where it was told.
    cookie: Option<String>,
    /// Cookies that must never work again.
    dead: Vec<String>,
    /// Links that must never work again.
    used: Vec<String>,
    /// What has been written of this person.
    entries: usize,
}

/// Something that was asked for, and what the person becomes by it.
struct Act {
    ask: Ask,
    after: Person,
}

/// See the module.
pub(super) struct People {
    name: &'static str,
    born: usize,
    everybody: Vec<Person>,
    doubt: Option<(usize, Act)>,
}

impl People {
    pub(super) fn new(name: &'static str) -> Self {
        Self {
            name,
            born: 0,
            everybody: Vec::new(),
            doubt: None,
        }
    }

    /// Whom something is done to next; somebody new at the end of the list.
    fn choose(&mut self, random: &mut Rng) -> usize {
        let here = self.everybody.iter().filter(|person| person.status != "ended").count();
        let fresh = here < 2 || (here < MOST && random.u8(0..4) == 0);
        let former = self.everybody.iter().position(|person| person.status == "ended");
        match former {
            Some(former) if fresh && random.bool() => former,
            _ if fresh => {
                self.born += 1;
                self.everybody.push(Person {
                    email: format!("{}{}@load.test", self.name, self.born),
                    status: "ended",
                    ..Person::default()
                });
                self.everybody.len() - 1
            }
            _ => loop {
                let chosen = random.usize(..self.everybody.len());
                if self.everybody[chosen].status != "ended" {
                    break chosen;
                }
            },
        }
    }
}

impl Person {
    fn path(&self, rest: &str) -> String {
        format!("/staff/{}{rest}", self.id)
    }

    /// What can be done to a person in this state, drawn by chance.
    fn next(&self, caller: &Caller, random: &mut Rng) -> Result<Act, Gone> {
        let mut after = self.clone();
        after.entries += 1;
        let dies = |after: &mut Person| {
            after.dead.extend(after.cookie.take());
            after.used.extend(after.link.take());
        };
        let ask = match (self.status, random.u8(0..6)) {
            ("ended", _) => {
                after.status = "invited";
                after.permission = PERMISSIONS[random.usize(..4)];
                let body = json!({"email": self.email, "permissions": [after.permission]});
                Ask::new("POST", "/staff").body(body).once()
            }
            ("invited", 0) => {
                dies(&mut after);
                after.status = "ended";
                Ask::new("DELETE", self.path("/invitation"))
            }
            ("invited", 1) => {
                dies(&mut after);
                Ask::new("POST", self.path("/invitation")).once()
            }
            ("invited", _) if self.link.is_some() => {
                let path = format!("/invitations/{}", self.link.as_deref().unwrap_or_default());
                dies(&mut after);
                after.status = "active";
                Ask::new("POST", path)
                    .body(json!({"name": "Somebody", "password": PASSWORD}))
                    .once()
            }
            ("active", 0) => {
                dies(&mut after);
                after.status = "suspended";
                Ask::new("PUT", self.path("/suspension"))
            }
            ("suspended", 0 | 2) => {
                after.status = "active";
                Ask::new("DELETE", self.path("/suspension"))
            }
            (_, 1) => {
                dies(&mut after);
                after.status = "ended";
                Ask::new("PUT", self.path("/revocation")).body(json!({"reason": "Enough"}))
            }
            _ => {
                let others: Vec<_> = PERMISSIONS.iter().filter(|id| **id != self.permission).collect();
                after.permission = others[random.usize(..others.len())];
                let seen = caller.ask(&Ask::new("GET", self.path("")))?.expect(200).etag();
                let body = json!({"permissions": [after.permission]});
                Ask::new("PATCH", self.path("")).body(body).header("If-Match", seen)
            }
        };
        Ok(Act { ask, after })
    }
}

impl Act {
    /// What the person is, now that it was answered.
    fn answered(self, answer: &Answer) -> Person {
        let mut after = self.after;
        assert!((200..300).contains(&answer.status), "{:?}: {answer:?}", self.ask);
        if let Some(link) = answer.body.pointer("/invitation/link").and_then(|link| link.as_str()) {
            after.link = link.rsplit('/').next().map(str::to_owned);
            after.id = answer.text("/account/id");
        }
        if self.ask.path.starts_with("/invitations/") {
            after.cookie = Some(answer.cookie());
        }
        after
    }

    /// Asks; as nobody where somebody joins.
    fn ask(&self, caller: &Caller) -> Result<Answer, Gone> {
        if self.ask.path.starts_with("/invitations/") {
            caller.send(&self.ask)
        } else {
            caller.ask(&self.ask)
        }
    }
}

impl Hand for People {
    fn act(&mut self, caller: &Caller, random: &mut Rng) -> Result<(), Gone> {
        let chosen = self.choose(random);
        let act = self.everybody[chosen].next(caller, random)?;
        let Ok(answer) = act.ask(caller) else {
            self.doubt = Some((chosen, act));
            return Err(Gone);
        };
        self.everybody[chosen] = act.answered(&answer);
        Ok(())
    }

    fn look(&mut self, caller: &Caller, books: &Books) -> usize {
        if let Some((chosen, act)) = self.doubt.take() {
            let person = &mut self.everybody[chosen];
            let asked_once = act.ask.headers.iter().any(|(name, _)| *name == "Idempotency-Key");
            if asked_once {
                // As a client does that has not heard the answer: done now, unless it was done before, but once.
                let answer = act.ask(caller).expect("it answers");
                *person = act.answered(&answer);
            } else if books.about(&person.id) == act.after.entries {
                *person = act.after;
            } else {
                assert_eq!(books.about(&person.id), person.entries, "{person:?}");
            }
        }
        self.everybody.retain(|person| !person.id.is_empty());
        for person in &self.everybody {
            person.is_so(caller);
        }
        self.everybody.iter().map(|person| person.entries).sum()
    }
}

impl Person {
    /// Fails where anything is otherwise than it was acknowledged.
    fn is_so(&self, caller: &Caller) {
        let there = caller.get(&self.path("")).expect(200);
        assert_eq!(there.text("/status"), self.status, "{self:?}");
        if self.status != "ended" {
            assert_eq!(there.body["permissions"], json!([self.permission]), "{self:?}");
        }
        let session = |cookie: &str| {
            let ask = Ask::new("GET", "/session").header("Cookie", cookie);
            caller.send(&ask).expect("it answers")
        };
        if let Some(cookie) = &self.cookie {
            let held = session(cookie).expect(200);
            assert_eq!(held.body["permissions"], json!([self.permission]), "{self:?}");
        }
        for cookie in &self.dead {
            assert_eq!(session(cookie).status, 401, "a session that was ended lives: {self:?}");
        }
        let offer = |link: &str| caller.get(&format!("/invitations/{link}")).status;
        if let Some(link) = &self.link {
            assert_eq!(offer(link), 200, "{self:?}");
        }
        for link in &self.used {
            assert_eq!(offer(link), 410, "a link that was used or replaced works: {self:?}");
        }
    }
}
