//! After each step: what every session is answered, what every link says, how everybody is shown to the owner, and what
//! was written of the step. All of it by requests that do not count as being at work, so that looking changes nothing.

use serde_json::json;

use super::rights::{PROBES, holds, ids};
use super::world::{Session, Stand, Whose, World};
use crate::support::{Answer, Browser};

/// Entries of what was refused; how many of them are written one by one is bounded, and told elsewhere.
const REFUSALS: [&str; 3] = ["refused", "sign-in-failed", "sign-in-refused"];

async fn watch(browser: &Browser, path: &str) -> Answer {
    browser.ask("GET", path, &[("latchkey-watching", "1")], None).await
}

impl World {
    pub(super) async fn check(&mut self) {
        for session in &self.sessions {
            self.check_session(session).await;
        }
        let nobody = self.house.browser();
        for link in &self.links {
            let answer = watch(&nobody, &format!("/invitations/{}", link.token)).await;
            match self.is_dead(link) {
                None => drop(answer.expect(200)),
                Some(code) => assert_eq!(answer.refusal(), (410, code.to_owned()), "{link:?}"),
            }
        }
        self.check_staff().await;
        self.check_entries().await;
    }

    async fn check_session(&self, session: &Session) {
        let told = watch(&session.browser, "/session").await;
        let staff = watch(&session.browser, "/staff?limit=1").await;
        if let Some((status, code)) = self.refusal(session) {
            let refusal = (status, code.to_owned());
            assert_eq!(staff.refusal(), refusal, "{:?}", session.whose);
            // Whoever waits for access to begin is told from when, and nothing else.
            if code == "not-started" {
                told.expect(200);
            } else {
                assert_eq!(told.refusal(), refusal, "{:?}", session.whose);
            }
            for (path, _) in PROBES {
                assert_eq!(
                    watch(&session.browser, path).await.refusal(),
                    refusal,
                    "{path} of {:?}",
                    session.whose
                );
            }
            return;
        }
        let told = told.expect(200);
        let Whose::Person(who) = session.whose else {
            staff.expect(200);
            return;
        };
        let held = self.holds(who);
        let mut expected = ids(held);
        let permissions = told.at("/permissions");
        let mut answered: Vec<_> = permissions
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(|id| id.as_str())
            .collect();
        expected.sort_unstable();
        answered.sort_unstable();
        assert_eq!(answered, expected, "person {who}");
        assert_eq!(staff.refusal(), (403, "owner-only".into()), "person {who}");
        for (path, needs) in PROBES {
            let answer = watch(&session.browser, path).await;
            if holds(held, needs) {
                answer.expect(200);
            } else {
                assert_eq!(
                    answer.refusal(),
                    (403, "missing-permission".into()),
                    "{path} of person {who}"
                );
            }
        }
    }

    /// How the owner sees everybody.
    async fn check_staff(&mut self) {
        let window = self.window(0).await;
        let owner = &self.sessions[window].browser;
        for person in self.people.iter().filter(|person| person.stand != Stand::Unknown) {
            let seen = watch(owner, &format!("/staff/{}", person.id)).await.expect(200);
            assert_eq!(seen.at("/status"), person.stand.as_str(), "{person:?}");
            assert_eq!(seen.at("/twoFactor"), person.codes.is_some(), "{person:?}");
            if person.stand == Stand::Ended {
                continue;
            }
            assert_eq!(
                seen.at("/permissions").as_array().map(Vec::len),
                Some(ids(person.direct).len())
            );
            let moment = |at: Option<i64>| at.map_or(json!(null), |at| json!(World::time(at)));
            assert_eq!(seen.at("/starts"), moment(person.starts), "{person:?}");
            assert_eq!(seen.at("/ends"), moment(person.ends), "{person:?}");
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
        let of_changes = rows.iter().filter(|(_, kind, _)| !REFUSALS.contains(&kind.as_str()));
        let found: Vec<_> = of_changes
            .map(|(_, kind, subject)| (kind.as_str(), subject.clone().unwrap_or_default()))
            .collect();
        assert_eq!(found, self.entries);
        self.entries.clear();
    }
}
