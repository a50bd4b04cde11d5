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

    /// Whether there is an English text with something in it.
    pub fn has_english(&self) -> bool {
        self.0.get("en").is_some_and(|text| !text.trim().is_empty())
    }
}
