//! A small HTTP client: no redirects, cookies kept by hand, and each answer held against the API description.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Duration;

use latchkey_contract::endpoint::Method;
use serde_json::Value;
use ureq::http::HeaderMap;
use ureq::{Agent, Proxy};

use crate::answer::Answer;
use crate::description;
use crate::settings::Settings;

/// One browser or program: what it keeps between requests.
#[derive(Debug, Default)]
pub struct Client {
    cookies: Mutex<BTreeMap<String, String>>,
    bearer: Option<String>,
}

fn agent() -> &'static Agent {
    static AGENT: OnceLock<Agent> = OnceLock::new();
    AGENT.get_or_init(|| {
        Agent::config_builder()
            .http_status_as_error(false)
            // A backend may close a connection once it has refused a body without reading it.
            .max_idle_connections(0)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(Duration::from_secs(30)))
            .user_agent("latchkey-conformance")
            .proxy(if Settings::get().is_https() {
                Proxy::try_from_env()
            } else {
                None
            })
            .build()
            .new_agent()
    })
}

impl Client {
    /// A browser that has not been here before.
    pub fn browser() -> Self {
        Self::default()
    }

    /// A program that signs in by this token.
    pub fn with_token(token: &str) -> Self {
        Self {
            cookies: Mutex::default(),
            bearer: Some(token.to_owned()),
        }
    }

    /// The same cookies once more: what somebody has who stole them, or a second tab.
    #[must_use]
    pub fn copy(&self) -> Self {
        let cookies = self.cookies.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Self {
            cookies: Mutex::new(cookies),
            bearer: self.bearer.clone(),
        }
    }

    /// Begins a request.
    pub fn request(&self, method: Method, path: impl Into<String>) -> Request<'_> {
        self.request_named(method.as_str(), path)
    }

    /// Begins a request with any method.
    pub fn request_named(&self, method: &str, path: impl Into<String>) -> Request<'_> {
        Request {
            client: self,
            method: method.to_owned(),
            path: path.into(),
            headers: vec![("Origin".into(), Settings::get().origin.clone())],
            body: None,
        }
    }

    /// Begins a GET.
    pub fn get(&self, path: impl Into<String>) -> Request<'_> {
        self.request(Method::Get, path)
    }

    /// Begins a POST.
    pub fn post(&self, path: impl Into<String>) -> Request<'_> {
        self.request(Method::Post, path)
    }

    /// Begins a PUT.
    pub fn put(&self, path: impl Into<String>) -> Request<'_> {
        self.request(Method::Put, path)
    }

    /// Begins a PATCH.
    pub fn patch(&self, path: impl Into<String>) -> Request<'_> {
        self.request(Method::Patch, path)
    }

    /// Begins a DELETE.
    pub fn delete(&self, path: impl Into<String>) -> Request<'_> {
        self.request(Method::Delete, path)
    }

    fn cookie_header(&self) -> Option<String> {
        let cookies = self.cookies.lock().unwrap_or_else(PoisonError::into_inner);
        let pairs: Vec<String> = cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        (!pairs.is_empty()).then(|| pairs.join("; "))
    }

    /// Keeps what `Set-Cookie` says. What is emptied or of no age is forgotten.
    fn keep_cookies(&self, headers: &HeaderMap) {
        let mut cookies = self.cookies.lock().unwrap_or_else(PoisonError::into_inner);
        for line in headers
            .get_all("set-cookie")
            .iter()
            .filter_map(|line| line.to_str().ok())
        {
            let (pair, attributes) = line.split_once(';').unwrap_or((line, ""));
            let Some((name, value)) = pair.trim().split_once('=') else {
                continue;
            };
            let is_over = attributes
                .split(';')
                .any(|attribute| attribute.trim().eq_ignore_ascii_case("max-age=0"));
            if value.is_empty() || is_over {
                cookies.remove(name);
            } else {
                cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

/// A request that is being put together. It says that it comes from the backend's own origin, as the app would.
#[derive(Debug)]
#[must_use]
pub struct Request<'a> {
    client: &'a Client,
    method: String,
    path: String,
    headers: Vec<(String, String)>,
    body: Option<Vec<u8>>,
}

impl Request<'_> {
    /// With a header; one of that name that is there already goes.
    pub fn header(mut self, name: &str, value: impl Into<String>) -> Self {
        self = self.without(name);
        self.headers.push((name.to_owned(), value.into()));
        self
    }

    /// Without a header.
    pub fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(present, _)| !present.eq_ignore_ascii_case(name));
        self
    }

    /// With a body in JSON.
    pub fn json(self, body: &Value) -> Self {
        self.body("application/json", body.to_string())
    }

    /// With any body.
    pub fn body(mut self, media_type: &str, body: impl Into<Vec<u8>>) -> Self {
        self.body = Some(body.into());
        self.header("Content-Type", media_type)
    }

    /// Sends it, and holds the answer against the API description.
    ///
    /// # Panics
    /// Where there is no answer, or one that is not described.
    #[track_caller]
    pub fn send(self) -> Answer {
        let (method, path) = (self.method.clone(), self.path.clone());
        let answer = self
            .send_unchecked()
            .unwrap_or_else(|error| panic!("{method} {path} was not answered: {error}"));
        description::check(&answer);
        answer
    }

    /// Sends it, and takes any answer.
    ///
    /// # Errors
    /// Where there is no answer.
    pub fn send_unchecked(self) -> Result<Answer, ureq::Error> {
        let mut request = ureq::http::Request::builder().method(self.method.as_str()).uri(format!(
            "{}{}",
            Settings::get().base,
            self.path
        ));
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        if let Some(cookies) = self.client.cookie_header() {
            request = request.header("Cookie", cookies);
        }
        if let Some(token) = &self.client.bearer {
            request = request.header("Authorization", format!("Bearer {token}"));
        }
        let mut response = match self.body {
            Some(body) => agent().run(request.body(body)?)?,
            None => agent().run(request.body(())?)?,
        };
        self.client.keep_cookies(response.headers());
        let streams = response.headers().get("content-type");
        let streams = streams.is_some_and(|kind| kind.as_bytes().starts_with(b"text/event-stream"));
        Ok(Answer {
            call: format!("{} {}", self.method, self.path),
            status: response.status().as_u16(),
            body: if streams {
                first_event(response.body_mut().as_reader())?
            } else {
                response.body_mut().read_to_vec()?
            },
            headers: response.headers().clone(),
        })
    }
}

/// The first event of a stream, which has no end to wait for.
fn first_event(stream: impl Read) -> std::io::Result<Vec<u8>> {
    let mut stream = BufReader::new(stream);
    let mut event = Vec::new();
    while stream.read_until(b'\n', &mut event)? > 1 {}
    Ok(event)
}
