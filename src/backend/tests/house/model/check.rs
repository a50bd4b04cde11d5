//! After each step: what every session is answered, what every link says, how everybody is shown to the owner, and what
//! was written of the step. All of it by requests that do not count as being at work, so that looking changes nothing.

use std::collections::BTreeSet;

use serde_json::json;

use super::asking::Request;
use super::rights::{PROBES, holds, ids};
use super::sessions::Whose;
use super::world::{Stand, World, waits};
use crate::support::{Answer, Browser};

/// Entries that no step of ours asks for: what was refused, of which not each is written, and what records of the store do
/// by themselves when their day comes. Both are put to the test elsewhere.
const OF_OTHERS: [&str; 4] = ["refused", "sign-in-failed", "sign-in-refused", "record-followed"];

async fn watch(browser: &Browser, path: &str) -> Answer {
    browser.ask("GET", path, &[("latchkey-watching", "1")], None).await
}

impl World {
    pub(super) async fn check(&mut self) {
        let mut looked_at = BTreeSet::new();
        for session in &self.sessions {
            let told = watch(&session.browser, "/session").await;
            match session.whose {
                _ if !self.lives(session) => {
                    assert_eq!(told.refusal(), (401, "signed-out".into()), "{:?}", session.whose);
                }
                Whose::Owner => drop(told.expect(200)),
                Whose::Person(who) => {
                    self.check_told(who, told);
                    // What that opens is the same in every session of one person.
                    if looked_at.insert(who) {
                        self.check_open(who, &session.browser).await;
                    }
                }
            }
        }
        let nobody = self.house.browser();
        for link in &self.links {
            let answer = watch(&nobody, &format!("/invitations/{}", link.token)).await;
            match self.is_dead(link) {
                None => drop(answer.expect(200)),
                Some(code) => assert_eq!(answer.refusal(), (410, code.to_owned()), "{link:?}"),
            }
        }
        for reset in &self.resets {
            let answer = watch(&nobody, &format!("/password-links/{}", reset.token)).await;
            if self.is_over(reset) {
                assert_eq!(answer.refusal(), (410, "password-link-over".into()), "{reset:?}");
            } else {
                answer.expect(200);
            }
        }
        self.check_staff().await;
        self.check_entries().await;
    }

    /// What somebody is told of themselves.
    fn check_told(&self, who: usize, told: Answer) {
        let barred = self.barred(who);
        if let Some(code) = barred.filter(|code| !waits(code)) {
            assert_eq!(told.refusal(), (403, code.into()), "person {who}");
            return;
        }
        let told = told.expect(200);
        let permissions = told.at("/permissions");
        let permissions = permissions.as_array().expect("a list").iter();
        let answered: BTreeSet<_> = permissions.filter_map(|id| id.as_str()).collect();
        let held = if barred.is_some() { 0 } else { self.holds(who) };
        assert_eq!(answered, ids(held).into_iter().collect(), "person {who}");
        if barred == Some("onboarding") {
            assert_eq!(told.at("/account/onboarding"), json!(self.left(who)), "person {who}");
        }
    }

    /// What is open to somebody.
    async fn check_open(&self, who: usize, browser: &Browser) {
        let barred = self.barred(who);
        let staff = watch(browser, "/staff?limit=1").await.refusal();
        // What is the owner's would not be theirs either who only wait.
        let code = barred.filter(|code| !waits(code)).unwrap_or("owner-only");
        assert_eq!(staff, (403, code.into()), "person {who}");
        for (path, needs) in PROBES {
            let answer = watch(browser, path).await;
            if barred.is_none() && holds(self.holds(who), needs) {
                answer.expect(200);
            } else {
                let code = barred.unwrap_or("missing-permission");
                assert_eq!(answer.refusal(), (403, code.into()), "{path} of person {who}");
            }
        }
    }

    /// How the owner sees everybody, and to whom the store is offered.
    async fn check_staff(&mut self) {
        let window = self.window(0).await;
        let owner = &self.sessions[window].browser;
        let offer = watch(owner, "/ownership").await.expect(200).at("/offer/to");
        let to = self.offered_to().map(|who| self.people[who].id.as_str());
        assert_eq!(offer, json!(to));
        for (who, person) in self.people.iter().enumerate() {
            if person.stand == Stand::Unknown {
                continue;
            }
            let seen = watch(owner, &format!("/staff/{}", person.id)).await.expect(200);
            assert_eq!(seen.at("/status"), person.stand.as_str(), "{person:?}");
            assert_eq!(seen.at("/twoFactor"), person.codes.is_some(), "{person:?}");
            let asked = match person.request {
                Request::Open(at) => json!(World::time(at)),
                Request::None | Request::Closed(_) => json!(null),
            };
            assert_eq!(seen.at("/invitationRequested"), asked, "{person:?}");
            if person.stand == Stand::Ended {
                continue;
            }
            let held = seen.at("/permissions");
            assert_eq!(held.as_array().map(Vec::len), Some(ids(person.direct.all).len()));
            assert_eq!(seen.at("/periods"), self.periods(person), "{person:?}");
            assert_eq!(
                seen.at("/twoFactorRequired") == true,
                person.must_have_factor,
                "{person:?}"
            );
            let moment = |at: Option<i64>| at.map_or(json!(null), |at| json!(World::time(at)));
            assert_eq!(seen.at("/starts"), moment(person.dates.starts), "{person:?}");
            assert_eq!(seen.at("/ends"), moment(person.dates.ends), "{person:?}");
            if person.stand == Stand::Onboarding {
                assert_eq!(seen.at("/onboarding/steps"), json!(self.left(who)), "{person:?}");
            }
        }
    }

    /// That the step has left the entries that it must, in this order, and no others.
    async fn check_entries(&mut self) {
        let sql = "SELECT number, kind, subject FROM activity WHERE number > $1 ORDER BY number";
        let rows: Vec<(i64, String, Option<String>)> = sqlx::query_as(sql)
            .bind(self.written)
            .fetch_all(self.house.app.database())
            .await
            .expect("they are read");
        self.written = rows.last().map_or(self.written, |(number, ..)| *number);
        let ours = |subject: &str| self.people.iter().any(|person| person.id == subject);
        // What the owner asks of everybody concerns those of the sample store too.
        let of_others = |kind: &str, subject: &Option<String>| {
            OF_OTHERS.contains(&kind) || kind == "onboarding-finished" && !subject.as_deref().is_some_and(ours)
        };
        let of_changes = rows.iter().filter(|(_, kind, subject)| !of_others(kind, subject));
        let found: Vec<_> = of_changes
            .map(|(_, kind, subject)| (kind.as_str(), subject.clone().unwrap_or_default()))
            .collect();
        assert_eq!(found, self.entries);
        self.entries.clear();
    }
}
