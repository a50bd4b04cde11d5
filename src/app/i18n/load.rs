//! Downloads a language, in two parts: the words of the first pages, and all others once something needs them. The
//! language spoken before goes on until the new one is there.

use std::cell::Cell;

use gloo_net::http::Request;
use leptos::prelude::document;

use super::language::{self, Dictionary};
use super::words;
use crate::json;

/// Why a language cannot be spoken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LoadError {
    /// Nothing came back. Trying again may help.
    Unreachable,
    /// What came back is no language of this build: the window is older or newer than what is served. Loading the page
    /// again helps.
    OtherBuild,
}

/// A part of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// The words of the first pages.
    First,
    /// All others.
    Others,
}

impl Part {
    fn ending(self) -> &'static str {
        match self {
            Self::First => "json",
            Self::Others => "more.json",
        }
    }

    fn len(self) -> usize {
        match self {
            Self::First => words::FIRST,
            Self::Others => words::COUNT - words::FIRST,
        }
    }
}

thread_local! {
    /// Counts the calls, so that a slow answer does not take the place of a later choice.
    static CALLS: Cell<u32> = const { Cell::new(0) };
    /// Whether all words are needed.
    static ALL: Cell<bool> = const { Cell::new(false) };
}

/// Speaks `language` as soon as it is downloaded, unless another one has been asked for in the meantime.
///
/// # Errors
/// Where it cannot be had; the language spoken before stays.
pub(crate) async fn load(language: &str) -> Result<(), LoadError> {
    let call = CALLS.get().wrapping_add(1);
    CALLS.set(call);
    let mut dictionary = fetch(language, Part::First).await?;
    if ALL.get() {
        dictionary
            .messages
            .extend(fetch(language, Part::Others).await?.messages);
    }
    if call == CALLS.get() {
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("lang", &dictionary.language);
        }
        language::speak(dictionary);
    }
    Ok(())
}

/// Sees to it that all words are there, in whatever language is spoken then.
///
/// # Errors
/// Where they cannot be had.
pub(crate) async fn load_all() -> Result<(), LoadError> {
    ALL.set(true);
    while language::known() < words::COUNT {
        let language = language::tag();
        let others = fetch(&language, Part::Others).await?;
        if others.language != language {
            return Err(LoadError::OtherBuild);
        }
        language::add(others);
    }
    Ok(())
}

async fn fetch(language: &str, part: Part) -> Result<Dictionary, LoadError> {
    // Not the contract's way of calling: a file of the bundle may come from the browser's cache once it is revalidated.
    let request = Request::get(&format!("/locales/{language}.{}", part.ending()));
    let response = request.send().await.map_err(|_| LoadError::Unreachable)?;
    if response.status() >= 500 {
        return Err(LoadError::Unreachable);
    }
    let text = response.text().await.map_err(|_| LoadError::Unreachable)?;
    let strings = json::read(&text).map_err(|_| LoadError::OtherBuild)?;
    dictionary(strings, part)
}

/// The dictionary in a compiled file: its language, its fingerprint, and the messages.
fn dictionary(strings: Vec<String>, part: Part) -> Result<Dictionary, LoadError> {
    let mut strings = strings.into_iter();
    match (strings.next(), strings.next()) {
        (Some(language), Some(fingerprint)) if fingerprint == words::FINGERPRINT && strings.len() == part.len() => {
            Ok(Dictionary {
                language,
                messages: strings.collect(),
            })
        }
        _ => Err(LoadError::OtherBuild),
    }
}

#[cfg(test)]
mod tests {
    use super::{LoadError, Part, dictionary};
    use crate::i18n::words;

    fn file(fingerprint: &str, count: usize) -> Vec<String> {
        let head = ["sv".to_owned(), fingerprint.to_owned()];
        head.into_iter()
            .chain((0..count).map(|index| index.to_string()))
            .collect()
    }

    #[test]
    fn a_file_of_this_build_is_taken() {
        for part in [Part::First, Part::Others] {
            let dictionary = dictionary(file(words::FINGERPRINT, part.len()), part).expect("the right file");
            assert_eq!(dictionary.language, "sv");
            assert_eq!(dictionary.messages.first().map(String::as_str), Some("0"));
            assert_eq!(dictionary.messages.len(), part.len());
        }
        assert_eq!(Part::First.len() + Part::Others.len(), words::COUNT);
    }

    #[test]
    fn a_file_of_another_build_or_the_other_part_is_noticed() {
        for strings in [
            file("0000", words::FIRST),
            file(words::FINGERPRINT, words::FIRST - 1),
            file(words::FINGERPRINT, words::COUNT - words::FIRST),
            Vec::new(),
        ] {
            assert!(matches!(dictionary(strings, Part::First), Err(LoadError::OtherBuild)));
        }
    }
}
