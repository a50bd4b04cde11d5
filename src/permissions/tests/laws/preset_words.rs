//! The words of the shipped catalogue and roles: complete in English, Swedish and Indonesian, and none used twice.

use std::collections::BTreeSet;

use latchkey_permissions::{PRESET_ROLES, RolePreset, Text};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::support::preset;

const LANGUAGES: [&str; 3] = ["en", "sv", "id"];

/// Every text has exactly the three languages, each with trimmed words in it.
fn assert_complete(of: &str, text: &Text) {
    let languages: BTreeSet<&str> = text.0.keys().map(String::as_str).collect();
    assert_eq!(languages, BTreeSet::from(LANGUAGES), "{of}");
    for (language, words) in &text.0 {
        assert!(
            !words.is_empty() && words.trim() == words,
            "{of} in {language}: {words:?}"
        );
    }
}

fn assert_distinct<'a>(texts: impl Iterator<Item = &'a Text> + Clone) {
    for language in LANGUAGES {
        let mut seen = BTreeSet::new();
        for text in texts.clone() {
            let words = text.in_language(language);
            assert!(seen.insert(words), "{words:?} is used twice in {language}");
        }
    }
}

#[test]
fn every_label_and_description_is_there_in_each_language() {
    let catalogue = preset();
    for section in catalogue.sections() {
        assert_complete(section.id.as_str(), &section.label);
        assert_complete(section.id.as_str(), &section.description);
    }
    for entry in catalogue.permissions() {
        assert_complete(entry.id.as_str(), &entry.label);
        assert_complete(entry.id.as_str(), &entry.description);
    }
}

#[test]
fn every_role_has_a_name_in_each_language() {
    let roles: Vec<RolePreset> = serde_json::from_str(PRESET_ROLES).expect("the shipped roles can be read");
    for role in &roles {
        assert_complete(&role.id, &role.name);
    }
    assert_distinct(roles.iter().map(|role| &role.name));
}

/// A label is a checkbox's name: two alike could not be told apart.
#[test]
fn no_two_labels_are_alike() {
    let catalogue = preset();
    let entries: Vec<_> = catalogue.permissions().collect();
    assert_distinct(entries.iter().map(|entry| &entry.label));
    assert_distinct(entries.iter().map(|entry| &entry.description));
    assert_distinct(catalogue.sections().iter().map(|section| &section.label));
}
