//! What the log says about a request, and what it must never say.
//!
//! On its own, because whether a place in the program logs at all is decided once for the whole process: a test that
//! listens to nothing, running beside these, could decide it for them.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use axum::routing::get as reading;
use latchkey_backend::logging::{self, Form};
use latchkey_backend::{assets, edge};
use serde_json::Value;
use tower::ServiceExt;

const SCRIPT: &str = "latchkey-app-0123456789abcdef.js";
const SECRET: &str = "S3cr3tS3cr3tS3cr3tS3cr3tS3cr3tS3cr3tS3cr3t0";

/// Keeps what is logged.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("nobody panicked").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Kept {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().expect("nobody panicked").clone()).expect("it is text")
    }

    fn lines(&self) -> Vec<Value> {
        let parse = |line: &str| serde_json::from_str(line).expect("every line is JSON");
        self.text().lines().map(parse).collect()
    }
}

/// Logs everything there is to log while a request is answered.
async fn log(form: Form, request: Request<Body>) -> Kept {
    let kept = Kept::default();
    let writer = kept.clone();
    let subscriber = logging::subscriber("trace", form, move || writer.clone()).expect("the filter is right");
    let folder = tempfile::tempdir().expect("there is room");
    for file in ["index.html", SCRIPT] {
        std::fs::write(folder.path().join(file), file).expect("it is written");
    }
    let api = Router::new().route("/invitations/{token}", reading(|| async {}));
    let router = Router::new()
        .nest("/api/v1", api)
        .fallback_service(assets::router(folder.path()));
    let guard = tracing::subscriber::set_default(subscriber);
    edge::around(router, false)
        .oneshot(request)
        .await
        .expect("it is answered");
    drop(guard);
    kept
}

fn get(path: &str) -> Request<Body> {
    Request::get(path).body(Body::empty()).expect("it is a request")
}

/// The line of the request itself.
fn answered(kept: &Kept) -> Value {
    let mut lines = kept.lines();
    lines.retain(|line| line["message"] == "answered");
    assert_eq!(lines.len(), 1, "{}", kept.text());
    lines.remove(0)
}

#[tokio::test]
async fn a_line_says_what_was_asked_and_how_it_went() {
    let line = answered(&log(Form::Json, get(&format!("/{SCRIPT}"))).await);
    assert_eq!(line["method"], "GET");
    assert_eq!(line["path"], format!("/{SCRIPT}"));
    assert_eq!(line["status"], 200);
    assert!(line["ms"].is_u64());
    assert_eq!(line["level"], "INFO");
    assert_eq!(line["span"]["id"].as_str().map(str::len), Some(16));
    assert!(line["timestamp"].as_str().is_some_and(|time| time.ends_with('Z')));
}

#[tokio::test]
async fn tokens_in_paths_are_not_logged() {
    for (path, logged) in [
        (format!("/api/v1/invitations/{SECRET}"), "/api/v1/invitations/{token}"),
        (format!("/join/{SECRET}"), "(page)"),
        (format!("/set-up/{SECRET}?token={SECRET}"), "(page)"),
        (format!("/join/{SECRET}.html"), "(no such file)"),
        (format!("/api/v1/nothing/{SECRET}"), "(none)"),
    ] {
        for form in [Form::Json, Form::Text] {
            let kept = log(form, get(&path)).await;
            assert!(!kept.text().contains(SECRET), "{}", kept.text());
            assert!(kept.text().contains(logged), "{}", kept.text());
        }
        assert_eq!(answered(&log(Form::Json, get(&path)).await)["path"], logged);
    }
}

#[tokio::test]
async fn what_a_person_sends_is_not_logged() {
    let request = Request::post(format!("/api/v1/invitations/x?email={SECRET}@example.test"))
        .header("cookie", format!("session={SECRET}"))
        .header("authorization", format!("Bearer {SECRET}"))
        .header("x-request-id", SECRET)
        .header("user-agent", SECRET)
        .body(Body::from(format!("{{\"password\":\"{SECRET}\"}}")))
        .expect("it is a request");
    let kept = log(Form::Json, request).await;
    assert_eq!(answered(&kept)["status"], 405);
    assert!(!kept.text().contains(SECRET), "{}", kept.text());
}

#[tokio::test]
async fn nobody_begins_a_line_of_their_own() {
    let forged = "%0A%7B%22message%22:%22forged%22%7D.txt";
    let invented = Request::builder()
        .method("FORGED")
        .uri("/")
        .body(Body::empty())
        .expect("it is a request");
    for request in [get(&format!("/{forged}")), invented] {
        let kept = log(Form::Json, request).await;
        let line = answered(&kept);
        assert!(kept.lines().iter().all(|line| line["message"] != "forged"), "{line}");
        assert!(!kept.text().contains("FORGED"));
    }
}

#[test]
fn a_wrong_filter_is_refused_with_a_sentence() {
    let refused = logging::subscriber("=,=", Form::Json, io::sink).map(drop);
    assert!(refused.is_err_and(|sentence| sentence.contains("--log")));
}
