//! Where a request was made. A browser sends the cookie along whoever asks it to, so a request that changes something
//! must also come from a page of ours.

use std::fmt;

use axum::extract::{Request, State};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use latchkey_contract::problem::ProblemCode;

use crate::auth::presented::bearer;
use crate::problem::Refusal;
use crate::state::AppState;

/// The origin of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Origin {
    scheme: String,
    authority: String,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", self.scheme, self.authority)
    }
}

impl Origin {
    /// The origin of an address, where it has one.
    pub(crate) fn of(url: &str) -> Option<Self> {
        let uri: Uri = url.parse().ok()?;
        let scheme = uri.scheme_str()?.to_ascii_lowercase();
        let default_port = match scheme.as_str() {
            "http" => ":80",
            "https" => ":443",
            _ => return None,
        };
        let authority = uri.authority()?.as_str().to_ascii_lowercase();
        if authority.contains('@') {
            return None;
        }
        let authority = authority.strip_suffix(default_port).unwrap_or(&authority).to_owned();
        Some(Self { scheme, authority })
    }

    /// Whether browsers reach the app over https.
    pub(crate) fn is_https(&self) -> bool {
        self.scheme == "https"
    }

    /// Whether an `Origin` header names this origin, or the host that the request itself was sent to.
    fn admits(&self, origin: &str, host: Option<&str>) -> bool {
        let Some(origin) = Self::of(origin) else { return false };
        let own = host.and_then(|host| Self::of(&format!("{}://{host}", self.scheme)));
        origin == *self || own == Some(origin)
    }
}

/// Refuses what would change something with a browser's cookie from a page that is not ours.
pub(crate) async fn check(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    let by_cookie = state.cookie.value(headers).is_some() && bearer(headers).is_none();
    if by_cookie && !request.method().is_safe() {
        let host = text(headers, &header::HOST).or(request.uri().authority().map(Authority::as_str));
        let admitted = text(headers, &header::ORIGIN).is_some_and(|origin| state.origin.admits(origin, host));
        if !admitted {
            tracing::warn!("refused a request from another origin");
            return Refusal::new(
                ProblemCode::OriginMismatch,
                "The request came from another site, or does not say from where.",
            )
            .into_response();
        }
    }
    next.run(request).await
}

fn text<'a>(headers: &'a HeaderMap, name: &header::HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_scheme_host_and_port() {
        let of = |url| Origin::of(url).map(|origin| origin.to_string());
        assert_eq!(
            of("https://Shop.Example:443/admin").as_deref(),
            Some("https://shop.example")
        );
        assert_eq!(of("http://127.0.0.1:8787").as_deref(), Some("http://127.0.0.1:8787"));
        for wrong in [
            "null",
            "",
            "ftp://a.example",
            "https://a@b.example",
            "/admin",
            "file:///x",
        ] {
            assert_eq!(of(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn only_our_own_pages_are_admitted() {
        let origin = Origin::of("http://127.0.0.1:8787").expect("an origin");
        assert!(origin.admits("http://127.0.0.1:8787", None));
        assert!(origin.admits("http://localhost:8787", Some("localhost:8787")));
        for forged in [
            "http://evil.example",
            "null",
            "https://127.0.0.1:8787",
            "http://127.0.0.1:8788",
            "http://127.0.0.1:8787.evil.example",
        ] {
            assert!(!origin.admits(forged, Some("localhost:8787")), "{forged}");
        }
    }
}
