//! Entries as links of a chain: each has the hash of the one before it, and its own, which is made from that and from
//! all that it says. Whoever changes one has to change all that come after it, and then the last is another than the one
//! that somebody noted elsewhere.

use crate::auth::token::sha256_hex;

/// What the first entry has for the one before it.
pub(crate) const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// All columns of an entry but the hashes, in the order of the table.
pub(crate) type Columns<'a> = [Option<&'a str>; 15];

/// The hash of an entry. What is absent is told from what is empty.
pub(crate) fn hash(previous: &str, columns: &Columns<'_>) -> String {
    let mut parts: Vec<&[u8]> = vec![previous.as_bytes()];
    for column in columns {
        match column {
            None => parts.push(b"-"),
            Some(text) => parts.extend([b"+".as_slice(), text.as_bytes()]),
        }
    }
    sha256_hex(&parts)
}

/// The end of the chain at some moment: how many entries there were and the hash of the last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) count: u64,
    pub(crate) hash: String,
}

impl Head {
    /// Reads one as [`std::fmt::Display`] writes it.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let (count, hash) = text.trim().split_once('-')?;
        let is_hash = hash.len() == GENESIS.len() && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        Some(Self {
            count: count.parse().ok().filter(|_| is_hash)?,
            hash: hash.to_ascii_lowercase(),
        })
    }
}

impl std::fmt::Display for Head {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.count, self.hash)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absent_and_empty_columns_and_their_places_make_other_hashes() {
        let with = |place: usize, text: Option<&'static str>| {
            let mut columns: Columns<'_> = [None; 15];
            columns[place] = text;
            hash(GENESIS, &columns)
        };
        let all = [
            with(0, None),
            with(0, Some("")),
            with(1, Some("")),
            with(0, Some("-")),
            with(0, Some("+")),
        ];
        for (n, one) in all.iter().enumerate() {
            assert!(!all[..n].contains(one), "{n}");
        }
    }

    #[test]
    fn a_head_is_read_as_it_is_written() {
        let head = Head {
            count: 12,
            hash: "ab".repeat(32),
        };
        assert_eq!(Head::read(&head.to_string()), Some(head));
        for wrong in [
            "",
            "12",
            "12-",
            "x-00",
            &format!("-1-{GENESIS}"),
            &format!("1-{}z", &GENESIS[1..]),
        ] {
            assert_eq!(Head::read(wrong), None, "{wrong}");
        }
    }
}
