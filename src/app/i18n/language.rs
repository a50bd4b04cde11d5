//! The language that is spoken now. There is one in the whole window, so it lives beside the components, not in them.

use std::sync::Arc;

use latchkey_languages::message::{Argument, Numbers, render};
use leptos::prelude::{ArcRwSignal, ReadUntracked, Set, Track};
use leptos::reactive::graph::Observer;

use super::format;

/// A language as it was downloaded.
#[derive(Default)]
pub(super) struct Dictionary {
    /// Its BCP 47 tag.
    pub(super) language: String,
    /// Its compiled messages, in the order of their keys.
    pub(super) messages: Vec<String>,
}

thread_local! {
    static CURRENT: ArcRwSignal<Arc<Dictionary>> = ArcRwSignal::new(Arc::default());
}

/// Speaks another language from now on.
pub(super) fn speak(dictionary: Dictionary) {
    // What hangs on the signal may read it while it is set; so no borrow of the thread's storage is held meanwhile.
    CURRENT.with(ArcRwSignal::clone).set(Arc::new(dictionary));
}

/// How many messages of the language spoken now are known.
pub(super) fn known() -> usize {
    CURRENT.with(|current| current.read_untracked().messages.len())
}

/// Adds messages to the language spoken now, unless they are another language's or known already. What was said before
/// they were there is said anew.
pub(super) fn add(others: Dictionary) {
    let current = CURRENT.with(|current| Arc::clone(&current.read_untracked()));
    if current.language == others.language && current.messages.len() == super::words::FIRST {
        let messages = current.messages.iter().cloned().chain(others.messages).collect();
        let language = others.language;
        speak(Dictionary { language, messages });
    }
}

/// The language spoken now. Reactive where something observes; elsewhere, in handlers and async code, it is just read.
fn current() -> Arc<Dictionary> {
    CURRENT.with(|current| {
        if Observer::get().is_some() {
            current.track();
        }
        Arc::clone(&current.read_untracked())
    })
}

/// The BCP 47 tag of the language spoken now; empty until one is loaded. Reactive.
pub(crate) fn tag() -> String {
    current().language.clone()
}

/// A message without arguments; empty until a language is loaded.
pub(super) fn text(index: usize) -> String {
    text_with(index, &[])
}

/// A message with its arguments; empty until a language is loaded.
pub(super) fn text_with(index: usize, arguments: &[Argument]) -> String {
    current()
        .messages
        .get(index)
        .map_or_else(String::new, |message| render(message, arguments, &Browser))
}

/// Numbers as the browser knows them.
struct Browser;

impl Numbers for Browser {
    fn written(&self, number: u64) -> String {
        format::number(number)
    }

    fn category(&self, number: u64) -> String {
        format::plural_category(number)
    }
}
