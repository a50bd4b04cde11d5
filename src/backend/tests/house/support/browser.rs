//! A browser: it keeps its cookie, says where its page is from, and sends JSON.

use std::sync::{Mutex, PoisonError};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use http_body_util::BodyExt;
use serde_json::Value;
use tower::ServiceExt;

/// A browser on one person's desk.
pub(crate) struct Browser {
    router: Router,
    cookie: Mutex<Option<String>>,
    /// The mark by which it is known again, which outlasts a session.
    mark: Mutex<Option<String>>,
}

/// What was answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Answer {
    /// The body as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    /// One member of the body.
    pub(crate) fn at(&self, pointer: &str) -> Value {
        self.json().pointer(pointer).cloned().unwrap_or_default()
    }

    /// One member of the body, which is a text.
    pub(crate) fn text_at(&self, pointer: &str) -> String {
        let value = self.at(pointer);
        let text = value
            .as_str()
            .unwrap_or_else(|| panic!("no text at {pointer}: {}", self.text));
        text.to_owned()
    }

    /// A header.
    pub(crate) fn header(&self, name: impl AsRef<str>) -> Option<&str> {
        self.headers.get(name.as_ref()).and_then(|value| value.to_str().ok())
    }

    /// The `ETag`.
    pub(crate) fn etag(&self) -> String {
        self.header(header::ETAG).expect("it has an ETag").to_owned()
    }

    /// Status and problem code, to compare with at once.
    pub(crate) fn refusal(&self) -> (u16, String) {
        assert_eq!(
            self.header(header::CONTENT_TYPE),
            Some("application/problem+json"),
            "{self:?}"
        );
        assert_eq!(self.at("/status"), self.status.as_u16());
        (self.status.as_u16(), self.text_at("/code"))
    }

    /// Pointer and code of each wrong member.
    pub(crate) fn wrong(&self) -> Vec<(String, String)> {
        assert_eq!(self.refusal(), (422, "invalid".into()));
        let errors = self.at("/errors");
        let text = |error: &Value, name: &str| error[name].as_str().unwrap_or_default().to_owned();
        let errors = errors.as_array().expect("there are errors").iter();
        errors
            .map(|error| (text(error, "pointer"), text(error, "code")))
            .collect()
    }

    /// Fails unless it has this status.
    #[track_caller]
    pub(crate) fn expect(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{self:?}");
        self
    }
}

/// A pointer and a code, as [`Answer::wrong`] gives them.
pub(crate) fn wrong(pointer: &str, code: &str) -> (String, String) {
    (pointer.into(), code.into())
}

impl Browser {
    pub(crate) fn new(router: Router) -> Self {
        Self {
            router,
            cookie: Mutex::new(None),
            mark: Mutex::new(None),
        }
    }

    /// The same browser before a backend that was started again.
    pub(crate) fn at(&self, house: &super::House) -> Self {
        Self {
            router: house.app.router.clone(),
            cookie: Mutex::new(self.cookie()),
            mark: Mutex::new(self.mark()),
        }
    }

    /// The mark that it keeps, as it sends it.
    pub(crate) fn mark(&self) -> Option<String> {
        self.mark.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What answers it.
    pub(crate) fn router(&self) -> Router {
        self.router.clone()
    }

    /// The cookie that it keeps, as it sends it.
    pub(crate) fn cookie(&self) -> Option<String> {
        self.cookie.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Another browser that was given the same cookie.
    pub(crate) fn copy(&self) -> Self {
        Self {
            router: self.router.clone(),
            cookie: Mutex::new(self.cookie()),
            mark: Mutex::new(self.mark()),
        }
    }

    /// Sends any request, as it is.
    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.expect("the router answers");
        let (parts, body) = response.into_parts();
        // A stream has no end to wait for.
        let streams = parts
            .headers
            .get(header::CONTENT_TYPE)
            .is_some_and(|kind| kind == "text/event-stream");
        let bytes = if streams {
            Bytes::new()
        } else {
            body.collect().await.expect("the body arrives").to_bytes()
        };
        for set in parts.headers.get_all(header::SET_COOKIE) {
            let pair = set
                .to_str()
                .expect("a cookie is text")
                .split(';')
                .next()
                .unwrap_or_default();
            let kept = (!pair.ends_with('=')).then(|| pair.to_owned());
            let jar = if pair.starts_with("latchkey-device=") {
                &self.mark
            } else {
                &self.cookie
            };
            *jar.lock().unwrap_or_else(PoisonError::into_inner) = kept;
        }
        Answer {
            status: parts.status,
            headers: parts.headers,
            text: String::from_utf8(bytes.to_vec()).expect("the body is text"),
        }
    }

    /// Asks as a page of ours would, with these headers besides.
    pub(crate) async fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: Option<&Value>) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("/api/v1{path}"))
            .header(header::HOST, "127.0.0.1:8787")
            .header(header::ORIGIN, "http://127.0.0.1:8787")
            .header(
                header::USER_AGENT,
                "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Firefox/145.0",
            );
        for cookie in [self.cookie(), self.mark()].into_iter().flatten() {
            request = request.header(header::COOKIE, cookie);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let body = match body {
            None => Body::empty(),
            Some(body) => {
                request = request.header(header::CONTENT_TYPE, "application/json");
                Body::from(body.to_string())
            }
        };
        self.send(request.body(body).expect("it is a request")).await
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[], None).await
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Answer {
        self.ask("POST", path, &[], Some(&body)).await
    }

    pub(crate) async fn put(&self, path: &str, body: Value) -> Answer {
        self.ask("PUT", path, &[], Some(&body)).await
    }

    pub(crate) async fn delete(&self, path: &str) -> Answer {
        self.ask("DELETE", path, &[], None).await
    }

    /// Changes the record at `path` as it was seen with `etag`.
    pub(crate) async fn patch(&self, path: &str, etag: &str, body: Value) -> Answer {
        self.ask("PATCH", path, &[("if-match", etag)], Some(&body)).await
    }

    /// Proves once more who it is, as somebody of the sample store.
    pub(crate) async fn prove(&self) {
        let proof = serde_json::json!({"current": super::PASSWORD});
        self.post("/session/proof", proof).await.expect(200);
    }

    /// Signs in with these.
    pub(crate) async fn sign_in(&self, email: &str, password: &str) -> Answer {
        let body = serde_json::json!({"email": email, "password": password});
        self.post("/session", body).await
    }
}
