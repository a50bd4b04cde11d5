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

#[cfg(test)]
mod tests {
    use super::Text;

    fn text(pairs: &[(&str, &str)]) -> Text {
        Text(pairs.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect())
    }

    #[test]
    fn a_text_falls_back_from_region_to_language_to_english_to_any() {
        let both = text(&[("en", "Orders"), ("sv", "Order")]);
        assert_eq!(both.in_language("sv"), "Order");
        assert_eq!(both.in_language("sv-FI"), "Order");
        assert_eq!(both.in_language("id"), "Orders");
        assert_eq!(text(&[("sv", "Order")]).in_language("id"), "Order");
        assert_eq!(text(&[]).in_language("en"), "");
    }

    #[test]
    fn blank_english_does_not_count() {
        assert!(text(&[("en", "Orders")]).has_english());
        assert!(!text(&[("en", " ")]).has_english());
        assert!(!text(&[("sv", "Order")]).has_english());
    }
}
