//! A message as these files may write it: Fluent's syntax tree, less all that is refused.

use std::collections::BTreeMap;

use crate::languages::Kind;

/// A piece of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Words.
    Text(String),
    /// `{ $name }`: whatever the argument is.
    Argument(String),
    /// `{ NUMBER($name) }`: a number.
    Number(String),
    /// `{ $name -> … }`.
    Choice(Choice),
}

/// A selector with its variants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    /// The argument that chooses.
    pub(crate) name: String,
    /// Whether it counts or is a word.
    pub(crate) kind: Kind,
    /// Its variants, in the order of the file.
    pub(crate) variants: Vec<Variant>,
}

/// One variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Variant {
    /// What chooses it: a plural category, a word, or an exact number.
    pub(crate) key: VariantKey,
    /// Whether it is marked with `*`.
    pub(crate) default: bool,
    /// What it says.
    pub(crate) parts: Vec<Part>,
}

/// What chooses a variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum VariantKey {
    /// A plural category or a word.
    Name(String),
    /// Exactly this number.
    Exactly(u64),
}

/// Goes through every choice, those inside choices too.
pub(crate) fn choices<'a>(parts: &'a [Part], visit: &mut impl FnMut(&'a Choice)) {
    for part in parts {
        if let Part::Choice(choice) = part {
            visit(choice);
            for variant in &choice.variants {
                choices(&variant.parts, visit);
            }
        }
    }
}

/// What the arguments of a message are taken for: `None` where nothing says whether it is a number.
///
/// # Errors
/// The name of an argument that is taken for both.
pub(crate) fn arguments(parts: &[Part]) -> Result<BTreeMap<String, Option<Kind>>, String> {
    let mut found = BTreeMap::new();
    collect(parts, &mut found)?;
    Ok(found)
}

/// Adds one finding to another; a number and a word do not go together.
pub(crate) fn join(found: &mut BTreeMap<String, Option<Kind>>, name: &str, kind: Option<Kind>) -> Result<(), String> {
    let known = found.entry(name.to_owned()).or_default();
    match (*known, kind) {
        (Some(one), Some(other)) if one != other => Err(name.to_owned()),
        (None, Some(_)) => {
            *known = kind;
            Ok(())
        }
        _ => Ok(()),
    }
}

fn collect(parts: &[Part], found: &mut BTreeMap<String, Option<Kind>>) -> Result<(), String> {
    for part in parts {
        match part {
            Part::Text(_) => {}
            Part::Argument(name) => join(found, name, None)?,
            Part::Number(name) => join(found, name, Some(Kind::Number))?,
            Part::Choice(choice) => {
                join(found, &choice.name, Some(choice.kind))?;
                for variant in &choice.variants {
                    collect(&variant.parts, found)?;
                }
            }
        }
    }
    Ok(())
}

/// The message as Fluent would show it to a reader: for the documentation of its function.
pub(crate) fn shown(parts: &[Part]) -> String {
    let mut text = String::new();
    for part in parts {
        match part {
            Part::Text(words) => text.push_str(words),
            Part::Argument(name) | Part::Number(name) => {
                text.push('{');
                text.push_str(name);
                text.push('}');
            }
            Part::Choice(choice) => {
                let variants: Vec<String> = choice.variants.iter().map(|variant| shown(&variant.parts)).collect();
                text.push('[');
                text.push_str(&variants.join(" | "));
                text.push(']');
            }
        }
    }
    text
}
