//! The words on the screen: one function per message of the language files, reactive to the language.
//!
//! `{words::staff_title}` in a view changes when the language does; `words::staff_title()` in a handler or in async
//! code reads it once. A word that is missing, or that takes other arguments, does not compile.

pub(crate) mod figures;
pub(crate) mod format;
pub(crate) mod language;

mod distance;
mod load;
mod screens;
#[cfg(all(test, target_arch = "wasm32"))]
mod tests;

use latchkey_languages::{PSEUDO, choose};
use leptos::prelude::window;

use crate::config::Config;
use crate::preferences;

pub(crate) use self::load::{LoadError, load, load_all};
pub(crate) use self::screens::screen_title;

/// One function for each message.
#[expect(dead_code, reason = "translators may be ahead of the screens")]
#[expect(
    non_upper_case_globals,
    reason = "a word without arguments is called like a function, and is one type with all others"
)]
pub(crate) mod words {
    use latchkey_languages::message::Argument;

    use super::language::{text, text_with};

    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

/// Loads the first language, before anything is said.
///
/// # Errors
/// Where it cannot be had.
pub(crate) async fn start(config: &Config) -> Result<(), LoadError> {
    load(&preferred(None, config)).await
}

/// The language to speak: the account's, else this browser's last one, else the browser's own, else the installation's.
pub(crate) fn preferred(account: Option<&str>, config: &Config) -> String {
    let mut available: Vec<String> = config.languages.iter().map(|language| language.id.clone()).collect();
    if cfg!(debug_assertions) {
        available.push(PSEUDO.to_owned());
    }
    let kept = preferences::saved_language();
    let browser: Vec<String> = window()
        .navigator()
        .languages()
        .iter()
        .filter_map(|language| language.as_string())
        .collect();
    let wishes = account
        .into_iter()
        .chain(kept.as_deref())
        .chain(browser.iter().map(String::as_str));
    choose(wishes, &available).unwrap_or_else(|| config.default_language.clone())
}

/// Speaks `language` from now on, and remembers it for the screens before signing in.
///
/// # Errors
/// Where it cannot be had; the language spoken before stays.
pub(crate) async fn choose_language(language: &str) -> Result<(), LoadError> {
    if language::tag() != language {
        load(language).await?;
    }
    preferences::keep_language(language);
    Ok(())
}

/// Speaks the browser's own language from now on, and forgets what was chosen in it.
///
/// # Errors
/// Where it cannot be had; the language spoken before stays.
pub(crate) async fn follow_browser(config: &Config) -> Result<(), LoadError> {
    preferences::forget_language();
    let language = preferred(None, config);
    if language::tag() == language {
        Ok(())
    } else {
        load(&language).await
    }
}
