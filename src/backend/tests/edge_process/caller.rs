//! Asks a backend that may be killed at any moment: an answer is whole, or there is none.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};

use crate::program::PASSWORD;

/// Only a fault is waited for this long.
const PATIENCE: Duration = Duration::from_mins(1);

/// There was no whole answer.
#[derive(Debug)]
pub(super) struct Gone;

/// A whole answer.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    head: String,
    pub(super) body: Value,
}

impl Answer {
    /// A member of the body that is a text.
    pub(super) fn text(&self, pointer: &str) -> String {
        let text = self.body.pointer(pointer).and_then(Value::as_str);
        text.unwrap_or_else(|| panic!("no text at {pointer}: {self:?}"))
            .to_owned()
    }

    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (key, value) = line.split_once(": ")?;
            key.eq_ignore_ascii_case(name).then_some(value)
        })
    }

    pub(super) fn etag(&self) -> String {
        self.header("etag")
            .unwrap_or_else(|| panic!("no ETag: {self:?}"))
            .to_owned()
    }

    /// The cookie that it sets, as it is sent back.
    pub(super) fn cookie(&self) -> String {
        let cookie = self.header("set-cookie").and_then(|line| line.split(';').next());
        cookie.unwrap_or_else(|| panic!("no cookie: {self:?}")).to_owned()
    }

    /// Fails unless it has this status: what is asked for here is right, and its only excuse is a kill.
    #[track_caller]
    pub(super) fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{self:?}");
        self
    }
}

/// What is asked for.
#[derive(Clone, Debug)]
pub(super) struct Ask {
    pub(super) method: &'static str,
    pub(super) path: String,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Option<Value>,
}

impl Ask {
    pub(super) fn new(method: &'static str, path: impl Into<String>) -> Self {
        Self {
            method,
            path: path.into(),
            headers: Vec::new(),
            body: None,
        }
    }

    pub(super) fn body(mut self, body: Value) -> Self {
        self.body = Some(body);
        self
    }

    pub(super) fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// With a key of its own, so that it can be asked for again when no answer comes.
    pub(super) fn once(self) -> Self {
        let key = format!("{:032x}", fastrand::u128(..));
        self.header("Idempotency-Key", key)
    }
}

/// Somebody who asks, signed in as the owner.
pub(super) struct Caller {
    address: String,
    owner: String,
}

impl Caller {
    pub(super) fn new(address: &str, owner: &str) -> Self {
        Self {
            address: address.to_owned(),
            owner: owner.to_owned(),
        }
    }

    /// Signs the owner in; the token.
    pub(super) fn sign_in(address: &str) -> String {
        let body = json!({"email": "owner@example.test", "password": PASSWORD, "token": true});
        let ask = Ask::new("POST", "/session").body(body);
        let nobody = Self::new(address, "");
        nobody.send(&ask).expect("it answers").expect(200).text("/token")
    }

    /// Asks as the owner.
    pub(super) fn ask(&self, ask: &Ask) -> Result<Answer, Gone> {
        self.send(&ask.clone().header("Authorization", format!("Bearer {}", self.owner)))
    }

    /// Reads as the owner, of a backend that is there.
    #[track_caller]
    pub(super) fn get(&self, path: &str) -> Answer {
        self.ask(&Ask::new("GET", path)).expect("it answers")
    }

    /// Asks as it is. Failing to send and failing to hear are the same here: nothing is known.
    pub(super) fn send(&self, ask: &Ask) -> Result<Answer, Gone> {
        let Ask {
            method,
            path,
            headers,
            body,
        } = ask;
        let body = body.as_ref().map(Value::to_string).unwrap_or_default();
        let headers = headers
            .iter()
            .fold(String::new(), |all, (name, value)| all + name + ": " + value + "\r\n");
        let kind = if body.is_empty() {
            ""
        } else {
            "Content-Type: application/json\r\n"
        };
        let request = format!(
            "{method} /api/v1{path} HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\nConnection: close\r\n{kind}{headers}\
             Content-Length: {1}\r\n\r\n{body}",
            self.address,
            body.len()
        );
        let exchange = || {
            let mut stream = TcpStream::connect(&self.address)?;
            stream.set_read_timeout(Some(PATIENCE))?;
            stream.write_all(request.as_bytes())?;
            let mut answer = String::new();
            stream.read_to_string(&mut answer)?;
            std::io::Result::Ok(answer)
        };
        exchange().ok().and_then(|answer| whole(&answer)).ok_or(Gone)
    }
}

/// Reads an answer; none where the end of it is missing.
fn whole(answer: &str) -> Option<Answer> {
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    let mut answer = Answer {
        status,
        head: head.to_owned(),
        body: Value::Null,
    };
    if status != 204 {
        let length: usize = answer.header("content-length")?.parse().ok()?;
        if body.len() != length {
            return None;
        }
        answer.body = serde_json::from_str(body).ok()?;
    }
    Some(answer)
}
