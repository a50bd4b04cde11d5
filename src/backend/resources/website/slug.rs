//! Addresses of pages: the last part of a web address, made from a title where none was typed.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Addresses that the site needs for itself.
pub(super) const ITS_OWN: &[&str] = &[
    "account", "admin", "api", "cart", "checkout", "embed", "login", "orders", "products", "search", "sitemap",
];

/// The longest address, in characters; the schema's `maxLength`.
const MAX: usize = 80;

/// An address for this title: its letters without their marks, in lower case, with hyphens between the words.
pub(super) fn from_title(title: &str) -> String {
    let mut address = String::new();
    for character in title.to_lowercase().nfkd() {
        match character {
            'a'..='z' | '0'..='9' => address.push(character),
            'æ' => address.push_str("ae"),
            'ø' => address.push('o'),
            'ß' => address.push_str("ss"),
            'đ' | 'ð' => address.push('d'),
            'ł' => address.push('l'),
            'þ' => address.push_str("th"),
            _ if is_combining_mark(character) || character == '\'' || character == '’' => {}
            _ if !address.is_empty() && !address.ends_with('-') => address.push('-'),
            _ => {}
        }
    }
    address.truncate(MAX);
    let address = address.trim_end_matches('-');
    if address.is_empty() { "page" } else { address }.to_owned()
}

/// The same address with a number, for when it is there already.
pub(super) fn numbered(address: &str, number: usize) -> String {
    let number = format!("-{number}");
    let room = MAX - number.len();
    let kept: String = address.chars().take(room).collect();
    format!("{}{number}", kept.trim_end_matches('-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_like_its_title() {
        for (title, address) in [
            ("Om oss", "om-oss"),
            ("  Skötsel & råd – så här!  ", "skotsel-rad-sa-har"),
            ("Søren's Æbler", "sorens-aebler"),
            ("Tanya Jawab (2026)", "tanya-jawab-2026"),
            ("質問", "page"),
            ("!!!", "page"),
        ] {
            assert_eq!(from_title(title), address);
        }
        assert_eq!(from_title(&"å ".repeat(100)).len(), 79);
    }

    #[test]
    fn a_numbered_address_keeps_to_its_length() {
        assert_eq!(numbered("om-oss", 2), "om-oss-2");
        assert_eq!(numbered(&"a".repeat(80), 12).len(), 80);
    }
}
