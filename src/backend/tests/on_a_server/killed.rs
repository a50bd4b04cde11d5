//! One of them is killed while both work: nothing that was answered is lost, nothing is done twice, whoever listened
//! goes on at the other with the next event, and the other goes on as if nothing had been.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::client::Client;
use crate::pair::Pair;

/// How many write at once, and how often each.
const WRITERS: usize = 4;
const TURNS: usize = 15;

#[test]
fn nothing_is_lost_when_one_is_killed_under_load() {
    let pair = Pair::start();
    let owner = Client::sign_in(&pair.one, "owner");
    let done = AtomicUsize::new(0);
    let slowest = thread::scope(|scope| {
        let listening = scope.spawn(|| listen(&pair, &owner));
        let writing: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let (pair, owner, done) = (&pair, &owner, &done);
                scope.spawn(move || {
                    let turns = (0..TURNS).map(|turn| {
                        let took = invite(pair, owner, writer, turn);
                        done.fetch_add(1, Ordering::SeqCst);
                        took
                    });
                    turns.max().unwrap_or_default()
                })
            })
            .collect();
        while done.load(Ordering::SeqCst) < WRITERS * TURNS / 3 {
            thread::yield_now();
        }
        pair.one.signal("KILL");
        let slowest = writing
            .into_iter()
            .map(|writer| writer.join().expect("it writes"))
            .max();
        listening.join().expect("it listens");
        slowest.unwrap_or_default()
    });
    assert!(slowest < Duration::from_secs(10), "a writer waited {slowest:?}");

    let mut found = BTreeSet::new();
    let mut cursor = String::new();
    loop {
        let path = format!("/staff?q=writer&limit=200&cursor={cursor}");
        let page = owner.get(&pair.other, &path).expect(200);
        for person in page["items"].as_array().expect("items") {
            assert!(found.insert(person["email"].as_str().expect("an address").to_owned()));
        }
        match page["next"].as_str() {
            Some(next) => next.clone_into(&mut cursor),
            None => break,
        }
    }
    assert_eq!(found.len(), WRITERS * TURNS);
    let verified = owner.get(&pair.other, "/activity/verification").expect(200);
    assert_eq!(verified["ok"], json!(true));
    // Each was written down once, however often it was asked for.
    let invited = owner.get(&pair.other, "/activity?kind=invited&limit=1").expect(200);
    assert_eq!(invited["total"], json!(WRITERS * TURNS));
}

/// Invites somebody at the first process, and where that does not answer at the other, with the same key; how long it
/// took.
fn invite(pair: &Pair, owner: &Client, writer: usize, turn: usize) -> Duration {
    let body = json!({"email": format!("writer{writer}-{turn}@example.test"), "permissions": []});
    let key = format!("Idempotency-Key: a-key-of-writer-{writer}-and-turn-{turn}\r\n");
    let began = Instant::now();
    let [one, other] = pair.both();
    // Some always ask the one that stays.
    let places = if writer % 2 == 0 { [one, other] } else { [other, other] };
    for at in places {
        let answer = owner.send(at, "POST", "/staff", &key, Some(&body));
        if answer.status.is_some() {
            answer.expect(201);
            return began.elapsed();
        }
    }
    panic!("nobody answers");
}

/// Hears of all of it, at first from the one and then from the other, without being told to ask for everything.
fn listen(pair: &Pair, owner: &Client) {
    let mut heard = BTreeSet::new();
    let mut listener = owner.listen(&pair.one, None);
    while heard.len() < WRITERS * TURNS {
        match listener.next() {
            Some(event) => {
                assert_ne!(event, "stream.reset");
                if event == "staff.changed" {
                    assert!(heard.insert(listener.last.clone()), "{} was told twice", listener.last);
                }
            }
            None => {
                let last = listener.last.clone();
                listener = owner.listen(&pair.other, Some(&last));
            }
        }
    }
}
