//! Words for people that come with the data (labels, descriptions), in every language the data knows.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A text in several languages, keyed by BCP 47 language; `en` is always among them in a checked catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text(pub BTreeMap<String, String>);

impl Text {
    /// The text in `language`, else in that language without its region, else in English, else any there is.
    pub fn in_language(&self, language: &str) -> &str {
        let base = language.split('-').next().unwrap_or(language);
        [language, base, "en"]
            .iter()
            .find_map(|wanted| self.0.get(*wanted))
            .or_else(|| self.0.values().next())
            .map_or("", String::as_str)
    }

    /// The same with `language` alone, so far as it is there, and English beside it: enough for
    /// [`in_language`](Self::in_language).
    #[must_use]
    pub fn narrowed(&self, language: &str) -> Self {
        let base = language.split('-').next().unwrap_or(language);
        let wanted = |one: &str| one == language || one == base || one == "en";
        let kept = self.0.iter().filter(|(one, _)| wanted(one));
        Self(kept.map(|(one, text)| (one.clone(), text.clone())).collect())
    }

    /// Whether there is an English text with something in it.
    pub fn has_english(&self) -> bool {
        self.0.get("en").is_some_and(|text| !text.trim().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn a_narrowed_text_says_the_same_in_its_language() {
        let texts = [
            ("en", "Colour"),
            ("id", "Warna"),
            ("sv", "Färg"),
            ("sv-FI", "Färg (FI)"),
        ];
        let text = Text(
            texts
                .map(|(language, text)| (language.to_owned(), text.to_owned()))
                .into(),
        );
        for language in ["en", "en-GB", "id", "sv", "sv-FI", "sv-SE", "de", ""] {
            let narrowed = text.narrowed(language);
            assert_eq!(narrowed.in_language(language), text.in_language(language), "{language}");
            assert!(narrowed.0.len() <= 3, "{language}");
        }
        assert_eq!(text.narrowed("id").0.len(), 2);
        assert_eq!(text.narrowed("en").0.len(), 1);
    }
}
