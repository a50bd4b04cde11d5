//! Whether languages fit each other, and each fits its own grammar.

use std::collections::BTreeMap;
use std::path::Path;

use crate::fault::{Fault, FaultKind};
use crate::keys;
use crate::languages::{Arguments, Entries, Kind, fault};
use crate::pattern::{self, VariantKey};
use crate::plural;

/// Every plural has what its language needs.
pub(crate) fn plurals(language: &str, entries: &Entries, faults: &mut Vec<Fault>) {
    for (key, entry) in entries {
        pattern::choices(&entry.parts, &mut |choice| {
            if choice.kind != Kind::Number {
                return;
            }
            let (key, name) = (key.clone(), choice.name.clone());
            let has = |category: &str| {
                choice
                    .variants
                    .iter()
                    .any(|variant| variant.key == VariantKey::Name(category.to_owned()))
            };
            if !choice
                .variants
                .iter()
                .any(|v| v.default && v.key == VariantKey::Name("other".to_owned()))
            {
                faults.push(entry.fault(FaultKind::NoOther {
                    key: key.clone(),
                    name: name.clone(),
                }));
            }
            for category in plural::needed(language).unwrap_or_default() {
                if *category != "other" && !has(category) {
                    let (key, name) = (key.clone(), name.clone());
                    faults.push(entry.fault(FaultKind::MissingCategory { key, name, category }));
                }
            }
            for category in plural::CATEGORIES {
                if has(category) && plural::never(language, category) {
                    let (key, name, category) = (key.clone(), name.clone(), category.to_owned());
                    faults.push(entry.fault(FaultKind::UnusedCategory { key, name, category }));
                }
            }
        });
    }
}

/// Every language has the messages of the reference, with the same placeholders.
pub(crate) fn against(reference: &Entries, dir: &Path, languages: &BTreeMap<String, Entries>, faults: &mut Vec<Fault>) {
    for (language, entries) in languages {
        for (key, model) in reference {
            let Some(entry) = entries.get(key) else {
                let file = model.path.file_name().unwrap_or_default();
                let path = dir.join(language).join(file);
                faults.push(fault(&path, None, FaultKind::MissingKey(key.clone())));
                continue;
            };
            let names = |parts| -> Vec<String> {
                // An argument taken for two things is told elsewhere.
                pattern::arguments(parts).unwrap_or_default().into_keys().collect()
            };
            let (wanted, found) = (names(&model.parts), names(&entry.parts));
            if wanted != found {
                let without = |these: &[String], those: &[String]| -> Vec<String> {
                    these.iter().filter(|name| !those.contains(name)).cloned().collect()
                };
                faults.push(entry.fault(FaultKind::Placeholders {
                    key: key.clone(),
                    missing: without(&wanted, &found),
                    unknown: without(&found, &wanted),
                }));
            }
        }
        for (key, entry) in entries.iter().filter(|(key, _)| !reference.contains_key(*key)) {
            faults.push(entry.fault(FaultKind::UnknownKey(key.clone())));
        }
    }
}

/// What every argument is: a number as soon as one language counts by it.
pub(crate) fn arguments(
    reference: &Entries,
    languages: &BTreeMap<String, Entries>,
    faults: &mut Vec<Fault>,
) -> BTreeMap<String, Arguments> {
    let mut messages = BTreeMap::new();
    for key in reference.keys() {
        let mut kinds = BTreeMap::new();
        for entry in languages.values().filter_map(|entries| entries.get(key)) {
            let joined = pattern::arguments(&entry.parts).and_then(|found| {
                found
                    .iter()
                    .try_for_each(|(name, kind)| pattern::join(&mut kinds, name, *kind))
            });
            if let Err(name) = joined {
                faults.push(entry.fault(FaultKind::NumberAndWord { key: key.clone(), name }));
            }
        }
        let arguments = kinds
            .into_iter()
            .map(|(name, kind)| (name, kind.unwrap_or(Kind::Text)))
            .collect();
        messages.insert(key.clone(), arguments);
    }
    messages
}

/// Every key can become a function.
pub(crate) fn names(reference: &Entries, faults: &mut Vec<Fault>) {
    let mut functions: BTreeMap<String, &str> = BTreeMap::new();
    for (key, entry) in reference {
        if !keys::is_key(key) {
            faults.push(entry.fault(FaultKind::KeyForm(key.clone())));
        }
        let function = keys::function_of(key);
        let arguments = pattern::arguments(&entry.parts).unwrap_or_default();
        for name in arguments
            .keys()
            .map(|name| keys::function_of(name))
            .chain([function.clone()])
        {
            if keys::is_rust_word(&name) {
                faults.push(entry.fault(FaultKind::RustWord { key: key.clone(), name }));
            }
        }
        if let Some(other) = functions.insert(function, key) {
            faults.push(entry.fault(FaultKind::SameFunction(other.to_owned(), key.clone())));
        }
    }
}
