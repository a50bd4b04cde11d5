//! Killed at random points of a write load, and started again on the same data: nothing that was acknowledged is lost,
//! nothing is half done, and the entries of what happened fit together.
//!
//! Several hands write at the same time. Each writes to things of its own and keeps book of what was acknowledged, so that
//! after a kill at most one act of each is in doubt: done with everything that belongs to it, or not at all.
//!
//! `LATCHKEY_TIMES` is how often it is killed, `LATCHKEY_SEED` what chance begins with; `cargo xtask endure kills` sets them.

mod books;
mod pages;
mod people;
mod refunds;
mod roles;
mod stock;

use std::fs;
use std::process::Stdio;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use fastrand::Rng;

use self::books::Books;
use crate::caller::{Caller, Gone};
use crate::program::{Place, Program};

/// How often in an ordinary run.
const TIMES: u32 = 16;
/// A store is left for a new one after so many kills, since all of its entries are verified after each.
const KILLS_OF_A_STORE: u32 = 16;
/// At most so many acts are acknowledged before the backend is killed.
const ACTS: usize = 40;
/// Only a fault is waited for this long.
const PATIENCE: Duration = Duration::from_mins(1);
/// A store with a little trade, so that there are orders to pay back.
const TRADE: &[&str] = &["--sample-size=small", "--log=error"];

/// Somebody who writes to things of its own.
trait Hand: Send {
    /// Does one thing. Where the backend is gone before it has answered, it is not known whether it was done.
    fn act(&mut self, caller: &Caller, random: &mut Rng) -> Result<(), Gone>;

    /// Finds out whether what was in doubt was done, holds all that it wrote against what is there, and answers how many
    /// entries all of it has left since the store began.
    fn look(&mut self, caller: &Caller, books: &Books) -> usize;
}

/// A number from the environment.
fn given<T: std::str::FromStr>(name: &str) -> Option<T> {
    let text = std::env::var(name).ok()?;
    Some(text.parse().unwrap_or_else(|_| panic!("{name} is no number: {text}")))
}

/// A store as it is before anything is written to it, made once: hashing passwords takes a while.
struct Beginning {
    place: Place,
    owner: String,
    entries: usize,
}

impl Beginning {
    fn make() -> Self {
        let place = Place::new();
        let program = Program::start(&place, TRADE);
        let owner = Caller::sign_in(&program.address);
        let entries = Books::read(&place.data()).entries();
        program.stop();
        Self { place, owner, entries }
    }

    fn copy(&self) -> Place {
        let copy = Place::new();
        fs::create_dir(copy.data()).expect("it is made");
        for file in fs::read_dir(self.place.data()).expect("it is read") {
            let file = file.expect("it is read");
            if file.file_type().expect("it has one").is_file() {
                fs::copy(file.path(), copy.data().join(file.file_name())).expect("it is copied");
            }
        }
        copy
    }
}

#[test]
fn nothing_acknowledged_is_lost_and_nothing_is_half_done_when_it_is_killed() {
    let times: u32 = given("LATCHKEY_TIMES").unwrap_or(TIMES);
    let seed: u64 = given("LATCHKEY_SEED").unwrap_or_else(|| fastrand::u64(..));
    // Shown where it fails.
    println!("LATCHKEY_SEED={seed} LATCHKEY_TIMES={times}");
    let mut random = Rng::with_seed(seed);
    let beginning = Beginning::make();
    let (mut killed, mut done) = (0, 0);
    while killed < times {
        let kills = KILLS_OF_A_STORE.min(times - killed);
        done += one_store(&beginning, kills, &mut random);
        killed += kills;
        println!("killed {killed} times, {done} acts acknowledged");
    }
    // Else the load is none, and nothing was put to the test.
    assert!(done >= times as usize * 5, "only {done} acts in {times} rounds");
}

/// Writes to a store that is killed so many times; how many acts were acknowledged.
fn one_store(beginning: &Beginning, kills: u32, random: &mut Rng) -> usize {
    let place = beginning.copy();
    let mut program = Program::start(&place, TRADE);
    let caller = Caller::new(&program.address, &beginning.owner);
    let mut hands: Vec<Box<dyn Hand>> = vec![
        Box::new(people::People::new("first")),
        Box::new(people::People::new("second")),
        Box::new(roles::Roles::new(&caller)),
        Box::new(stock::Stock::new(&caller)),
        Box::new(refunds::Refunds::new(&caller)),
        Box::new(pages::Pages::default()),
    ];
    // What making the hands has left.
    let begun = Books::read(&place.data()).entries();
    assert!(begun >= beginning.entries, "entries are never lost");
    let mut done = 0;
    for _ in 0..kills {
        done += until_killed(program, &beginning.owner, &mut hands, random);
        if random.u8(0..5) == 0 {
            killed_while_starting(&place, random);
        }
        program = Program::start(&place, TRADE);
        let caller = Caller::new(&program.address, &beginning.owner);
        let books = Books::read(&place.data());
        books.are_whole();
        let accounted: usize = hands.iter_mut().map(|hand| hand.look(&caller, &books)).sum();
        // Finding out may have finished what was in doubt: an act that is asked for again with its key.
        let books = Books::read(&place.data());
        books.are_whole();
        assert_eq!(
            books.entries(),
            begun + accounted,
            "an entry without its change, or the reverse"
        );
    }
    done
}

/// Lets everybody write, and kills the backend in the middle of it; how many acts were acknowledged.
fn until_killed(program: Program, owner: &str, hands: &mut [Box<dyn Hand>], random: &mut Rng) -> usize {
    let acts = random.usize(1..=ACTS);
    // Somewhere in the act after that, or in the next.
    let pause = Duration::from_micros(random.u64(0..12_000));
    let caller = Caller::new(&program.address, owner);
    let (tell, hear): (Sender<()>, Receiver<()>) = channel();
    thread::scope(|scope| {
        for hand in hands {
            let (caller, tell, mut random) = (&caller, tell.clone(), random.fork());
            scope.spawn(move || {
                while hand.act(caller, &mut random).is_ok() {
                    // Nobody counts any more once it has been killed.
                    let _ = tell.send(());
                }
            });
        }
        drop(tell);
        for _ in 0..acts {
            hear.recv_timeout(PATIENCE)
                .expect("the backend does what it is asked for");
        }
        thread::sleep(pause);
        program.signal("KILL");
        let counted = acts + hear.iter().count();
        drop(program);
        counted
    })
}

/// Kills it before it is ready: what the last kill has left must outlast this one.
fn killed_while_starting(place: &Place, random: &mut Rng) {
    let mut child = place
        .command()
        .args(TRADE)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts");
    let begun = Instant::now();
    let pause = Duration::from_micros(random.u64(0..250_000));
    while begun.elapsed() < pause {
        thread::sleep(Duration::from_micros(200));
    }
    child.kill().expect("it runs");
    child.wait().expect("it was started");
}
