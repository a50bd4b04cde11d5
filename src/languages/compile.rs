//! Writes what the browser downloads: two JSON files per language, one for the first page and one for all others.
//!
//! A file is a flat array of strings: the language, the fingerprint, then its messages in the order of all, each in the
//! form of [`crate::message`].

use std::fs;
use std::path::{Path, PathBuf};

use crate::fault::{Fault, FaultKind};
use crate::languages::{Arguments, Kind, Languages, fault, read};
use crate::pattern::{Choice, Part, Variant, VariantKey};

/// Compiles every language below `sources` into the files `{language}.json` and `{language}.more.json` in `out`, which
/// is made where it is missing. The second is absent where everything comes first.
///
/// # Errors
/// Every fault in the sources, and what cannot be written.
pub fn compile(sources: &Path, out: &Path) -> Result<Vec<PathBuf>, Vec<Fault>> {
    let languages = read(sources)?;
    let mut paths = Vec::new();
    for (language, messages) in &languages.words {
        paths.extend(write(out, &languages, language, |key| messages[key].clone())?);
    }
    Ok(paths)
}

/// Writes the files of a language.
pub(crate) fn write(
    out: &Path,
    languages: &Languages,
    language: &str,
    parts: impl Fn(&str) -> Vec<Part>,
) -> Result<Vec<PathBuf>, Vec<Fault>> {
    let (first, more) = languages.messages.split_at(languages.first);
    let mut paths = Vec::new();
    for (ending, messages) in [("json", first), ("more.json", more)] {
        if messages.is_empty() && ending != "json" {
            continue;
        }
        let mut strings = vec![language.to_owned(), languages.fingerprint()];
        strings.extend(messages.iter().map(|(key, arguments)| {
            let mut message = String::new();
            append(&mut message, &parts(key), arguments);
            message
        }));
        let path = out.join(format!("{language}.{ending}"));
        let written =
            fs::create_dir_all(out).and_then(|()| fs::write(&path, serde_json::Value::from(strings).to_string()));
        written.map_err(|error| vec![fault(&path, None, FaultKind::File(error.to_string()))])?;
        paths.push(path);
    }
    Ok(paths)
}

/// Adds parts in the form of a compiled message.
pub(crate) fn append(message: &mut String, parts: &[Part], arguments: &Arguments) {
    let index = |name: &str| {
        let place = arguments.keys().position(|known| known == name);
        place.expect("the arguments are those of the message").to_string()
    };
    for part in parts {
        match part {
            Part::Text(text) => {
                for character in text.chars() {
                    if matches!(character, '{' | '}' | '|' | '\\') {
                        message.push('\\');
                    }
                    message.push(character);
                }
            }
            Part::Argument(name) | Part::Number(name) => {
                message.push('{');
                message.push_str(&index(name));
                message.push('}');
            }
            Part::Choice(choice) => {
                message.push('{');
                message.push_str(&index(&choice.name));
                message.push('?');
                for (place, variant) in in_order(choice).into_iter().enumerate() {
                    if place > 0 {
                        message.push('|');
                    }
                    message.push_str(&name_of(variant, choice.kind));
                    message.push(':');
                    append(message, &variant.parts, arguments);
                }
                message.push('}');
            }
        }
    }
}

/// Exact numbers first and the default last: the first that fits is taken.
fn in_order(choice: &Choice) -> Vec<&Variant> {
    let mut variants: Vec<&Variant> = choice.variants.iter().collect();
    variants.sort_by_key(|variant| {
        let exact = matches!(variant.key, VariantKey::Exactly(_));
        if variant.default { 2 } else { u8::from(!exact) }
    });
    variants
}

fn name_of(variant: &Variant, kind: Kind) -> String {
    match (&variant.key, kind) {
        _ if variant.default => String::new(),
        (VariantKey::Exactly(number), _) => format!("={number}"),
        (VariantKey::Name(name), _) => name.clone(),
    }
}
