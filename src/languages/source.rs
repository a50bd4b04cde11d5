//! Reads one file: Fluent's own parser, then only what these files may use.

use std::path::Path;

use fluent_syntax::ast;
use fluent_syntax::parser::{ParserError, parse_runtime};

use crate::fault::{Fault, FaultKind};
use crate::languages::Kind;
use crate::pattern::{Choice, Part, Variant, VariantKey};
use crate::plural::CATEGORIES;

/// A message and where it stands.
pub(crate) struct Message {
    pub(crate) key: String,
    pub(crate) line: Option<usize>,
    pub(crate) parts: Vec<Part>,
}

/// The messages of a file, and its faults.
pub(crate) fn messages(path: &Path, text: &str) -> (Vec<Message>, Vec<Fault>) {
    let (resource, errors) = match parse_runtime(text) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    let mut faults: Vec<Fault> = errors
        .iter()
        .map(|error| Fault {
            path: path.to_owned(),
            line: Some(line_of(text, place_of(text, error))),
            kind: FaultKind::Syntax(error.kind.to_string()),
        })
        .collect();
    let mut messages: Vec<Message> = Vec::new();
    let mut refuse = |key: &str, line, what| {
        faults.push(Fault {
            path: path.to_owned(),
            line,
            kind: FaultKind::Unsupported {
                key: key.to_owned(),
                what,
            },
        });
    };
    for entry in &resource.body {
        match entry {
            ast::Entry::Message(message) => {
                let key = message.id.name;
                let before = messages.iter().filter(|known| known.key == key).count();
                let line = line_of_key(text, key, before);
                if !message.attributes.is_empty() {
                    refuse(key, line, "an attribute");
                }
                let parts = match message.value.as_ref().map(pattern) {
                    Some(Ok(parts)) => parts,
                    Some(Err(what)) => {
                        refuse(key, line, what);
                        continue;
                    }
                    None => continue,
                };
                messages.push(Message {
                    key: key.to_owned(),
                    line,
                    parts,
                });
            }
            ast::Entry::Term(term) => {
                let key = format!("-{}", term.id.name);
                refuse(&key, line_of_key(text, &key, 0), "a term");
            }
            // Junk is what the parser has complained of already.
            ast::Entry::Comment(_)
            | ast::Entry::GroupComment(_)
            | ast::Entry::ResourceComment(_)
            | ast::Entry::Junk { .. } => {}
        }
    }
    (messages, faults)
}

fn pattern(pattern: &ast::Pattern<&str>) -> Result<Vec<Part>, &'static str> {
    let mut parts: Vec<Part> = Vec::new();
    for element in &pattern.elements {
        match element {
            ast::PatternElement::TextElement { value } => match parts.last_mut() {
                Some(Part::Text(text)) => text.push_str(value),
                _ => parts.push(Part::Text((*value).to_owned())),
            },
            ast::PatternElement::Placeable { expression } => parts.push(placeable(expression)?),
        }
    }
    Ok(parts)
}

fn placeable(expression: &ast::Expression<&str>) -> Result<Part, &'static str> {
    match expression {
        ast::Expression::Inline(ast::InlineExpression::VariableReference { id }) => {
            Ok(Part::Argument(id.name.to_owned()))
        }
        ast::Expression::Inline(ast::InlineExpression::FunctionReference { id, arguments }) => {
            match (id.name, arguments.positional.as_slice(), arguments.named.as_slice()) {
                ("NUMBER", [ast::InlineExpression::VariableReference { id }], []) => {
                    Ok(Part::Number(id.name.to_owned()))
                }
                ("NUMBER", _, _) => Err("NUMBER with something else than one argument"),
                _ => Err("a function other than NUMBER"),
            }
        }
        ast::Expression::Inline(ast::InlineExpression::MessageReference { .. }) => Err("a reference to a message"),
        ast::Expression::Inline(ast::InlineExpression::TermReference { .. }) => Err("a reference to a term"),
        ast::Expression::Inline(
            ast::InlineExpression::StringLiteral { .. } | ast::InlineExpression::NumberLiteral { .. },
        ) => Err("a literal in a placeholder"),
        ast::Expression::Inline(ast::InlineExpression::Placeable { .. }) => Err("a placeholder in a placeholder"),
        ast::Expression::Select { selector, variants } => choice(selector, variants).map(Part::Choice),
    }
}

fn choice(selector: &ast::InlineExpression<&str>, variants: &[ast::Variant<&str>]) -> Result<Choice, &'static str> {
    let ast::InlineExpression::VariableReference { id } = selector else {
        return Err("a selector that is no plain argument");
    };
    let variants = variants
        .iter()
        .map(|variant| {
            Ok(Variant {
                key: match variant.key {
                    ast::VariantKey::Identifier { name } => VariantKey::Name(name.to_owned()),
                    ast::VariantKey::NumberLiteral { value } => {
                        VariantKey::Exactly(value.parse().map_err(|_| "a choice by a number that is not whole")?)
                    }
                },
                default: variant.default,
                parts: pattern(&variant.value)?,
            })
        })
        .collect::<Result<Vec<_>, &'static str>>()?;
    let counts = variants.iter().all(|variant| match &variant.key {
        VariantKey::Exactly(_) => true,
        VariantKey::Name(name) => CATEGORIES.contains(&name.as_str()),
    });
    let mixed = !counts
        && variants
            .iter()
            .any(|variant| matches!(variant.key, VariantKey::Exactly(_)));
    if mixed {
        return Err("a choice between numbers and words");
    }
    Ok(Choice {
        name: id.name.to_owned(),
        kind: if counts { Kind::Number } else { Kind::Text },
        variants,
    })
}

/// Where an error is; one at the end of the file is at the end of what is wrong.
fn place_of(text: &str, error: &ParserError) -> usize {
    let wrong = error
        .slice
        .clone()
        .and_then(|slice| Some((slice.start, text.get(slice)?)));
    wrong.map_or(error.pos.start, |(start, wrong)| {
        error.pos.start.min(start + wrong.trim_end().len())
    })
}

/// The line of a byte, counted from one.
fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

/// The line where a message begins, after skipping earlier ones of the same key. Fluent's tree knows no positions.
fn line_of_key(text: &str, key: &str, skip: usize) -> Option<usize> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| {
            line.strip_prefix(key)
                .is_some_and(|rest| rest.trim_start().starts_with('='))
        })
        .nth(skip)
        .map(|(index, _)| index + 1)
}
