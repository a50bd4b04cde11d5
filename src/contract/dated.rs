//! What has dates of its own, by id. A sorted list, and no map of the standard library: these are short, and everybody who
//! opens the app downloads the code, which for such a map is several times as much.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::periods::Period;

/// Periods by the ids of what they are of, in the order of the ids and each id once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated<Id>(Vec<(Id, Period)>);

impl<Id> Default for Dated<Id> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<Id: Ord> Dated<Id> {
    /// Whether nothing has dates.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn place(&self, id: &Id) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.cmp(id))
    }

    /// The period of one.
    pub fn get(&self, id: &Id) -> Option<Period> {
        self.place(id).ok().map(|place| self.0[place].1)
    }

    /// Gives one a period, in place of what it had.
    pub fn insert(&mut self, id: Id, period: Period) {
        match self.place(&id) {
            Ok(place) => self.0[place].1 = period,
            Err(place) => self.0.insert(place, (id, period)),
        }
    }

    /// Takes the period of one away.
    pub fn remove(&mut self, id: &Id) {
        self.0.retain(|(other, _)| other != id);
    }

    /// Keeps only some.
    pub fn retain(&mut self, keep: impl Fn(&Id, Period) -> bool) {
        self.0.retain(|(id, period)| keep(id, *period));
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = (&Id, &Period)> {
        self.0.iter().map(|(id, period)| (id, period))
    }
}

impl<Id: Ord> FromIterator<(Id, Period)> for Dated<Id> {
    fn from_iter<I: IntoIterator<Item = (Id, Period)>>(all: I) -> Self {
        let mut dated = Self::default();
        for (id, period) in all {
            dated.insert(id, period);
        }
        dated
    }
}

impl<Id: Serialize> Serialize for Dated<Id> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(id, period)| (id, period)))
    }
}

impl<'de, Id: Ord + Deserialize<'de>> Deserialize<'de> for Dated<Id> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Each<Id>(PhantomData<Id>);

        impl<'de, Id: Ord + Deserialize<'de>> Visitor<'de> for Each<Id> {
            type Value = Dated<Id>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("periods by id")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut dated = Dated::default();
                while let Some((id, period)) = map.next_entry()? {
                    dated.insert(id, period);
                }
                Ok(dated)
            }
        }

        deserializer.deserialize_map(Each(PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_has_one_period_and_the_ids_are_in_order() {
        let json = r#"{"b":{"ends":"2026-12-24T00:00:00Z"},"a":{},"b":{}}"#;
        let mut dated: Dated<String> = serde_json::from_str(json).expect("it is read");
        assert_eq!(
            serde_json::to_string(&dated).expect("it is written"),
            r#"{"a":{},"b":{}}"#
        );
        dated.remove(&"a".to_owned());
        assert_eq!(dated.get(&"a".to_owned()), None);
        assert_eq!(dated.get(&"b".to_owned()), Some(Period::default()));
        assert!(serde_json::from_str::<Dated<String>>("[]").is_err());
    }
}
