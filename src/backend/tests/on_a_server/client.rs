//! Somebody who is signed in, at whichever of the processes.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::Value;

use crate::program::{PASSWORD, Program};

/// How long something that is told is waited for.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// A client with a token of its own.
#[derive(Clone)]
pub(crate) struct Client {
    token: String,
}

/// What was answered; no status where nobody answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: Option<u16>,
    text: String,
}

impl Answer {
    fn of(text: String) -> Self {
        let status = text.strip_prefix("HTTP/1.1 ").and_then(|rest| rest.get(..3));
        Self {
            status: status.and_then(|status| status.parse().ok()),
            text,
        }
    }

    /// The body; fails unless it has this status.
    #[track_caller]
    pub(crate) fn expect(&self, status: u16) -> Value {
        assert_eq!(self.status, Some(status), "{}", self.text);
        let body = self.text.split_once("\r\n\r\n").map_or("", |(_, body)| body);
        serde_json::from_str(body).unwrap_or(Value::Null)
    }
}

/// Asks without being anybody.
pub(crate) fn post(at: &Program, path: &str, body: &Value) -> Answer {
    let headers = format!("Content-Type: application/json\r\nOrigin: http://{}\r\n", at.address);
    Answer::of(at.ask("POST", &format!("/api/v1{path}"), &headers, &body.to_string()))
}

impl Client {
    pub(crate) fn sign_in(at: &Program, mailbox: &str) -> Self {
        let body = serde_json::json!({
            "email": format!("{mailbox}@example.test"), "password": PASSWORD, "token": true
        });
        let answer = post(at, "/session", &body).expect(200);
        Self {
            token: answer["token"].as_str().expect("a token").to_owned(),
        }
    }

    pub(crate) fn get(&self, at: &Program, path: &str) -> Answer {
        self.send(at, "GET", path, "", None)
    }

    pub(crate) fn put(&self, at: &Program, path: &str, body: &Value) -> Answer {
        self.send(at, "PUT", path, "", Some(body))
    }

    pub(crate) fn post(&self, at: &Program, path: &str, body: &Value) -> Answer {
        self.send(at, "POST", path, "", Some(body))
    }

    /// Asks, with these headers besides.
    pub(crate) fn send(&self, at: &Program, method: &str, path: &str, headers: &str, body: Option<&Value>) -> Answer {
        let mut all = format!("Authorization: Bearer {}\r\n{headers}", self.token);
        if body.is_some() {
            all.push_str("Content-Type: application/json\r\n");
        }
        let body = body.map(Value::to_string).unwrap_or_default();
        Answer::of(
            at.try_ask(method, &format!("/api/v1{path}"), &all, &body)
                .unwrap_or_default(),
        )
    }

    /// The id of one of the sample store's staff.
    pub(crate) fn id_of(&self, at: &Program, mailbox: &str) -> String {
        let found = self.get(at, &format!("/staff?q={mailbox}%40example.test")).expect(200);
        found["items"][0]["id"].as_str().expect("an id").to_owned()
    }

    /// Holds the stream of events, after the event of this id where one is named.
    pub(crate) fn listen(&self, at: &Program, after: Option<&str>) -> Listener {
        let mut stream = at.connect().expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("it is set");
        let after = after.map(|id| format!("Last-Event-ID: {id}\r\n")).unwrap_or_default();
        let request = format!(
            "GET /api/v1/events HTTP/1.1\r\nHost: {}\r\nAccept: text/event-stream\r\nAuthorization: Bearer {}\r\n{after}\r\n",
            at.address, self.token
        );
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut listener = Listener {
            lines: BufReader::new(stream),
            last: String::new(),
        };
        assert_eq!(listener.next().as_deref(), Some("stream.opened"));
        listener
    }
}

/// A stream that is held.
pub(crate) struct Listener {
    lines: BufReader<TcpStream>,
    /// The id of the event that was heard last.
    pub(crate) last: String,
}

impl Listener {
    /// The name of the next event; none where the stream has ended.
    pub(crate) fn next(&mut self) -> Option<String> {
        let (mut name, mut id) = (None, None);
        loop {
            let mut line = String::new();
            match self.lines.read_line(&mut line) {
                Ok(0) => return None,
                Ok(_) => {}
                Err(error) if error.kind() == std::io::ErrorKind::ConnectionReset => return None,
                Err(error) => panic!("nothing is told in time: {error}"),
            }
            let line = line.trim_end();
            if let Some(event) = line.strip_prefix("event: ") {
                name = Some(event.to_owned());
            } else if let Some(event) = line.strip_prefix("id: ") {
                id = Some(event.to_owned());
            } else if line.is_empty() && name.is_some() {
                if name.as_deref() == Some("stream.alive") {
                    name = None;
                    continue;
                }
                if let Some(id) = id {
                    self.last = id;
                }
                return name;
            }
        }
    }

    /// Waits for an event of this name; what came before it.
    pub(crate) fn until(&mut self, name: &str) -> Vec<String> {
        let mut before = Vec::new();
        loop {
            let heard = self.next().unwrap_or_else(|| panic!("no {name} after {before:?}"));
            if heard == name {
                return before;
            }
            before.push(heard);
        }
    }
}
