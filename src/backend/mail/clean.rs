//! What people typed, made fit for a header, a line of text, or a page.

/// One line without anything unprintable: no line break can begin a header, no hidden mark can turn the text around.
pub(super) fn one_line(text: &str) -> String {
    let visible: String = text
        .chars()
        .filter(|&character| !turns_text_around(character))
        .map(|character| if character.is_control() { ' ' } else { character })
        .collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lines of a longer text, each without anything unprintable.
pub(super) fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = text
        .chars()
        .filter(|&character| character == '\n' || !(character.is_control() || turns_text_around(character)))
        .collect();
    kept.trim().to_owned()
}

/// The marks that make a text read in another order than it is written in.
fn turns_text_around(character: char) -> bool {
    matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2028}' | '\u{2029}' | '\u{2066}'..='\u{2069}')
}

/// Text for a place in HTML, between tags or in a quoted attribute.
pub(crate) fn html(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stays_on_its_line_and_reads_as_it_is_written() {
        assert_eq!(
            one_line("  Åsa\r\nBcc: x@y.test\u{0}\u{202e}  Berg "),
            "Åsa Bcc: x@y.test Berg"
        );
        assert_eq!(one_line("\r\n\t"), "");
    }

    #[test]
    fn a_longer_text_keeps_its_lines() {
        assert_eq!(lines("\nHej!\r\nTvå\rtre\u{7}\n"), "Hej!\nTvå\ntre");
    }

    #[test]
    fn nothing_in_a_text_is_markup() {
        assert_eq!(html("<a href='x'>\"&"), "&lt;a href=&#39;x&#39;&gt;&quot;&amp;");
    }
}
