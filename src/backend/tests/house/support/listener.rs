//! Somebody who holds a stream of events open, in process: what comes is read one event at a time.

use std::time::Duration;

use axum::body::{Body, BodyDataStream};
use axum::http::{HeaderMap, Request, header};
use futures_util::StreamExt;
use serde_json::{Value, json};
use tower::ServiceExt;

use super::Browser;

/// How long an event is waited for before it is missing.
const PATIENCE: Duration = Duration::from_secs(10);

/// One event.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Heard {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) data: Value,
}

/// A stream that is held.
pub(crate) struct Listener {
    body: BodyDataStream,
    text: String,
    pub(crate) headers: HeaderMap,
}

impl Browser {
    /// Holds the stream open, after the event of this id.
    pub(crate) async fn listen_after(&self, id: Option<&str>) -> Listener {
        let mut request = Request::get("/api/v1/events").header(header::ACCEPT, "text/event-stream");
        if let Some(cookie) = self.cookie() {
            request = request.header(header::COOKIE, cookie);
        }
        if let Some(id) = id {
            request = request.header("last-event-id", id);
        }
        let request = request.body(Body::empty()).expect("it is a request");
        let response = self.router().oneshot(request).await.expect("the router answers");
        assert_eq!(response.status(), 200);
        let (parts, body) = response.into_parts();
        Listener {
            body: body.into_data_stream(),
            text: String::new(),
            headers: parts.headers,
        }
    }

    /// Holds the stream open from now on; what opens it has been heard.
    pub(crate) async fn listen(&self) -> Listener {
        let mut listener = self.listen_after(None).await;
        assert_eq!(listener.name().await, "stream.opened");
        listener
    }
}

impl Listener {
    /// The next event; none where the stream has ended.
    pub(crate) async fn next(&mut self) -> Option<Heard> {
        loop {
            if let Some(end) = self.text.find("\n\n") {
                let heard = read(&self.text[..end]);
                self.text.drain(..end + 2);
                return Some(heard);
            }
            let chunk = tokio::time::timeout(PATIENCE, self.body.next());
            let chunk = chunk.await.expect("something is told in time")?;
            let chunk = chunk.expect("the stream holds");
            self.text.push_str(std::str::from_utf8(&chunk).expect("text"));
        }
    }

    /// The name of the next event.
    pub(crate) async fn name(&mut self) -> String {
        self.next().await.expect("the stream goes on").name
    }

    /// All events until one of this name, and that one.
    pub(crate) async fn until(&mut self, name: &str) -> Vec<Heard> {
        let mut all = Vec::new();
        loop {
            let heard = self.next().await.unwrap_or_else(|| panic!("no {name} after {all:?}"));
            let found = heard.name == name;
            all.push(heard);
            if found {
                return all;
            }
        }
    }

    /// Fails unless the stream has ended.
    pub(crate) async fn ends(mut self) {
        assert_eq!(self.next().await, None);
    }
}

fn read(event: &str) -> Heard {
    let field = |name: &str| {
        let lines = event.lines();
        lines
            .filter_map(|line| line.split_once(": "))
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value)
    };
    Heard {
        id: field("id").unwrap_or_default().to_owned(),
        name: field("event").unwrap_or_default().to_owned(),
        data: field("data").map_or(json!(null), |data| serde_json::from_str(data).expect("JSON")),
    }
}
