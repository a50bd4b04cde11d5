//! Texts that were damaged on the way: cut off, doubled, with pieces moved about or put in. One source for the tests of
//! every reader, which each include it.
//!
//! `LATCHKEY_TIMES` is how many each test reads; `cargo xtask endure readers` sets it.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, TestCaseError, TestRunner};

/// A reader that takes longer than this for one small text hangs.
const PATIENCE: Duration = Duration::from_secs(10);

/// What readers stumble over.
const BITS: [&str; 22] = [
    "",
    "\"",
    "\\",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "null",
    "-",
    "1e999",
    "99999999999999999999",
    "\\ud800",
    "\u{0}",
    "\u{feff}",
    "å",
    "\n",
    "{ $",
    "->",
    " } ",
    "*[other]",
];

#[derive(Clone, Debug)]
enum Edit {
    Cut(Index, Index),
    Double(Index, Index),
    Move(Index, Index, Index),
    Put(Index, usize),
    CutOff(Index),
}

fn edit() -> impl Strategy<Value = Edit> {
    let place = any::<Index>;
    prop_oneof![
        1 => (place(), place()).prop_map(|(a, b)| Edit::Cut(a, b)),
        1 => (place(), place()).prop_map(|(a, b)| Edit::Double(a, b)),
        1 => (place(), place(), place()).prop_map(|(a, b, c)| Edit::Move(a, b, c)),
        3 => (place(), 0..BITS.len()).prop_map(|(a, bit)| Edit::Put(a, bit)),
        1 => place().prop_map(Edit::CutOff),
    ]
}

/// A short piece: what is damaged as a whole is only refused at its first sign.
fn piece(text: &[char], from: Index, length: Index) -> std::ops::Range<usize> {
    let from = from.index(text.len() + 1);
    from..text.len().min(from + length.index(40))
}

impl Edit {
    fn apply(&self, text: &mut Vec<char>) {
        match self {
            Self::Cut(from, length) => drop(text.drain(piece(text, *from, *length))),
            Self::Double(from, length) => {
                let range = piece(text, *from, *length);
                let doubled = text[range.clone()].to_vec();
                text.splice(range.end..range.end, doubled);
            }
            Self::Move(from, length, to) => {
                let moved: Vec<char> = text.drain(piece(text, *from, *length)).collect();
                let to = to.index(text.len() + 1);
                text.splice(to..to, moved);
            }
            Self::Put(at, bit) => {
                let at = at.index(text.len() + 1);
                text.splice(at..at, BITS[*bit].chars());
            }
            Self::CutOff(at) => text.truncate(at.index(text.len() + 1)),
        }
    }
}

/// This text after some damage.
pub(crate) fn damaged(whole: &str) -> impl Strategy<Value = String> + use<> {
    let whole: Vec<char> = whole.chars().collect();
    proptest::collection::vec(edit(), 1..5).prop_map(move |edits| {
        let mut text = whole.clone();
        for edit in edits {
            edit.apply(&mut text);
        }
        text.into_iter().collect()
    })
}

/// Holds a reader against damaged texts: it says something of each, in time, and does not panic.
pub(crate) fn hold<S: Strategy>(usual: u32, texts: &S, reader: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let times = std::env::var("LATCHKEY_TIMES").ok();
    let times = times.map_or(usual, |times| times.parse().expect("LATCHKEY_TIMES is a number"));
    let config = Config {
        cases: times,
        failure_persistence: None,
        ..Config::default()
    };
    let outcome = TestRunner::new(config).run(texts, |text| {
        let begun = Instant::now();
        reader(text)?;
        prop_assert!(begun.elapsed() < PATIENCE, "it took {:?}", begun.elapsed());
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
}
