//! Downloads a language. The one spoken before goes on until the new one is there.

use std::cell::Cell;

use gloo_net::http::Request;
use leptos::prelude::document;

use super::language::{self, Dictionary};
use super::words;

/// Why a language cannot be spoken.
#[derive(Debug)]
pub(crate) enum LoadError {
    /// Nothing came back. Trying again may help.
    Unreachable,
    /// What came back is no language of this build: the window is older or newer than what is served. Loading the page
    /// again helps.
    OtherBuild,
}

thread_local! {
    /// Counts the calls, so that a slow answer does not take the place of a later choice.
    static CALLS: Cell<u32> = const { Cell::new(0) };
}

/// Speaks `language` as soon as it is downloaded, unless another one has been asked for in the meantime.
///
/// # Errors
/// Where it cannot be had; the language spoken before stays.
pub(crate) async fn load(language: &str) -> Result<(), LoadError> {
    let call = CALLS.with(|calls| {
        calls.set(calls.get().wrapping_add(1));
        calls.get()
    });
    // Not the contract's way of calling: a file of the bundle may come from the browser's cache once it is revalidated.
    let response = Request::get(&format!("/locales/{language}.json")).send().await;
    let response = response.map_err(|_| LoadError::Unreachable)?;
    if response.status() >= 500 {
        return Err(LoadError::Unreachable);
    }
    let text = response.text().await.map_err(|_| LoadError::Unreachable)?;
    let strings = serde_json::from_str(&text).map_err(|_| LoadError::OtherBuild)?;
    let dictionary = dictionary(strings)?;
    if call == CALLS.with(Cell::get) {
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("lang", &dictionary.language);
        }
        language::speak(dictionary);
    }
    Ok(())
}

/// The dictionary in a compiled file: its language, its fingerprint, and the messages.
fn dictionary(strings: Vec<String>) -> Result<Dictionary, LoadError> {
    let mut strings = strings.into_iter();
    match (strings.next(), strings.next()) {
        (Some(language), Some(fingerprint)) if fingerprint == words::FINGERPRINT && strings.len() == words::COUNT => {
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
    use super::{LoadError, dictionary};
    use crate::i18n::words;

    fn file(fingerprint: &str, count: usize) -> Vec<String> {
        let head = ["sv".to_owned(), fingerprint.to_owned()];
        head.into_iter()
            .chain((0..count).map(|index| index.to_string()))
            .collect()
    }

    #[test]
    fn a_file_of_this_build_is_taken() {
        let dictionary = dictionary(file(words::FINGERPRINT, words::COUNT)).expect("the right file");
        assert_eq!(dictionary.language, "sv");
        assert_eq!(dictionary.messages.first().map(String::as_str), Some("0"));
        assert_eq!(dictionary.messages.len(), words::COUNT);
    }

    #[test]
    fn a_file_of_another_build_is_noticed() {
        for strings in [
            file("0000", words::COUNT),
            file(words::FINGERPRINT, words::COUNT - 1),
            Vec::new(),
        ] {
            assert!(matches!(dictionary(strings), Err(LoadError::OtherBuild)));
        }
    }
}
