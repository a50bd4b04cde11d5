//! How long an answer may be kept. A name that carries the hash of its content never means anything else.

use axum::http::HeaderValue;

const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
/// Kept, but asked about each time, so that an edited file is seen on the next reload.
const ASKED_ABOUT: HeaderValue = HeaderValue::from_static("no-cache");

/// The `Cache-Control` of a file of the bundle.
pub(super) fn policy(path: &str) -> HeaderValue {
    if is_hashed(path.trim_start_matches('/')) {
        FOR_EVER
    } else {
        ASKED_ABOUT
    }
}

/// Whether a path within the bundle is that of a file that Trunk named after its content: `name-<hash>.ext` or
/// `name-<hash>_bg.wasm`, in the outermost folder. What lies in folders is copied as it is.
pub(super) fn is_hashed(path: &str) -> bool {
    let Some((stem, ending)) = path.split_once('.') else {
        return false;
    };
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let Some((name, hash)) = stem.rsplit_once('-') else {
        return false;
    };
    // Trunk writes 64 bits in hexadecimal without leading zeros.
    let is_hash = (12..=16).contains(&hash.len()) && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    is_hash && !name.is_empty() && !path.contains('/') && matches!(ending, "js" | "wasm" | "css")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_trunk_hashed_is_known_by_its_name() {
        for name in [
            "latchkey-app-0123456789abcdef.js",
            "latchkey-app-0123456789abcdef_bg.wasm",
            "style-a3b4c5d6e7f8a9b.css",
            "boot-0123456789abcdef.js",
        ] {
            assert!(is_hashed(name), "{name}");
        }
        for name in [
            "index.html",
            "config.json",
            "openapi.json",
            "locales/en.json",
            "theme/theme.css",
            "theme/warm-0123456789abcdef.css",
            "latchkey-app.js",
            "latchkey-app-0123456789ABCDEF.js",
            "latchkey-app-0123456789abcdef0.js",
            "latchkey-app-decade.js",
            "-0123456789abcdef.js",
            "app-0123456789abcdef.js.br",
        ] {
            assert!(!is_hashed(name), "{name}");
        }
    }
}
