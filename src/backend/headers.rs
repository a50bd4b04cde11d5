//! What every answer tells the browser to refuse on our behalf.
//!
//! No style and no script stands inside a page, so the policy needs no exception for either. `no-referrer` matters
//! more than elsewhere: the link of an invitation carries its token in the path.

use axum::http::{HeaderMap, HeaderValue, header};

/// Everything is refused that is not named. WebAssembly counts as a script that has to be allowed by name.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data:; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; \
     frame-ancestors 'none'; manifest-src 'self'";

/// For what is read by the page and never is one. Should somebody open it by itself, it may do nothing and stand in no
/// frame. The whole policy would be half a kilobyte on each of a dozen answers that the first page waits for.
const DATA_SECURITY_POLICY: &str = "default-src 'none'; frame-ancestors 'none'";

/// What no browser makes a page of, `nosniff` taken into account, and drawings, which may do even less by this policy than
/// by that of pages. Everything else counts as a page.
const DATA: &[&str] = &[
    "application/json",
    "application/problem+json",
    "application/wasm",
    "image/svg+xml",
    "text/css",
    "text/event-stream",
    "text/javascript",
];

const ALWAYS: &[(&str, &str)] = &[
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-resource-policy", "same-origin"),
];

const ON_PAGES: &[(&str, &str)] = &[
    ("content-security-policy", CONTENT_SECURITY_POLICY),
    ("x-frame-options", "DENY"),
    (
        "permissions-policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    ("cross-origin-opener-policy", "same-origin"),
];

const ON_DATA: &[(&str, &str)] = &[("content-security-policy", DATA_SECURITY_POLICY)];

/// For a year, once it was reached over https. Only for this host: what its neighbours do is not ours to say.
const STRICT_TRANSPORT_SECURITY: HeaderValue = HeaderValue::from_static("max-age=31536000");

/// Adds them to an answer; `https` where that is how people reach the app.
pub(crate) fn protect(headers: &mut HeaderMap, https: bool) {
    let by_kind = if is_data(headers) { ON_DATA } else { ON_PAGES };
    for &(name, value) in ALWAYS.iter().chain(by_kind) {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if https {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, STRICT_TRANSPORT_SECURITY);
    }
}

fn is_data(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let kind = kind.and_then(|kind| kind.split(';').next());
    kind.is_some_and(|kind| DATA.contains(&kind.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy_of(kind: Option<&'static str>) -> HeaderMap {
        let mut headers = HeaderMap::new();
        if let Some(kind) = kind {
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        }
        protect(&mut headers, false);
        headers
    }

    #[test]
    fn nothing_inline_is_allowed_and_nothing_from_elsewhere() {
        assert!(!CONTENT_SECURITY_POLICY.contains("unsafe-inline"));
        assert!(!CONTENT_SECURITY_POLICY.contains("'unsafe-eval'"));
        assert!(!CONTENT_SECURITY_POLICY.contains("http"));
        assert!(!CONTENT_SECURITY_POLICY.contains('*'));
    }

    #[test]
    fn whatever_could_be_a_page_has_the_whole_policy() {
        for kind in [
            None,
            Some("text/html; charset=utf-8"),
            Some("text/plain"),
            Some("application/xhtml+xml"),
            Some("application/json-seq"),
        ] {
            let headers = policy_of(kind);
            assert_eq!(headers["content-security-policy"], CONTENT_SECURITY_POLICY, "{kind:?}");
            assert_eq!(headers["x-frame-options"], "DENY", "{kind:?}");
        }
    }

    #[test]
    fn what_is_only_read_may_do_nothing_where_it_is_opened_by_itself() {
        for kind in DATA {
            let headers = policy_of(Some(kind));
            assert_eq!(headers["content-security-policy"], DATA_SECURITY_POLICY, "{kind}");
            assert_eq!(headers["x-content-type-options"], "nosniff", "{kind}");
            assert!(!headers.contains_key("permissions-policy"), "{kind}");
        }
        let headers = policy_of(Some("application/json; charset=utf-8"));
        assert_eq!(headers["content-security-policy"], DATA_SECURITY_POLICY);
    }

    #[test]
    fn strict_transport_is_for_https_only() {
        let mut headers = HeaderMap::new();
        protect(&mut headers, false);
        assert_eq!(headers.len(), ALWAYS.len() + ON_PAGES.len());
        assert!(!headers.contains_key(header::STRICT_TRANSPORT_SECURITY));
        protect(&mut headers, true);
        assert_eq!(headers[header::STRICT_TRANSPORT_SECURITY], "max-age=31536000");
    }
}
