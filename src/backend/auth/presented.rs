//! The token that a request presents: in a cookie, or as a bearer.

use axum::http::{HeaderMap, HeaderValue, header};

use super::token::Token;

/// How long a browser keeps its mark: 400 days, the longest that browsers allow.
const MARK_SECONDS: u32 = 400 * 86_400;

/// How a token came, and how a fresh one goes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Carrier {
    /// A browser's cookie: sent along by the browser whoever asks it to.
    Cookie,
    /// A header that a program sets on purpose.
    Bearer,
}

/// A token and how it came.
#[derive(Clone, Debug)]
pub(crate) struct Presented {
    pub(crate) token: Token,
    pub(crate) carrier: Carrier,
}

/// The session cookie of this backend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SessionCookie {
    https: bool,
}

impl SessionCookie {
    /// The cookie; `https` where that is how browsers reach the backend.
    pub(crate) fn new(https: bool) -> Self {
        Self { https }
    }

    /// Its name. Over https the prefix has the browser hold it to this host, this path and this scheme.
    pub(crate) fn name(self) -> &'static str {
        if self.https { "__Host-latchkey" } else { "latchkey" }
    }

    fn attributes(self) -> &'static str {
        if self.https {
            "Path=/; HttpOnly; SameSite=Strict; Secure"
        } else {
            "Path=/; HttpOnly; SameSite=Strict"
        }
    }

    /// The `Set-Cookie` that signs a browser in, until it is closed.
    pub(crate) fn set(self, token: &Token) -> String {
        format!("{}={}; {}", self.name(), token.reveal(), self.attributes())
    }

    /// The `Set-Cookie` that takes it away again.
    pub(crate) fn clear(self) -> HeaderValue {
        let text = format!("{}=; {}; Max-Age=0", self.name(), self.attributes());
        HeaderValue::try_from(text).unwrap_or_else(|_| HeaderValue::from_static(""))
    }

    /// The name of the mark by which a browser is known again.
    fn mark_name(self) -> &'static str {
        if self.https {
            "__Host-latchkey-device"
        } else {
            "latchkey-device"
        }
    }

    /// The `Set-Cookie` of such a mark; it outlasts the session, and each sign-in prolongs it.
    pub(crate) fn set_mark(self, mark: &Token) -> String {
        let (name, attributes) = (self.mark_name(), self.attributes());
        format!("{name}={}; {attributes}; Max-Age={MARK_SECONDS}", mark.reveal())
    }

    /// The mark in a request.
    pub(crate) fn mark(self, headers: &HeaderMap) -> Option<Token> {
        cookie(headers, self.mark_name())
    }

    /// Its value in a request.
    pub(crate) fn value(self, headers: &HeaderMap) -> Option<Token> {
        cookie(headers, self.name())
    }
}

/// The cookie of this name in a request.
fn cookie(headers: &HeaderMap, name: &str) -> Option<Token> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(present, _)| *present == name)
        .map(|(_, value)| Token::presented(value))
}

/// The bearer token of a request.
pub(crate) fn bearer(headers: &HeaderMap) -> Option<Token> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme
        .eq_ignore_ascii_case("bearer")
        .then(|| Token::presented(token.trim()))
}

/// What a request presents. A bearer comes first: it was set on purpose.
pub(crate) fn presented(headers: &HeaderMap, cookie: SessionCookie) -> Option<Presented> {
    let by_bearer = bearer(headers).map(|token| Presented {
        token,
        carrier: Carrier::Bearer,
    });
    by_bearer.or_else(|| {
        cookie.value(headers).map(|token| Presented {
            token,
            carrier: Carrier::Cookie,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(header::HeaderName, &'static str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| (name.clone(), HeaderValue::from_static(value)))
            .collect()
    }

    #[test]
    fn a_token_is_found_among_other_cookies() {
        let cookie = SessionCookie::new(false);
        let found = presented(&headers(&[(header::COOKIE, "theme=dark; latchkey=abc; x=y")]), cookie);
        let found = found.expect("a token");
        assert_eq!((found.token.reveal(), found.carrier), ("abc", Carrier::Cookie));
        assert!(presented(&headers(&[(header::COOKIE, "notlatchkey=abc")]), cookie).is_none());
    }

    #[test]
    fn over_https_only_the_protected_name_counts() {
        let cookie = SessionCookie::new(true);
        assert!(presented(&headers(&[(header::COOKIE, "latchkey=abc")]), cookie).is_none());
        assert!(presented(&headers(&[(header::COOKIE, "__Host-latchkey=abc")]), cookie).is_some());
        assert!(cookie.set(&Token::presented("abc")).ends_with("; Secure"));
    }

    #[test]
    fn a_bearer_goes_before_a_cookie() {
        let both = headers(&[(header::COOKIE, "latchkey=abc"), (header::AUTHORIZATION, "bearer def")]);
        let found = presented(&both, SessionCookie::new(false)).expect("a token");
        assert_eq!((found.token.reveal(), found.carrier), ("def", Carrier::Bearer));
        assert!(
            presented(
                &headers(&[(header::AUTHORIZATION, "Basic abc")]),
                SessionCookie::new(false)
            )
            .is_none()
        );
    }
}
