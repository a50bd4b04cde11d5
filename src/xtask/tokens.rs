//! Writes `style/tokens.css` from `style/tokens.json` (Design Tokens format 2025.10), as `style/README.md` says.
//! A value that cannot be written is named with its path.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::files;
use crate::ordered_json::Json;

/// Writes the custom properties anew when they say something else than the tokens.
pub(crate) fn refresh(folder: &Path) -> Outcome<()> {
    let css = from_file(folder)?;
    let path = folder.join("tokens.css");
    if fs::read_to_string(&path).is_ok_and(|present| present == css) {
        return Ok(());
    }
    files::write(&path, css.as_bytes())
}

fn from_file(folder: &Path) -> Outcome<String> {
    let path = folder.join("tokens.json");
    let text = fs::read_to_string(&path).map_err(Failure::file("read", &path))?;
    stylesheet(&text).map_err(|why| {
        Failure::new(format!("{} cannot be turned into custom properties", path.display()))
            .seen(why)
            .advice("style/README.md says which types and modes there are")
    })
}

/// One custom property, with its value in each mode that has one.
#[derive(Default)]
struct Property {
    name: String,
    base: String,
    dark: Option<String>,
    compact: Option<String>,
}

fn stylesheet(text: &str) -> Result<String, String> {
    let tokens: Json = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let mut properties = Vec::new();
    collect(&tokens, "", None, &mut properties)?;
    let base = block(&properties, |property| Some(&property.base));
    let dark = block(&properties, |property| property.dark.as_ref());
    let compact = block(&properties, |property| property.compact.as_ref());
    let deep_dark = indented(&dark);
    Ok(format!(
        "/* Generated from tokens.json; change that file. */\n\
         @layer tokens {{\n\
         \x20 :root {{\n    color-scheme: light;\n{base}  }}\n\
         \x20 [data-theme=\"dark\"] {{\n    color-scheme: dark;\n{dark}  }}\n\
         \x20 @media (prefers-color-scheme: dark) {{\n\
         \x20   :root:not([data-theme=\"light\"]) {{\n      color-scheme: dark;\n{deep_dark}    }}\n  }}\n\
         \x20 [data-density=\"compact\"] {{\n{compact}  }}\n}}\n"
    ))
}

fn block<'a>(properties: &'a [Property], value: impl Fn(&'a Property) -> Option<&'a String>) -> String {
    let mut css = String::new();
    for property in properties {
        if let Some(value) = value(property) {
            // Writing to a String cannot fail.
            let _ = writeln!(css, "    --{}: {value};", property.name);
        }
    }
    css
}

fn indented(block: &str) -> String {
    block.lines().fold(String::new(), |mut css, line| {
        css.push_str("  ");
        css.push_str(line);
        css.push('\n');
        css
    })
}

/// A token's type may stand at any group around it.
fn collect<'a>(
    node: &'a Json,
    path: &str,
    kind: Option<&'a str>,
    properties: &mut Vec<Property>,
) -> Result<(), String> {
    let Json::Members(members) = node else {
        return Err(format!("{path} is neither a group nor a token"));
    };
    let kind = node.get("$type").and_then(Json::text).or(kind);
    if let Some(value) = node.get("$value") {
        properties.push(property(node, value, path, kind)?);
        return Ok(());
    }
    for (name, child) in members.iter().filter(|(name, _)| !name.starts_with('$')) {
        if !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
            return Err(format!(
                "{name:?} in {path} is no name of a property: use letters, digits and hyphens"
            ));
        }
        let path = if path.is_empty() {
            name.clone()
        } else {
            format!("{path}-{name}")
        };
        collect(child, &path, kind, properties)?;
    }
    Ok(())
}

fn property(node: &Json, value: &Json, path: &str, kind: Option<&str>) -> Result<Property, String> {
    let kind = kind.ok_or_else(|| format!("{path} has no $type"))?;
    let written =
        |value: &Json| write(value, kind).ok_or_else(|| format!("{path} has a value that is no {kind}: {value:?}"));
    let mut property = Property {
        name: path.to_owned(),
        base: written(value)?,
        ..Property::default()
    };
    let modes = node
        .get("$extensions")
        .and_then(|extensions| extensions.get("latchkey.modes"));
    if let Some(Json::Members(modes)) = modes {
        for (mode, value) in modes {
            match mode.as_str() {
                "dark" => property.dark = Some(written(value)?),
                "compact" => property.compact = Some(written(value)?),
                other => return Err(format!("{path} has an unknown mode {other:?}")),
            }
        }
    }
    Ok(property)
}

