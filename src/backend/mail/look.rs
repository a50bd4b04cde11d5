//! How letters look: as the app does. Mail programs load no stylesheets, so that the values of the design tokens are
//! written into each letter, and over them those that the store's own theme sets.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::Value;

/// The design tokens that the app's stylesheets are made from.
static TOKENS: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../../style/tokens.json")).unwrap_or_default());

/// What is asked for after the name of a token to have its value in the dark.
const DARK: &str = ":dark";

/// How letters look.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// What the theme sets, by the path of the token.
    light: BTreeMap<String, String>,
    dark: BTreeMap<String, String>,
}

impl Look {
    /// As the design tokens say, except for the colours and corners that a theme (CSS) sets for the whole page.
    pub fn themed(css: &str) -> Self {
        let css = without_comments(css);
        let light = declared(&css, ":root");
        // What is set for the whole page holds in the dark too, unless that has its own.
        let mut dark = light.clone();
        dark.extend(declared(&css, r#"[data-theme="dark"]"#));
        Self { light, dark }
    }

    /// The value of a token as CSS, by its path: `color.accent.base`, or `color.accent.base:dark`.
    pub(super) fn value(&self, place: &str) -> Option<String> {
        let (path, set) = match place.strip_suffix(DARK) {
            Some(path) => (path, &self.dark),
            None => (place, &self.light),
        };
        if let Some(set) = set.get(&path.replace('.', "-")) {
            return Some(set.clone());
        }
        let token = path.split('.').try_fold(&*TOKENS, |token, part| token.get(part))?;
        let dark = || token.pointer("/$extensions/latchkey.modes/dark");
        let own = token.get("$value")?;
        css(if place.ends_with(DARK) {
            dark().unwrap_or(own)
        } else {
            own
        })
    }
}

/// A value of a token as CSS writes it.
fn css(value: &Value) -> Option<String> {
    match value {
        Value::Number(number) => Some(number.to_string()),
        Value::Array(names) => {
            let quoted = |name: &str| match name.contains(' ') {
                true => format!("'{name}'"),
                false => name.to_owned(),
            };
            Some(
                names
                    .iter()
                    .filter_map(Value::as_str)
                    .map(quoted)
                    .collect::<Vec<_>>()
                    .join(", "),
            )
        }
        Value::Object(parts) => match (parts.get("hex"), parts.get("value"), parts.get("unit")) {
            (Some(hex), ..) => hex.as_str().map(str::to_owned),
            (_, Some(value), Some(unit)) => Some(format!("{value}{}", unit.as_str()?)),
            _ => None,
        },
        _ => None,
    }
}

fn without_comments(css: &str) -> String {
    let mut rest = css;
    let mut kept = String::with_capacity(css.len());
    while let Some((before, comment)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept
}

/// What rules for exactly this selector set, by the names of the tokens; the last wins. Only colours and lengths that any
/// mail program reads.
fn declared(css: &str, selector: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (at, _) in css.match_indices(selector) {
        let before = css[..at].trim_end().chars().next_back();
        let rule = css[at + selector.len()..].trim_start().strip_prefix('{');
        let (None | Some('{' | '}' | ';'), Some(rule)) = (before, rule) else {
            continue;
        };
        let declarations = rule.split(['{', '}']).next().unwrap_or_default();
        for declaration in declarations.split(';') {
            let Some((name, value)) = declaration.split_once(':') else {
                continue;
            };
            let value = value.trim();
            if let Some(name) = name.trim().strip_prefix("--")
                && (is_colour(value) || is_length(value))
            {
                found.insert(name.to_owned(), value.to_owned());
            }
        }
    }
    found
}

fn is_colour(value: &str) -> bool {
    value
        .strip_prefix('#')
        .is_some_and(|digits| matches!(digits.len(), 3 | 6) && digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
}

fn is_length(value: &str) -> bool {
    let number = value.strip_suffix("px").or_else(|| value.strip_suffix("rem"));
    number.is_some_and(|number| number.parse::<f32>().is_ok_and(|number| (0.0..100.0).contains(&number)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_those_of_the_tokens() {
        let look = Look::default();
        assert_eq!(look.value("color.surface.card").as_deref(), Some("#ffffff"));
        assert_eq!(look.value("color.surface.card:dark").as_deref(), Some("#262420"));
        assert_eq!(look.value("space.4").as_deref(), Some("1.0rem"));
        assert_eq!(look.value("font.weight.strong").as_deref(), Some("600"));
        assert!(
            look.value("font.family.base")
                .is_some_and(|family| family.contains("'Segoe UI', Roboto"))
        );
        assert_eq!(look.value("color.none"), None);
    }

    #[test]
    fn a_theme_wins_where_it_sets_something_for_the_whole_page() {
        let look = Look::themed(include_str!("../../../public/theme/examples/midnatt.css"));
        for (place, value) in [
            ("color.accent.base", "#2450c8"),
            ("color.accent.base:dark", "#8fb0ff"),
            // Set for the banner alone.
            ("color.text.base", "#141b2d"),
            ("radius.base", "4px"),
            ("radius.base:dark", "4px"),
            // Not set at all.
            ("color.surface.card", "#ffffff"),
        ] {
            assert_eq!(look.value(place).as_deref(), Some(value), "{place}");
        }
    }

    #[test]
    fn what_is_set_for_the_whole_page_holds_in_the_dark() {
        let look = Look::themed(":root{--color-accent-base:#123}");
        assert_eq!(look.value("color.accent.base:dark").as_deref(), Some("#123"));
    }

    #[test]
    fn the_theme_as_it_is_shipped_and_what_is_no_plain_value_change_nothing() {
        let shipped = Look::themed(include_str!("../../../public/theme/theme.css"));
        assert!(shipped.light.is_empty() && shipped.dark.is_empty(), "{shipped:?}");
        let odd = Look::themed(
            ":root { --color-accent-base: red}; --a: url(https://x.test); --radius-base: 1e9px } p:root { --b: #fff } /* :root{--c:#fff} */ :root {",
        );
        assert!(odd.light.is_empty(), "{odd:?}");
    }
}
