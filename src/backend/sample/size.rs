//! How much trade there is in a new sample store.

use std::fmt;
use std::num::ParseIntError;
use std::str::FromStr;

/// See the module. Products, categories and gift cards are the same in every size but none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SampleSize {
    /// Orders, customers and carts, in hundredths of the usual.
    hundredths: u32,
}

impl SampleSize {
    /// No records at all: the people alone.
    pub const NONE: Self = Self { hundredths: 0 };
    /// As few as there can be with something of everything, for tests: 100 orders, 32 customers, 9 carts.
    pub const SMALL: Self = Self { hundredths: 4 };
    /// 2,500 orders, 800 customers, 240 carts.
    pub const USUAL: Self = Self::times(1);
    /// The largest: so many times the usual.
    pub const LARGEST: u16 = 400;

    /// So many times the usual.
    pub const fn times(n: u16) -> Self {
        Self {
            hundredths: n as u32 * 100,
        }
    }

    /// So much of what a store of the usual size has.
    pub(super) fn of(self, usual: usize) -> usize {
        usual * usize::try_from(self.hundredths).unwrap_or(0) / 100
    }
}

/// Why a text is no size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoSize;

impl fmt::Display for NoSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "write a number from 0 to {}, or `small`", SampleSize::LARGEST)
    }
}

impl std::error::Error for NoSize {}

impl From<ParseIntError> for NoSize {
    fn from(_: ParseIntError) -> Self {
        Self
    }
}

impl FromStr for SampleSize {
    type Err = NoSize;

    fn from_str(text: &str) -> Result<Self, NoSize> {
        match text {
            "small" => Ok(Self::SMALL),
            _ => match text.parse()? {
                n @ 0..=Self::LARGEST => Ok(Self::times(n)),
                _ => Err(NoSize),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_a_number_or_small() {
        assert_eq!("0".parse(), Ok(SampleSize::NONE));
        assert_eq!("1".parse(), Ok(SampleSize::USUAL));
        assert_eq!("small".parse(), Ok(SampleSize::SMALL));
        assert_eq!("40".parse::<SampleSize>().map(|size| size.of(2_500)), Ok(100_000));
        for wrong in ["", "-1", "401", "big", "1.5"] {
            assert_eq!(wrong.parse::<SampleSize>(), Err(NoSize), "{wrong}");
        }
    }
}
