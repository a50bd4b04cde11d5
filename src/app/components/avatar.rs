//! People as initials on a tint made from their id, and the store as its first letter.

use leptos::prelude::*;

use crate::reactive::live;

/// How many tints the tokens have.
const TINTS: u32 = 8;

/// The first letters of the first and the last word of a name. Style makes them capitals: the tables of all letters that
/// there are would be a good part of the first download.
fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(first_letter);
    let first = words.next();
    let last = words.next_back();
    first.into_iter().chain(last).collect()
}

/// The first character that is no mark.
fn first_letter(word: &str) -> Option<char> {
    word.chars().find(|c| !c.is_ascii_punctuation() && !c.is_whitespace())
}

/// The same tint for the same id, everywhere and always (FNV-1a).
fn tint(id: &str) -> u32 {
    id.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    }) % TINTS
}

/// A person's initials. The name stands beside it, so it is not read aloud.
#[component]
pub(crate) fn Avatar(
    /// What the tint is made from.
    id: String,
    /// Whose initials.
    #[prop(into)]
    name: Signal<String>,
) -> impl IntoView {
    view! { <span class="avatar" data-tint=tint(&id).to_string() aria-hidden="true">{move || initials(&name.read())}</span> }
}

/// The store's mark.
#[component]
pub(crate) fn StoreMark(
    /// The store's name.
    #[prop(into)]
    name: Signal<String>,
) -> impl IntoView {
    let letter = live(move || first_letter(&name.read()).map(String::from));
    view! { <span class="mark" aria-hidden="true">{letter}</span> }
}

#[cfg(test)]
mod tests {
    use super::{TINTS, initials, tint};

    #[test]
    fn initials_are_of_the_first_and_the_last_word() {
        assert_eq!(initials("Maja Lindqvist"), "ML");
        assert_eq!(initials("Dewi Ayu Lestari"), "DL");
        assert_eq!(initials("åke"), "å");
        assert_eq!(initials("  "), "");
        assert_eq!(initials("(Budi) 2"), "B2");
    }

    #[test]
    fn a_tint_is_one_of_those_that_exist_and_stays() {
        assert!((0..1000).all(|n| tint(&n.to_string()) < TINTS));
        assert_eq!(tint("abc"), tint("abc"));
    }
}
