//! What the processes that serve one store say to each other, as texts short enough for a notification.

use serde::{Deserialize, Serialize};

use super::event_id::Left;
use super::telling::Telling;
use crate::activity::chain::Head;

/// The longest text: PostgreSQL takes 7,999 bytes.
const LONGEST: usize = 7_000;

/// What is said.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Message {
    /// What a commit has done, or a part of it.
    Told {
        by: i64,
        head: Head,
        to_come: Left,
        told: Vec<Telling>,
    },
    /// What the commit with this last entry took back is over here.
    Done { by: i64, entry: u64 },
    /// One has begun to listen after this entry: all before it is over there, and none of it was heard.
    Began { by: i64, entry: u64 },
}

/// A message as it travels.
#[derive(Deserialize, Serialize)]
enum Written<T> {
    Told {
        by: i64,
        count: u64,
        hash: String,
        to_come: Left,
        told: Vec<T>,
    },
    Done {
        by: i64,
        entry: u64,
    },
    Began {
        by: i64,
        entry: u64,
    },
}

/// What a commit has done, in as many texts as it takes.
pub(super) fn told(by: i64, head: &Head, told: &[Telling]) -> sqlx::Result<Vec<String>> {
    let mut parts: Vec<(Vec<&Telling>, usize)> = Vec::new();
    for telling in told {
        let length = written(telling)?.len();
        match parts.last_mut() {
            Some((part, long)) if *long + length < LONGEST => {
                part.push(telling);
                *long += length + 1;
            }
            _ => parts.push((vec![telling], length)),
        }
    }
    let mut to_come = told.len();
    let parts = parts.into_iter().map(|(part, _)| {
        to_come -= part.len();
        written(&Written::Told {
            by,
            count: head.count,
            hash: head.hash.clone(),
            to_come: Left::try_from(to_come).unwrap_or(Left::MAX),
            told: part,
        })
    });
    parts.collect()
}

/// That what a commit took back is over here.
pub(super) fn done(by: i64, entry: u64) -> sqlx::Result<String> {
    written(&Written::<Telling>::Done { by, entry })
}

/// That one has begun to listen.
pub(super) fn began(by: i64, entry: u64) -> sqlx::Result<String> {
    written(&Written::<Telling>::Began { by, entry })
}

/// Reads a message.
pub(super) fn read(text: &str) -> sqlx::Result<Message> {
    let written = serde_json::from_str(text).map_err(|error| sqlx::Error::Decode(error.into()))?;
    Ok(match written {
        Written::Told {
            by,
            count,
            hash,
            to_come,
            told,
        } => Message::Told {
            by,
            head: Head { count, hash },
            to_come,
            told,
        },
        Written::Done { by, entry } => Message::Done { by, entry },
        Written::Began { by, entry } => Message::Began { by, entry },
    })
}

fn written(message: &impl Serialize) -> sqlx::Result<String> {
    serde_json::to_string(message).map_err(|error| sqlx::Error::Encode(error.into()))
}

#[cfg(test)]
mod tests {
    use latchkey_contract::event::Event;
    use latchkey_contract::id::AccountId;

    use super::*;
    use crate::activity::chain::GENESIS;
    use crate::events::telling::{To, What};

    #[test]
    fn however_much_is_told_each_text_is_short_and_all_of_it_arrives() {
        let head = Head {
            count: 7,
            hash: GENESIS.to_owned(),
        };
        let all: Vec<Telling> = (0..1_000)
            .map(|n| Telling {
                to: To::Account(AccountId(format!("{n:032x}"))),
                what: What::Event(Event::SessionChanged),
            })
            .collect();
        let texts = told(5, &head, &all).expect("it is written");
        assert!(texts.len() > 2 && texts.iter().all(|text| text.len() < 8_000));
        let mut heard = Vec::new();
        for text in &texts {
            let Message::Told {
                by,
                head: end,
                to_come,
                told,
            } = read(text).expect("it is read")
            else {
                panic!("{text}");
            };
            heard.extend(told);
            assert_eq!((by, &end, to_come as usize), (5, &head, all.len() - heard.len()));
        }
        assert_eq!(heard, all);
        let done = done(3, 9).expect("it is written");
        assert_eq!(read(&done).expect("it is read"), Message::Done { by: 3, entry: 9 });
        let began = began(3, 9).expect("it is written");
        assert_eq!(read(&began).expect("it is read"), Message::Began { by: 3, entry: 9 });
        assert!(read("{}").is_err());
    }
}
