//! One Rust function per message, so that a word that is missing or has other arguments does not compile.

use std::fmt::Write as _;

use crate::languages::{Kind, Languages, REFERENCE};
use crate::pattern;

/// Rust source: a function for every message, and the fingerprint of the compiled files that fit it.
///
/// The functions call `text(index)` and `text_with(index, &[Argument])`, which whoever includes the source brings along,
/// with [`Argument`](crate::message::Argument). Arguments stand in alphabetical order: rewording the reference does not
/// exchange two of them unseen.
pub fn rust_keys(languages: &Languages) -> String {
    let mut source = String::new();
    let reference = &languages.words[REFERENCE];
    let _ = writeln!(
        source,
        "/// The fingerprint of the compiled languages that fit these functions.\npub(crate) const FINGERPRINT: &str = \"{}\";\n\n\
         /// How many messages come with the first download.\npub(crate) const FIRST: usize = {};\n\n\
         /// How many messages there are.\npub(crate) const COUNT: usize = {};",
        languages.fingerprint(),
        languages.first,
        languages.messages.len(),
    );
    for (index, (key, arguments)) in languages.messages.iter().enumerate() {
        let shown = pattern::shown(&reference[key])
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let fence = if shown.contains('`') { "``" } else { "`" };
        let function = function_of(key);
        if arguments.is_empty() {
            // A constant of one type, not a function of its own type: what a view is built of is compiled once for each
            // type, and there are hundreds of words.
            let _ = write!(
                source,
                "\n/// {fence}{shown}{fence}\npub(crate) const {function}: fn() -> String = || text({index});\n"
            );
            continue;
        }
        let _ = write!(source, "\n/// {fence}{shown}{fence}\npub(crate) fn {function}(");
        let mut values = Vec::new();
        for (place, (name, kind)) in arguments.iter().enumerate() {
            let name = function_of(name);
            let (kind, variant) = match kind {
                Kind::Text => ("&str", "Text"),
                Kind::Number => ("u64", "Number"),
            };
            let comma = if place == 0 { "" } else { ", " };
            let _ = write!(source, "{comma}{name}: {kind}");
            values.push(format!("Argument::{variant}({name})"));
        }
        source.push_str(") -> String {\n    ");
        let _ = write!(source, "text_with({index}, &[{}])", values.join(", "));
        source.push_str("\n}\n");
    }
    source
}

/// The name of the function for a key, or of the parameter for an argument.
pub(crate) fn function_of(key: &str) -> String {
    key.replace('-', "_")
}

/// Lower-case letters and digits with single hyphens, beginning with a letter.
pub(crate) fn is_key(key: &str) -> bool {
    key.starts_with(|first: char| first.is_ascii_lowercase())
        && key.split('-').all(|word| {
            !word.is_empty()
                && word
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        })
}

/// What cannot name a function or a parameter, and what the generated source itself needs.
pub(crate) fn is_rust_word(name: &str) -> bool {
    const WORDS: &str = "as async await become box break const continue crate do dyn else enum extern false final fn for \
        gen if impl in let loop macro match mod move mut override priv pub ref return self static struct super trait true \
        try type typeof unsafe unsized use virtual where while yield abstract text text_with";
    WORDS.split_whitespace().any(|word| word == name)
}
