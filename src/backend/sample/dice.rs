//! Chance that comes out the same each time: everything in the sample store is drawn from one seed.

use std::fmt::Write as _;

use fastrand::Rng;

/// A source of chance with a beginning of its own.
pub(super) struct Dice(Rng);

impl Dice {
    /// The one that begins here. Each kind of record begins one of its own, so that a further customer does not change
    /// every order.
    pub(super) fn new(seed: u64) -> Self {
        Self(Rng::with_seed(seed))
    }

    /// A whole number in `low..=high`.
    pub(super) fn within(&mut self, low: i64, high: i64) -> i64 {
        self.0.i64(low..=high)
    }

    /// An index below `count`, which is not 0.
    pub(super) fn below(&mut self, count: usize) -> usize {
        self.0.usize(..count)
    }

    /// Yes, this often of a hundred.
    pub(super) fn percent(&mut self, often: u8) -> bool {
        self.0.u8(..100) < often
    }

    /// One of them.
    pub(super) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// One of them, each as often as it weighs.
    pub(super) fn weighed<T: Copy>(&mut self, from: &[(T, u32)]) -> T {
        let whole: u32 = from.iter().map(|(_, weight)| weight).sum();
        let mut drawn = self.0.u32(..whole);
        for (value, weight) in from {
            match drawn.checked_sub(*weight) {
                None => return *value,
                Some(left) => drawn = left,
            }
        }
        from[from.len() - 1].0
    }

    /// An id as records have them.
    pub(super) fn id(&mut self) -> String {
        let mut id = String::with_capacity(32);
        let _ = write!(id, "{:016x}{:016x}", self.0.u64(..), self.0.u64(..));
        id
    }

    /// So many digits.
    pub(super) fn digits(&mut self, count: usize) -> String {
        (0..count).map(|_| char::from(b'0' + self.0.u8(..10))).collect()
    }
}

/// Things that are drawn often, each as often as it weighs.
pub(super) struct Wheel {
    /// The weights, added up.
    sums: Vec<u64>,
}

impl Wheel {
    /// A wheel of these weights, at least one of which is not 0.
    pub(super) fn new(weights: impl Iterator<Item = u64>) -> Self {
        let sums = weights
            .scan(0, |sum, weight| {
                *sum += weight;
                Some(*sum)
            })
            .collect();
        Self { sums }
    }

    /// The index that comes up.
    pub(super) fn turn(&self, dice: &mut Dice) -> usize {
        let whole = self.sums.last().copied().unwrap_or(1);
        let drawn = dice.0.u64(..whole);
        self.sums.partition_point(|sum| *sum <= drawn)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_seed_is_one_story() {
        let story = |seed| {
            let mut dice = Dice::new(seed);
            (dice.id(), dice.within(1, 1_000_000), dice.digits(9))
        };
        assert_eq!(story(7), story(7));
        assert_ne!(story(7), story(8));
    }

    #[test]
    fn what_weighs_nothing_never_comes_up_and_what_weighs_more_comes_up_more() {
        let mut dice = Dice::new(1);
        let wheel = Wheel::new([0, 1, 0, 9, 0].into_iter());
        let mut counts = [0; 5];
        let mut names = [0; 2];
        for _ in 0..2_000 {
            counts[wheel.turn(&mut dice)] += 1;
            names[dice.weighed(&[(0, 1), (1, 9)])] += 1;
        }
        assert_eq!((counts[0], counts[2], counts[4]), (0, 0, 0));
        for (few, many) in [(counts[1], counts[3]), (names[0], names[1])] {
            assert_eq!(few + many, 2_000);
            assert!(few > 100 && many > few * 5, "{few} {many}");
        }
    }
}
