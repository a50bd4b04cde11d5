//! A pseudo-language for development: English that is accented, longer and in brackets, so that words left in Rust,
//! cut-off labels and glued sentences show.

use std::path::{Path, PathBuf};

use crate::PSEUDO;
use crate::compile::write;
use crate::fault::Fault;
use crate::languages::{REFERENCE, read};
use crate::pattern::Part;

/// Compiles the pseudo-language from the reference below `sources` into `out`.
///
/// # Errors
/// Every fault in the sources, and what cannot be written.
pub fn pseudo(sources: &Path, out: &Path) -> Result<Vec<PathBuf>, Vec<Fault>> {
    let languages = read(sources)?;
    let reference = &languages.words[REFERENCE];
    write(out, &languages, PSEUDO, |key| bracketed(&reference[key]))
}

/// The message in brackets, a third longer.
pub(crate) fn bracketed(parts: &[Part]) -> Vec<Part> {
    let mut whole = vec![Part::Text("[!!! ".to_owned())];
    whole.extend(parts.iter().map(accented));
    let longer = "·".repeat(letters(parts).div_ceil(3));
    whole.push(Part::Text(format!(" {longer}]")));
    whole
}

fn accented(part: &Part) -> Part {
    match part {
        Part::Text(text) => Part::Text(text.chars().map(accent).collect()),
        Part::Choice(choice) => {
            let mut choice = choice.clone();
            for variant in &mut choice.variants {
                variant.parts = variant.parts.iter().map(accented).collect();
            }
            Part::Choice(choice)
        }
        Part::Argument(_) | Part::Number(_) => part.clone(),
    }
}

/// The letters of the longest way through the message.
fn letters(parts: &[Part]) -> usize {
    parts
        .iter()
        .map(|part| match part {
            Part::Text(text) => text.chars().count(),
            Part::Argument(_) | Part::Number(_) => 0,
            Part::Choice(choice) => choice.variants.iter().map(|v| letters(&v.parts)).max().unwrap_or(0),
        })
        .sum()
}

fn accent(letter: char) -> char {
    const PLAIN: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    const ACCENTED: &str = "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž";
    PLAIN
        .chars()
        .zip(ACCENTED.chars())
        .find_map(|(plain, accented)| (plain == letter).then_some(accented))
        .unwrap_or(letter)
}
