//! Templates with `{places}`.

/// Puts values into the `{places}` of a template, in one pass: what is put in is not looked at again. Braces that
/// hold no known place, such as those of a stylesheet, stay.
pub(super) fn fill(template: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let mut filled = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        filled.push_str(&rest[..open]);
        rest = &rest[open..];
        let place = rest.find('}').map(|close| (&rest[1..close], close + 1));
        if let Some((text, end)) = place.and_then(|(name, end)| value(name).map(|text| (text, end))) {
            filled.push_str(&text);
            rest = &rest[end..];
        } else {
            filled.push('{');
            rest = &rest[1..];
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_into_a_template_is_not_a_template() {
        let value = |place: &str| (place == "a" || place == "b").then(|| "{b}".to_owned());
        assert_eq!(fill("{a} p { x } {c} {b}", value), "{b} p { x } {c} {b}");
    }
}
