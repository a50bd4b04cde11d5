//! Colours as a page writes them, and whether white letters can be read on one.

/// The least contrast for letters (WCAG 2.2, 1.4.3).
const READABLE: f64 = 4.5;

/// Whether white letters can be read on `#rrggbb`. What is no colour is not.
pub(super) fn carries_white(colour: &str) -> bool {
    luminance(colour).is_some_and(|luminance| 1.05 / (luminance + 0.05) >= READABLE)
}

/// Relative luminance, as WCAG defines it.
fn luminance(colour: &str) -> Option<f64> {
    let digits = colour
        .strip_prefix('#')
        .filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let part = |at: usize| {
        let value = f64::from(u8::from_str_radix(&digits[at..at + 2], 16).ok()?) / 255.0;
        Some(if value <= 0.040_45 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        })
    };
    Some(0.2126 * part(0)? + 0.7152 * part(2)? + 0.0722 * part(4)?)
}

#[cfg(test)]
mod tests {
    use super::carries_white;

    #[test]
    fn white_is_read_on_dark_colours_alone() {
        // #767676 is the lightest grey that carries white.
        for (colour, carries) in [
            ("#000000", true),
            ("#767676", true),
            ("#777777", false),
            ("#FFFFFF", false),
            ("#1F6F5C", true),
            ("#ffff", false),
            ("ååå", false),
        ] {
            assert_eq!(carries_white(colour), carries, "{colour}");
        }
    }
}
