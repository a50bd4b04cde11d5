//! Dates: of an account, and of what somebody holds within it. What is held depends on the moment.

use serde_json::{Map, Value, json};

use super::rights::{Bits, closed, ids};
use super::step::Giving;
use super::world::{HOUR, Person, World};

/// From when until when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) starts: Option<i64>,
    pub(super) ends: Option<i64>,
}

/// A period in hours from the moment at which it is given.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Hours {
    pub(super) starts: Option<i64>,
    pub(super) ends: Option<i64>,
}

impl Hours {
    pub(super) fn from(self, now: i64) -> Period {
        let moment = |hours: i64| now + hours * HOUR;
        Period {
            starts: self.starts.map(moment),
            ends: self.ends.map(moment),
        }
    }
}

impl Period {
    const ALWAYS: Self = Self {
        starts: None,
        ends: None,
    };

    fn is_open(self, now: i64) -> bool {
        !self.is_before(now) && !self.is_over(now)
    }

    pub(super) fn is_before(self, now: i64) -> bool {
        self.starts.is_some_and(|starts| now < starts)
    }

    pub(super) fn is_over(self, now: i64) -> bool {
        self.ends.is_some_and(|ends| ends <= now)
    }

    fn written(self) -> Value {
        let bounds = [("starts", self.starts), ("ends", self.ends)].into_iter();
        bounds
            .filter_map(|(name, at)| Some((name.to_owned(), json!(World::time(at?)))))
            .collect::<Map<_, _>>()
            .into()
    }
}

/// What is given directly, and what of it holds only within a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Direct {
    pub(super) all: Bits,
    dated: Bits,
    period: Period,
}

impl Direct {
    /// What only comes along, since something else requires it, holds for as long as that does.
    fn given(asked: Bits, dated: Bits, period: Period) -> Self {
        let all = closed(asked);
        let along = all & !asked & !closed(asked & !dated);
        let dated = (asked & dated) | along;
        Self {
            all,
            dated,
            period: if dated == 0 { Period::ALWAYS } else { period },
        }
    }

    fn held(self, now: i64) -> Bits {
        let dated = if self.period.is_open(now) { self.dated } else { 0 };
        closed(self.all & !self.dated | dated)
    }
}

impl World {
    /// The roles of a giving that there are, and those that are given for a time.
    fn given_roles(&self, giving: Giving) -> Vec<(usize, bool)> {
        let is_given = |role: &usize| giving.roles & 1 << role != 0 && self.roles[*role].id.is_some();
        let all = (0..self.roles.len()).filter(is_given);
        all.map(|role| (role, giving.dated_roles & 1 << role != 0)).collect()
    }

    pub(super) fn giving_body(&self, giving: Giving) -> Value {
        let roles = self.given_roles(giving);
        let id = |role: usize| self.roles[role].id.clone().unwrap_or_default();
        let within = giving.within.from(self.now).written();
        let of_roles = roles.iter().filter(|(_, is_dated)| *is_dated);
        let of_roles: Map<_, _> = of_roles.map(|(role, _)| (id(*role), within.clone())).collect();
        let dates = giving.dates.from(self.now);
        let moment = |at: Option<i64>| at.map(World::time);
        json!({
            "permissions": ids(giving.bits),
            "roles": roles.iter().map(|(role, _)| id(*role)).collect::<Vec<_>>(),
            "starts": moment(dates.starts),
            "ends": moment(dates.ends),
            "periods": {"permissions": each(giving.bits & giving.dated, &within), "roles": of_roles},
            "twoFactorRequired": giving.factor,
        })
    }

    pub(super) fn give(&mut self, who: usize, giving: Giving) {
        let within = giving.within.from(self.now);
        let period = |is_dated: bool| if is_dated { within } else { Period::ALWAYS };
        let roles = self.given_roles(giving).into_iter();
        let roles = roles.map(|(role, is_dated)| (role, period(is_dated))).collect();
        let now = self.now;
        let person = &mut self.people[who];
        person.direct = Direct::given(giving.bits, giving.dated, within);
        person.roles = roles;
        person.dates = giving.dates.from(now);
        person.must_have_factor = giving.factor;
    }

    /// What somebody holds now.
    pub(super) fn holds(&self, who: usize) -> Bits {
        let person = &self.people[who];
        let open = person.roles.iter().filter(|(_, period)| period.is_open(self.now));
        self.with_roles(person.direct.held(self.now), open.map(|(role, _)| *role))
    }

    /// What somebody holds at some moment or other.
    pub(super) fn ever_holds(&self, who: usize) -> Bits {
        let person = &self.people[who];
        self.with_roles(person.direct.all, person.roles.keys().copied())
    }

    fn with_roles(&self, direct: Bits, roles: impl Iterator<Item = usize>) -> Bits {
        roles.fold(direct, |all, role| all | closed(self.roles[role].bits))
    }

    /// The dates of what somebody holds, as the owner is shown them; nothing where there are none.
    pub(super) fn periods(&self, person: &Person) -> Value {
        let Direct { dated, period, .. } = person.direct;
        let roles = person.roles.iter().filter(|(_, period)| **period != Period::ALWAYS);
        let id = |role: usize| self.roles[role].id.clone().unwrap_or_default();
        let roles: Map<_, _> = roles.map(|(role, period)| (id(*role), period.written())).collect();
        let mut periods = Map::new();
        if dated != 0 {
            periods.insert("permissions".into(), each(dated, &period.written()).into());
        }
        if !roles.is_empty() {
            periods.insert("roles".into(), roles.into());
        }
        if periods.is_empty() {
            Value::Null
        } else {
            periods.into()
        }
    }
}

/// Each of these with the same.
fn each(bits: Bits, value: &Value) -> Map<String, Value> {
    ids(bits).into_iter().map(|id| (id.to_owned(), value.clone())).collect()
}
