//! A set of permissions as bits, so that a decision is a few machine instructions.
//!
//! INVARIANT: bit `n` is the permission at position `n` of one catalogue. Sets from two catalogues are not to be
//! mixed; nothing outside this crate can make a set but through a [`Catalogue`](crate::Catalogue).

use std::ops::{BitAnd, BitOr, Sub};

const WORDS: usize = 4;

/// Some of the permissions of one catalogue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct PermissionSet([u64; WORDS]);

impl PermissionSet {
    /// The set without a member. It allows nothing.
    pub const EMPTY: Self = Self([0; WORDS]);

    /// How many permissions a catalogue can have.
    pub const CAPACITY: usize = WORDS * 64;

    /// Whether nothing is in it.
    #[inline]
    pub fn is_empty(self) -> bool {
        self == Self::EMPTY
    }

    /// How many permissions are in it.
    pub fn len(self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether each member of `other` is in it; so every set contains the empty one.
    #[inline]
    pub fn contains_all(self, other: Self) -> bool {
        (other - self).is_empty()
    }

    /// Whether at least one member of `other` is in it.
    #[inline]
    pub fn intersects(self, other: Self) -> bool {
        !(self & other).is_empty()
    }

    pub(crate) fn contains(self, index: usize) -> bool {
        self.0[index / 64] & (1 << (index % 64)) != 0
    }

    pub(crate) fn insert(&mut self, index: usize) {
        self.0[index / 64] |= 1 << (index % 64);
    }

    /// Positions in the catalogue, ascending.
    pub(crate) fn indices(self) -> impl Iterator<Item = usize> {
        (0..Self::CAPACITY).filter(move |index| self.contains(*index))
    }
}

impl FromIterator<usize> for PermissionSet {
    fn from_iter<I: IntoIterator<Item = usize>>(indices: I) -> Self {
        let mut set = Self::EMPTY;
        for index in indices {
            set.insert(index);
        }
        set
    }
}

macro_rules! wordwise {
    ($trait:ident, $method:ident, $meaning:literal, |$a:ident, $b:ident| $word:expr) => {
        impl $trait for PermissionSet {
            type Output = Self;

            #[doc = $meaning]
            #[inline]
            fn $method(self, other: Self) -> Self {
                Self(std::array::from_fn(|n| {
                    let ($a, $b) = (self.0[n], other.0[n]);
                    $word
                }))
            }
        }
    };
}

wordwise!(BitOr, bitor, "What is in either.", |a, b| a | b);
wordwise!(BitAnd, bitand, "What is in both.", |a, b| a & b);
wordwise!(Sub, sub, "What is in the first alone.", |a, b| a & !b);
