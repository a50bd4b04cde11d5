//! Which shared files are put together. The splitter makes one for each set of chapters that has anything in common: some
//! two hundred, most of them a few hundred bytes, and a chapter asks for dozens. Joined, a chapter fetches a little that
//! it does not need, and waits for far fewer.

use std::collections::BTreeSet;

/// What one more request costs, as so many bytes of program before compression: its headers, its turn and its module.
const REQUEST: u64 = 12_000;
/// Every page loads this chapter by itself, so what it fetches in vain counts more often.
const ON_EVERY_PAGE: &str = "stream";
const EVERY_PAGE: u64 = 8;

/// A file or several to be joined: which, how long, and which chapters need it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pack {
    pub(super) files: Vec<String>,
    pub(super) bytes: u64,
    pub(super) chapters: BTreeSet<String>,
}

impl Pack {
    /// What all the chapters together pay for it.
    fn cost(&self) -> u64 {
        let weight = |chapter: &String| if chapter == ON_EVERY_PAGE { EVERY_PAGE } else { 1 };
        self.chapters.iter().map(weight).sum::<u64>() * (self.bytes + REQUEST)
    }

    fn with(&self, other: &Self) -> Self {
        Self {
            files: self.files.iter().chain(&other.files).cloned().collect(),
            bytes: self.bytes + other.bytes,
            chapters: self.chapters.union(&other.chapters).cloned().collect(),
        }
    }
}

/// Joins two as long as that makes the whole cheaper: each time the two that gain most.
pub(super) fn join(mut packs: Vec<Pack>) -> Vec<Pack> {
    while let Some((a, b, joined)) = best_pair(&packs) {
        packs.swap_remove(b);
        packs[a] = joined;
    }
    packs
}

/// The places of the two that gain most by being joined, the earlier first, and what they become.
fn best_pair(packs: &[Pack]) -> Option<(usize, usize, Pack)> {
    let mut best: Option<(u64, usize, usize, Pack)> = None;
    for (a, first) in packs.iter().enumerate() {
        for (b, second) in packs.iter().enumerate().skip(a + 1) {
            let joined = first.with(second);
            let gain = (first.cost() + second.cost()).saturating_sub(joined.cost());
            if gain > best.as_ref().map_or(0, |(most, ..)| *most) {
                best = Some((gain, a, b, joined));
            }
        }
    }
    best.map(|(_, a, b, joined)| (a, b, joined))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pack(file: &str, bytes: u64, chapters: &[&str]) -> Pack {
        Pack {
            files: vec![file.to_owned()],
            bytes,
            chapters: chapters.iter().map(|name| (*name).to_owned()).collect(),
        }
    }

    #[test]
    fn what_the_same_chapters_need_is_one_file() {
        let joined = join(vec![
            pack("a", 100_000, &["door", "hall"]),
            pack("b", 300, &["door", "hall"]),
        ]);
        assert_eq!(joined.len(), 1);
        assert_eq!(joined[0].files, ["a", "b"]);
    }

    #[test]
    fn the_small_is_joined_and_the_large_is_not_fetched_in_vain() {
        let joined = join(vec![
            pack("small", 500, &["door", "hall"]),
            pack("smaller", 400, &["door", "attic"]),
            pack("large", 90_000, &["hall", "attic"]),
        ]);
        assert_eq!(joined.len(), 2);
        assert!(joined.iter().any(|pack| pack.files == ["large"]), "{joined:?}");
    }

    #[test]
    fn nothing_is_lost() {
        let packs: Vec<Pack> = (0..60_u64)
            .map(|at| {
                pack(
                    &at.to_string(),
                    at * at * 40,
                    &["a", "b", "c"][..=(at % 3).min(2) as usize],
                )
            })
            .collect();
        let mut files: Vec<String> = join(packs).into_iter().flat_map(|pack| pack.files).collect();
        files.sort_unstable();
        files.dedup();
        assert_eq!(files.len(), 60);
    }
}