fn write(value: &Json, kind: &str) -> Option<String> {
    if let Some(alias) = value.text().and_then(|text| text.strip_prefix('{')) {
        let path = alias.strip_suffix('}')?.replace('.', "-");
        let is_name = path.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        return is_name.then(|| format!("var(--{path})"));
    }
    match (kind, value) {
        ("color", color) => colour(color),
        ("dimension" | "duration", measure) => with_unit(measure),
        ("fontFamily", Json::List(names)) => join(names, |name| name.text().and_then(font)),
        ("fontFamily", Json::Text(name)) => font(name),
        ("fontWeight" | "number", Json::Number(number)) => Some(number.to_string()),
        ("cubicBezier", Json::List(points)) if points.len() == 4 => {
            let points = join(points, |point| match point {
                Json::Number(number) => Some(number.to_string()),
                _ => None,
            })?;
            Some(format!("cubic-bezier({points})"))
        }
        ("shadow", Json::List(layers)) => join(layers, shadow),
        ("shadow", layer) => shadow(layer),
        _ => None,
    }
}

fn join(items: &[Json], write: impl Fn(&Json) -> Option<String>) -> Option<String> {
    let written: Option<Vec<String>> = items.iter().map(write).collect();
    Some(written?.join(", "))
}

fn colour(colour: &Json) -> Option<String> {
    let hex = colour.get("hex")?.text()?;
    let digits = hex.strip_prefix('#')?;
    if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    match colour.get("alpha") {
        Some(Json::Number(alpha)) if *alpha < 1.0 => {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "clamped to a byte"
            )]
            let alpha = (alpha.max(0.0) * 255.0).round() as u8;
            Some(format!("{hex}{alpha:02x}"))
        }
        _ => Some(hex.to_owned()),
    }
}

fn with_unit(measure: &Json) -> Option<String> {
    match measure.get("value")? {
        Json::Number(number) => {
            let unit = measure.get("unit")?.text()?;
            let is_unit = unit.chars().all(|c| c.is_ascii_alphabetic());
            is_unit.then(|| format!("{number}{unit}"))
        }
        _ => None,
    }
}

/// The name of a font; none where it could be something else to a stylesheet.
fn font(name: &str) -> Option<String> {
    if name.chars().all(|c| c.is_ascii_alphabetic() || c == '-') {
        Some(name.to_owned())
    } else {
        let is_plain = name
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
        is_plain.then(|| format!("\"{name}\""))
    }
}

fn shadow(layer: &Json) -> Option<String> {
    let inset = match layer.get("inset") {
        Some(Json::Truth(true)) => "inset ",
        _ => "",
    };
    let measures: Option<Vec<String>> = ["offsetX", "offsetY", "blur", "spread"]
        .iter()
        .map(|name| with_unit(layer.get(name)?))
        .collect();
    Some(format!(
        "{inset}{} {}",
        measures?.join(" "),
        colour(layer.get("color")?)?
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;

    #[test]
    fn the_committed_stylesheet_says_what_the_tokens_say() {
        let folder = project::root().join("style");
        let present = fs::read_to_string(folder.join("tokens.css")).expect("it is there");
        let fresh = from_file(&folder).expect("the tokens can be written");
        assert_eq!(fresh, present, "style/tokens.css is stale: run `cargo xtask style`");
    }

    #[test]
    fn what_cannot_be_written_is_named() {
        for (json, named) in [
            (r#"{"a": {"b": {"$value": 1}}}"#, "a-b has no $type"),
            (
                r#"{"a": {"$type": "color", "$value": 1}}"#,
                "a has a value that is no color",
            ),
            (
                r#"{"a": {"$type": "number", "$value": 1,
                    "$extensions": {"latchkey.modes": {"sepia": 2}}}}"#,
                "unknown mode \"sepia\"",
            ),
            (r#"{"a": 1}"#, "a is neither"),
        ] {
            let fault = stylesheet(json).expect_err("it is refused");
            assert!(fault.contains(named), "{fault}");
        }
    }

    #[test]
    fn modes_and_aliases_are_written() {
        let json = r#"{"space": {"$type": "dimension", "one": {"$value": {"value": 0, "unit": "px"},
            "$extensions": {"latchkey.modes": {"compact": "{space.two}"}}},
            "two": {"$value": {"value": 0.25, "unit": "rem"}}}}"#;
        let css = stylesheet(json).expect("it is right");
        assert!(css.contains("    --space-one: 0px;\n    --space-two: 0.25rem;\n"));
        assert!(css.contains("[data-density=\"compact\"] {\n    --space-one: var(--space-two);\n"));
    }
}

#[cfg(test)]
#[path = "tokens_damaged.rs"]
mod damaged;
