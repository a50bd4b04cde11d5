//! As much of HTTP as is needed: a call with its answer, and a stream that is only looked through for events.

use std::net::SocketAddr;
use std::time::Instant;

use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::sync::mpsc::UnboundedSender;

use crate::Outcome;

/// Somebody's session.
pub(crate) struct Client {
    address: SocketAddr,
    token: Option<String>,
}

/// An answer that is no refusal.
pub(crate) struct Answer {
    head: String,
    pub(crate) body: Value,
}

/// An event that a session heard.
pub(crate) struct Told {
    pub(crate) person: usize,
    pub(crate) event: String,
    pub(crate) at: Instant,
}

impl Answer {
    /// A member that is a text.
    pub(crate) fn text(&self, member: &str) -> Outcome<String> {
        Ok(self.body[member].as_str().ok_or("no such member")?.to_owned())
    }

    /// Its `ETag`.
    pub(crate) fn etag(&self) -> Outcome<String> {
        let line = self.head.lines().find_map(|line| line.strip_prefix("etag: "));
        Ok(line.ok_or("no ETag")?.to_owned())
    }
}

impl Client {
    /// Signs in.
    pub(crate) async fn sign_in(address: SocketAddr, email: &str, password: &str) -> Outcome<Self> {
        let anybody = Self { address, token: None };
        let request = json!({ "email": email, "password": password, "token": true });
        let token = anybody
            .call("POST", "/session", None, Some(&request))
            .await?
            .text("token")?;
        Ok(Self {
            address,
            token: Some(token),
        })
    }

    /// Where the backend is.
    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Nobody in particular.
    pub(crate) fn anonymous(&self) -> Self {
        Self {
            address: self.address,
            token: None,
        }
    }

    /// The head of a request, as far as it is the same in all.
    pub(crate) fn head(&self, method: &str, path: &str) -> String {
        let token = self
            .token
            .as_ref()
            .map(|token| format!("Authorization: Bearer {token}\r\n"));
        let (address, token) = (self.address, token.unwrap_or_default());
        format!("{method} /api/v1{path} HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\n{token}")
    }

    /// Makes a call; anything but success is an error.
    pub(crate) async fn call(
        &self,
        method: &str,
        path: &str,
        seen: Option<&str>,
        body: Option<&Value>,
    ) -> Outcome<Answer> {
        let body = body.map(Value::to_string).unwrap_or_default();
        let seen = seen.map(|etag| format!("If-Match: {etag}\r\n")).unwrap_or_default();
        let head = self.head(method, path);
        let length = body.len();
        let request = format!(
            "{head}{seen}Content-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
        );
        let mut stream = TcpStream::connect(self.address).await?;
        stream.write_all(request.as_bytes()).await?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await?;
        let (head, body) = answer.split_once("\r\n\r\n").ok_or("no answer")?;
        if !head.starts_with("HTTP/1.1 2") {
            return Err(format!("{method} {path}: {answer}").into());
        }
        Ok(Answer {
            head: head.to_owned(),
            body: serde_json::from_str(body).unwrap_or_default(),
        })
    }

    /// Holds the stream open, and tells of each event.
    pub(crate) async fn listen(&self, person: usize, tell: UnboundedSender<Told>) -> Outcome<()> {
        let mut stream = TcpStream::connect(self.address).await?;
        let request = format!("{}Accept: text/event-stream\r\n\r\n", self.head("GET", "/events"));
        stream.write_all(request.as_bytes()).await?;
        tokio::spawn(async move {
            let mut lines = BufReader::with_capacity(1024, stream).lines();
            while let Ok(Some(line)) = lines.next_line().await {
                if let Some(event) = line.strip_prefix("event: ") {
                    let event = event.to_owned();
                    let at = Instant::now();
                    if tell.send(Told { person, event, at }).is_err() {
                        return;
                    }
                }
            }
        });
        Ok(())
    }
}
