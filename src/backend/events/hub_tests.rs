//! The ring, as those hear it who come early, late, slowly, or to another process.

use latchkey_contract::event::Event;

use super::*;
use crate::events::telling::{To, What};

fn head(count: usize) -> Head {
    Head {
        count: count as Entry,
        hash: format!("{count:064x}").chars().rev().collect(),
    }
}

fn telling() -> Telling {
    Telling {
        to: To::Owner,
        what: What::Event(Event::ActivityChanged),
    }
}

/// One that began after ten entries and has told of so many since.
fn hub_after(tellings: usize) -> Arc<Hub> {
    let hub = Arc::new(Hub::since(&head(10)));
    for n in 1..=tellings {
        hub.tell(&head(10 + n), vec![telling()]);
    }
    hub
}

fn heard(place: &mut Place) -> Result<usize, Lost> {
    let mut count = 0;
    while place.next()?.is_some() {
        count += 1;
    }
    Ok(count)
}

#[test]
fn a_place_hears_all_since_its_id_once() {
    let hub = hub_after(3);
    let id = hub.last();
    let mut place = Place::after(Arc::clone(&hub), &id).expect("it is known");
    assert_eq!(heard(&mut place).expect("it is kept"), 0);
    let one: EventId = EventId::after(&head(11)).to_string().parse().expect("an id");
    let mut place = Place::after(hub, &one).expect("it is known");
    assert_eq!(heard(&mut place).expect("it is kept"), 2);
    assert_eq!(heard(&mut place).expect("it is kept"), 0);
    assert_eq!(place.id(), id);
}

#[test]
fn what_is_told_of_one_commit_has_ids_of_its_own_whether_it_comes_in_parts_or_not() {
    let ids = |parts: &[usize]| {
        let hub = hub_after(0);
        let mut place = Place::now(Arc::clone(&hub));
        let mut left: usize = parts.iter().sum();
        for part in parts {
            left -= part;
            hub.tell_part(&head(14), vec![telling(); *part], Left::try_from(left).expect("few"));
        }
        let mut ids = Vec::new();
        while place.next().expect("it is kept").is_some() {
            ids.push(place.id().to_string());
        }
        ids
    };
    assert_eq!(ids(&[3]), ids(&[1, 2]));
    assert_eq!(
        ids(&[3]),
        ["14.2.e00000000000", "14.1.e00000000000", "14.0.e00000000000"]
    );
}

#[test]
fn another_process_and_another_start_know_the_same_ids() {
    let last = hub_after(3).last();
    let started_later = Arc::new(Hub::since(&head(13)));
    let mut place = Place::after(Arc::clone(&started_later), &last).expect("nothing was missed");
    // What it was told of before it began is not told again.
    started_later.tell(&head(13), vec![telling()]);
    started_later.tell(&head(14), vec![telling()]);
    assert_eq!(heard(&mut place).expect("it is kept"), 1);
    let started_later = Arc::new(Hub::since(&head(14)));
    assert!(Place::after(started_later, &last).is_err(), "something was missed");
    let mut other_past = head(13);
    other_past.hash = "another".into();
    assert!(Place::after(Arc::new(Hub::since(&other_past)), &last).is_err());
}

#[test]
fn what_is_too_old_or_not_known_is_lost() {
    let hub = hub_after(KEPT + 10);
    let id = |n: usize| EventId::after(&head(10 + n));
    assert!(Place::after(Arc::clone(&hub), &id(9)).is_err());
    let mut all = Place::after(Arc::clone(&hub), &id(10)).expect("it is just kept");
    assert_eq!(heard(&mut all).expect("it is kept"), KEPT);
    assert!(Place::after(Arc::clone(&hub), &id(KEPT + 11)).is_err());
}

#[test]
fn a_slow_reader_is_lost_once_and_goes_on_from_the_end() {
    let hub = hub_after(0);
    let mut slow = Place::now(Arc::clone(&hub));
    for n in 1..=KEPT + 1 {
        hub.tell(&head(10 + n), vec![telling()]);
    }
    assert!(slow.next().is_err());
    assert_eq!(heard(&mut slow).expect("it is at the end"), 0);
    assert_eq!(slow.id(), hub.last());
}

#[test]
fn whoever_has_heard_all_has_lost_nothing_when_it_begins_anew() {
    let hub = hub_after(2);
    let (mut knows, mut misses) = (Place::now(Arc::clone(&hub)), Place::now(Arc::clone(&hub)));
    hub.tell(&head(13), vec![telling()]);
    assert_eq!(heard(&mut knows).expect("it is kept"), 1);
    hub.lose(&head(13));
    assert_eq!(heard(&mut knows).expect("nothing was missed"), 0);
    assert!(misses.next().is_err());
    hub.lose(&head(20));
    assert!(knows.next().is_err());
}
