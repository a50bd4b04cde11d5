//! Finds the entries that are not as they were written, and says of each what is wrong with it.
//!
//! Where an entry stands is part of what its hash is made from, so that the place in which it was written can be found
//! out again when it has been moved. That an entry is as it was written is vouched for by the next one, which has its
//! hash; for the last, by a head that was noted elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use latchkey_contract::activity::{Fault, FaultyEntry, HeadCheck, Verification};

use super::chain::{GENESIS, Head};
use crate::store::{Db, activity};

/// How far an entry is looked for that was moved.
const MOVED_AT_MOST: i64 = 64;

/// An entry as far as the chain goes.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    /// Where it stands now; none where that is no number.
    pub(crate) number: Option<i64>,
    pub(crate) previous: String,
    pub(crate) hash: String,
    /// The place that its hash was made with; none where it fits to no place.
    pub(crate) written: Option<i64>,
}

/// The place that a hash was made with, looked for around the one where the entry stands and around `near`.
/// `fits` says whether it was made with a place.
pub(crate) fn place(number: Option<i64>, near: i64, fits: impl Fn(i64) -> bool) -> Option<i64> {
    let around = |middle: i64| (1..=MOVED_AT_MOST).flat_map(move |by| [middle - by, middle + by]);
    let here = number.unwrap_or(near);
    let places = [here, near].into_iter().chain(around(here)).chain(around(near));
    places.into_iter().find(|place| fits(*place))
}

/// The faults, in order. `links` are all entries in the order in which they stand.
pub(crate) fn faults(links: &[Link]) -> BTreeSet<FaultyEntry> {
    let mut found = BTreeSet::new();
    let mut fault = |number: i64, fault: Fault| {
        found.insert(FaultyEntry {
            number: u64::try_from(number).unwrap_or_default(),
            fault,
        });
    };
    // Those whose hash fits to some place, by that place; several where somebody has put one there.
    let mut by_place: BTreeMap<i64, Vec<&Link>> = BTreeMap::new();
    for link in links {
        if let Some(written) = link.written {
            by_place.entry(written).or_default().push(link);
        }
    }
    let vouched = |link: &Link, place: i64| {
        let next = by_place.get(&(place + 1));
        next.is_some_and(|next| next.iter().any(|next| next.previous == link.hash))
    };
    let mut chain: BTreeMap<i64, &Link> = BTreeMap::new();
    for (place, links) in &by_place {
        let before = chain.get(&(place - 1)).map_or(GENESIS, |link| link.hash.as_str());
        let genuine = links.iter().max_by_key(|link| {
            (
                vouched(link, *place),
                link.previous == before,
                link.number == Some(*place),
            )
        });
        for link in links {
            if genuine.is_some_and(|genuine| std::ptr::eq(*genuine, *link)) {
                chain.insert(*place, link);
            } else {
                fault(link.number.unwrap_or(*place), Fault::Inserted);
            }
        }
    }
    // What fits to no place is an entry that was altered, unless the one that belongs there is still to be found.
    let mut altered = BTreeSet::new();
    for link in links.iter().filter(|link| link.written.is_none()) {
        match link.number {
            Some(number) if !chain.contains_key(&number) => {
                altered.insert(number);
                fault(number, Fault::Altered);
            }
            number => fault(number.unwrap_or_default(), Fault::Inserted),
        }
    }
    let last = chain.keys().chain(&altered).max().copied().unwrap_or_default();
    for place in 1..=last {
        match chain.get(&place) {
            None => {
                if !altered.contains(&place) {
                    fault(place, Fault::Removed);
                }
            }
            Some(link) => {
                if link.number != Some(place) {
                    fault(place, Fault::Reordered);
                }
                // Whoever is not vouched for by the next, though the next is trustworthy, was written anew.
                let denied = chain
                    .get(&(place + 1))
                    .is_some_and(|next| next.previous != link.hash && (vouched(next, place + 1) || place + 1 == last));
                let begins_wrongly = place == 1 && link.previous != GENESIS;
                if denied || begins_wrongly {
                    fault(place, Fault::Altered);
                }
            }
        }
    }
    found
}

/// How many faults are named.
const NAMED: usize = 100;

/// Looks through all entries. With a head that was noted earlier it is also found out when the last have been cut off.
pub(crate) async fn verification(db: &mut Db, noted: Option<&Head>) -> sqlx::Result<Verification> {
    let activity::Checked { count, head, links } = activity::check(db).await?;
    let faults = faults(&links);
    let noted = match noted {
        None => None,
        Some(noted) => Some(since(db, noted, &head).await?),
    };
    Ok(Verification {
        ok: faults.is_empty() && noted.is_none_or(|noted| noted == HeadCheck::Holds),
        count,
        head: head.to_string(),
        faulty: faults.len() as u64,
        faults: faults.into_iter().take(NAMED).collect(),
        noted,
    })
}

/// How the entries stand to a head that was noted earlier; `head` is what it is now.
async fn since(db: &mut Db, noted: &Head, head: &Head) -> sqlx::Result<HeadCheck> {
    let hash = match noted.count {
        0 => Some(GENESIS.to_owned()),
        count => activity::hash_of(db, count).await?,
    };
    Ok(match hash {
        Some(hash) if hash == noted.hash => HeadCheck::Holds,
        None if noted.count > head.count => HeadCheck::CutOff,
        _ => HeadCheck::Differs,
    })
}
