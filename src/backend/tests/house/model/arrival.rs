//! The steps between joining and access, a required second factor among them: what the owner asks for, what is left for
//! somebody, and who stands where by that.

use serde_json::{Value, json};

use super::rights::{SENSITIVE, holds};
use super::world::{Stand, World};

const SETTINGS: &str = "/staff/onboarding";
const BASICS: &str = "security-basics";
const FACTOR: &str = "second-factor";
const TOUR: &str = "guided-tour";

/// Of whom a second factor is required.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Policy {
    #[default]
    Optional,
    Sensitive,
    Everybody,
}

/// What the owner asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Asked {
    basics: bool,
    tour: bool,
    policy: Policy,
    /// What the basics say, and which version that is.
    pub(super) text: Value,
    version: u64,
    /// The oldest version that is enough for those who have access already.
    needed: u64,
}

/// What the owner sends.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a box of the form that the owner ticks"
)]
#[derive(Clone, Copy, Debug)]
pub(super) struct Draft {
    pub(super) basics: bool,
    pub(super) tour: bool,
    pub(super) policy: Policy,
    /// The basics say something else.
    pub(super) anew: bool,
    /// Whoever has not accepted that is asked, whether with access or not.
    pub(super) everybody: bool,
}

impl World {
    /// Learns what a store begins with.
    pub(super) fn asks(&mut self, text: Value) {
        self.asked.text = text;
        self.asked.version = 1;
    }

    pub(super) fn needs_factor(&self, who: usize) -> bool {
        self.people[who].must_have_factor
            || match self.asked.policy {
                Policy::Optional => false,
                Policy::Sensitive => holds(self.ever_holds(who), SENSITIVE),
                Policy::Everybody => true,
            }
    }

    /// The steps that are left for somebody, in order.
    pub(super) fn left(&self, who: usize) -> Vec<&'static str> {
        let (person, asked) = (&self.people[who], &self.asked);
        let has_accepted = person.accepted.is_some_and(|version| version >= asked.needed);
        let steps = [
            (BASICS, asked.basics && !has_accepted),
            (FACTOR, self.needs_factor(who) && person.codes.is_none()),
            (TOUR, asked.tour && !person.toured),
        ];
        let left = steps.into_iter().filter(|(_, is_left)| *is_left);
        left.map(|(step, _)| step).collect()
    }

    /// Brings somebody to where the steps that are left let them stand; whether the last was done by this. A step that is
    /// added is for newcomers: of those who have access, only a second factor is asked, and basics that everybody must
    /// accept. The rest counts as done for them.
    pub(super) fn settle(&mut self, who: usize) -> bool {
        let left = self.left(who);
        let needed = self.asked.needed > 0;
        let is_for_all = |step: &&str| *step == FACTOR || *step == BASICS && needed;
        let person = &mut self.people[who];
        match person.stand {
            Stand::Onboarding if left.is_empty() => {
                person.stand = Stand::Active;
                return true;
            }
            Stand::Active if left.iter().any(is_for_all) => {
                person.stand = Stand::Onboarding;
                for step in left.iter().filter(|step| !is_for_all(step)) {
                    self.people[who].done(step, 0);
                }
                self.void_offer(who);
            }
            _ => {}
        }
        false
    }

    /// The same of several, with the entries of those who are there now.
    pub(super) fn settle_all(&mut self, people: impl IntoIterator<Item = usize>) {
        for who in people {
            if self.settle(who) {
                self.note("onboarding-finished", self.people[who].id.clone());
            }
        }
    }

    pub(super) async fn choose(&mut self, window: usize, draft: Draft, stale: bool) {
        let (etag, fresh) = self.seen(window, SETTINGS, stale).await;
        let mut after = Asked {
            basics: draft.basics,
            tour: draft.tour,
            policy: draft.policy,
            ..self.asked.clone()
        };
        if draft.anew {
            after.version += 1;
            after.text = json!({"en": format!("Close the door, for the {}th time.", after.version)});
        }
        if draft.everybody {
            after.needed = after.version;
        }
        let steps = [(BASICS, draft.basics), (TOUR, draft.tour)].into_iter();
        let body = json!({
            "steps": steps.filter(|(_, is_asked)| *is_asked).map(|(step, _)| step).collect::<Vec<_>>(),
            "basics": after.text,
            "twoFactorPolicy": match draft.policy {
                Policy::Optional => "optional",
                Policy::Sensitive => "sensitive",
                Policy::Everybody => "everybody",
            },
            "askEverybody": draft.everybody,
        });
        let answer = self.ask(window, "PUT", SETTINGS, Some(&etag), Some(&body)).await;
        if !fresh {
            assert_eq!(answer.refusal(), (412, "stale".into()));
            return;
        }
        if draft.everybody && !draft.basics {
            assert_eq!(answer.wrong(), [("/askEverybody".into(), "unknown-value".into())]);
            return;
        }
        let answer = answer.expect(200);
        assert_eq!(answer.at("/basics/version"), after.version);
        self.seen[window].insert(SETTINGS.to_owned(), answer.etag());
        if after != self.asked {
            self.asked = after;
            self.note("onboarding-changed", "");
            let mut people: Vec<_> = (0..self.people.len()).collect();
            people.sort_by_key(|who| self.people[*who].id.clone());
            self.settle_all(people);
        }
    }

    /// Takes a step. `stale` accepts basics that were read before they were changed.
    pub(super) async fn take(&mut self, number: usize, tour: bool, stale: bool) {
        let version = self.asked.version - u64::from(stale);
        let (step, body) = if tour {
            (TOUR, json!({}))
        } else {
            (BASICS, json!({"basicsVersion": version}))
        };
        let answer = self.sessions[number]
            .browser
            .put(&format!("/onboarding/{step}"), body)
            .await;
        if self.is_refused(number, &answer) {
            return;
        }
        let who = self.whose(number);
        let left = match self.people[who].stand {
            Stand::Onboarding => self.left(who),
            _ => Vec::new(),
        };
        let is_first = left.first() == Some(&step);
        if !tour && stale || left.contains(&step) && !is_first {
            assert_eq!(answer.refusal(), (409, "state".into()));
            return;
        }
        answer.expect(200);
        if is_first {
            self.people[who].done(step, version);
            self.note("onboarding-step-done", self.people[who].id.clone());
            self.settle_all([who]);
        }
    }
}

impl super::world::Person {
    /// Has taken a step, or need not.
    fn done(&mut self, step: &str, version: u64) {
        match step {
            BASICS => self.accepted = Some(version),
            TOUR => self.toured = true,
            _ => unreachable!("a second factor is there or not"),
        }
    }
}
