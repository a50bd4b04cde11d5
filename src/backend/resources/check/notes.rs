//! What is wrong so far, and how much is asked.

use latchkey_permissions::{Catalogue, Rule, Text};

/// How much is asked of a descriptor.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::resources) enum Strictness {
    /// One of this backend's: its texts are there in every language of the app.
    Ours,
    /// One from outside: English will do, and there are no commands, since nothing would do them.
    Theirs,
}

impl Strictness {
    fn languages(self) -> &'static [&'static str] {
        match self {
            Self::Ours => &["en", "sv", "id"],
            Self::Theirs => &["en"],
        }
    }
}

/// What is wrong so far with the descriptor of this name.
pub(super) struct Notes<'a> {
    pub(super) id: String,
    pub(super) found: Vec<String>,
    pub(super) catalogue: &'a Catalogue,
    pub(super) strictness: Strictness,
}

impl Notes<'_> {
    /// Notes a fault.
    pub(super) fn note(&mut self, fault: impl AsRef<str>) {
        self.found.push(format!("{}: {}", self.id, fault.as_ref()));
    }

    /// Notes a fault, unless it is none.
    pub(super) fn unless(&mut self, holds: bool, fault: impl AsRef<str>) {
        if !holds {
            self.note(fault);
        }
    }

    /// Notes what a rule names and the catalogue does not know.
    pub(super) fn rule(&mut self, place: &str, rule: Option<&Rule>) {
        let unknown = rule.map(|rule| rule.compile(self.catalogue).unknown().to_vec());
        for id in unknown.unwrap_or_default() {
            self.note(format!("{place} names `{id}`, which the catalogue does not know"));
        }
    }

    /// Notes the languages in which a text is missing.
    pub(super) fn text(&mut self, place: &str, text: Option<&Text>) {
        for language in self.strictness.languages() {
            let there = text.is_none_or(|text| text.0.get(*language).is_some_and(|text| !text.trim().is_empty()));
            self.unless(there, format!("{place} has no text in `{language}`"));
        }
    }
}
