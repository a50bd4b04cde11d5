//! `{name}` and its like in the text of an automated email: which there are, and what is put in their place.

/// What stands between each pair of braces, in order. Braces that hold no word, or several, are no placeholder.
pub(super) fn named(text: &str) -> impl Iterator<Item = &str> {
    pieces(text).filter_map(|piece| match piece {
        Piece::Placeholder(name) => Some(name),
        Piece::Text(_) => None,
    })
}

/// The text with each placeholder filled in; what is filled in is not looked at again.
pub(super) fn filled(text: &str, value: impl Fn(&str) -> Option<String>) -> String {
    pieces(text).fold(String::with_capacity(text.len()), |mut filled, piece| {
        match piece {
            Piece::Text(text) => filled.push_str(text),
            Piece::Placeholder(name) => match value(name) {
                Some(value) => filled.push_str(&value),
                None => filled.extend(["{", name, "}"]),
            },
        }
        filled
    })
}

enum Piece<'a> {
    Text(&'a str),
    Placeholder(&'a str),
}

fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some((name, after)) = placeholder(rest) {
            rest = after;
            return Some(Piece::Placeholder(name));
        }
        // Up to the next brace, which may be the beginning of one.
        let end = rest
            .char_indices()
            .skip(1)
            .find_map(|(at, character)| (character == '{').then_some(at))
            .unwrap_or(rest.len());
        let (text, after) = rest.split_at(end);
        rest = after;
        Some(Piece::Text(text))
    })
}

/// The placeholder that the text begins with, and what follows it.
fn placeholder(text: &str) -> Option<(&str, &str)> {
    let (name, after) = text.strip_prefix('{')?.split_once('}')?;
    let is_word = !name.is_empty()
        && name
            .chars()
            .all(|character| character.is_alphanumeric() || character == '_');
    is_word.then_some((name, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_placeholder_is_one_word_in_braces() {
        let text = "{name}: {a b} {} { } {{order}} {unclosed {väg}";
        assert_eq!(named(text).collect::<Vec<_>>(), ["name", "order", "väg"]);
    }

    #[test]
    fn what_is_filled_in_is_not_filled_in_again() {
        let value = |name: &str| (name == "name").then(|| "{order}".to_owned());
        assert_eq!(
            filled("Hej {name}, {order} { å{name}", value),
            "Hej {order}, {order} { å{order}"
        );
        assert_eq!(filled("", value), "");
    }
}
