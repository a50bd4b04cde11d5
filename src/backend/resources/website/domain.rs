//! Domains: which can be a store's, and why the others cannot.

use latchkey_contract::problem::FieldCode;

/// Endings under which nobody can register a domain (RFC 2606, RFC 6762, and the one for private networks).
const NOBODYS: &[&str] = &[
    "test",
    "example",
    "invalid",
    "localhost",
    "local",
    "internal",
    "onion",
    "arpa",
];

/// First names that the store needs for itself beside its site.
const ITS_OWN: &[&str] = &[
    "admin",
    "api",
    "mail",
    "smtp",
    "imap",
    "ftp",
    "ns1",
    "ns2",
    "autodiscover",
];

/// A domain that was typed in, as it is kept.
///
/// # Errors
/// What is wrong with it and how it is put right.
pub(super) fn checked(typed: &str) -> Result<String, (FieldCode, &'static str)> {
    let domain = typed.trim().trim_end_matches('.').to_ascii_lowercase();
    if domain.contains("://") || domain.contains('/') || domain.contains(':') {
        return Err((
            FieldCode::Malformed,
            "Write the domain alone, without https:// and without a path.",
        ));
    }
    if domain.len() > 253 {
        return Err((FieldCode::TooLong, "Use at most 253 characters."));
    }
    let labels: Vec<&str> = domain.split('.').collect();
    let (Some(first), Some(ending), true) = (labels.first(), labels.last(), labels.len() > 1) else {
        return Err((FieldCode::Malformed, "Write a domain such as shop.example.com."));
    };
    if !labels.iter().all(|label| is_label(label)) || ending.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err((
            FieldCode::Malformed,
            "Use letters a to z, digits and hyphens, with a point between the parts; other letters in their xn-- form.",
        ));
    }
    if *first == "www" {
        return Err((FieldCode::Malformed, "Leave www. out; it can be led to the same place."));
    }
    if NOBODYS.contains(ending) {
        return Err((
            FieldCode::UnknownValue,
            "Nobody can register a domain with this ending.",
        ));
    }
    if ITS_OWN.contains(first) {
        return Err((
            FieldCode::Taken,
            "The store needs this name for itself; choose another.",
        ));
    }
    Ok(domain)
}

fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_is_kept_as_it_is_compared() {
        assert_eq!(checked(" Shop.Example.COM. "), Ok("shop.example.com".into()));
        assert_eq!(checked("xn--ngl-8la.se"), Ok("xn--ngl-8la.se".into()));
    }

    #[test]
    fn what_is_no_domain_says_what_is_wrong() {
        let code = |typed: &str| checked(typed).map_err(|(code, _)| code);
        for typed in [
            "",
            "shop",
            "https://shop.se",
            "shop.se/x",
            "shop.se:80",
            "a..se",
            "-a.se",
            "a-.se",
            "nål.se",
            "10.0.0.1",
            "www.shop.se",
            "a b.se",
        ] {
            assert_eq!(code(typed), Err(FieldCode::Malformed), "{typed}");
        }
        assert_eq!(code(&format!("{}.se", "a".repeat(64))), Err(FieldCode::Malformed));
        assert_eq!(code(&format!("{}se", "a.".repeat(130))), Err(FieldCode::TooLong));
        for typed in ["shop.test", "shop.localhost", "printer.local"] {
            assert_eq!(code(typed), Err(FieldCode::UnknownValue), "{typed}");
        }
        assert_eq!(code("admin.shop.se"), Err(FieldCode::Taken));
    }
}
