//! What the backend says about its work: one line of JSON for each request, on the error output.
//!
//! A line says which route answered, not which path was asked for, because paths hold the tokens of invitations. It
//! never holds a body, a cookie, an e-mail address or anything else that a person sent, and JSON escapes the rest, so
//! that no text can begin a line of its own.

use std::io::{self, IsTerminal};
use std::panic;
use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderValue, Method};
use axum::middleware::Next;
use axum::response::Response;
use tracing::{Instrument, Subscriber};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;

/// What is logged when nothing is said.
pub const DEFAULT_FILTER: &str = "info,sqlx=warn";

/// How lines are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// For programs.
    Json,
    /// For people who watch.
    Text,
}

/// What stands in the log as the path of an answer that no route gave; put into the answer by whoever gave it.
#[derive(Clone, Debug)]
pub(crate) struct LoggedPath(pub(crate) String);

/// Begins to log to the error output: text on a terminal, JSON elsewhere.
///
/// # Errors
/// A sentence for whoever started the program, when the filter cannot be read.
pub fn start(filter: &str) -> Result<(), String> {
    let form = if io::stderr().is_terminal() {
        Form::Text
    } else {
        Form::Json
    };
    let subscriber = subscriber(filter, form, io::stderr)?;
    tracing::subscriber::set_global_default(subscriber).map_err(|_| "Logging has been started already.".to_owned())?;
    panic::set_hook(Box::new(|fault| {
        // The message of a panic may quote what a person sent; where it happened says enough.
        let place = fault.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "panic");
    }));
    Ok(())
}

/// A subscriber that writes to `writer`.
///
/// # Errors
/// A sentence for whoever started the program, when the filter cannot be read.
pub fn subscriber<W>(filter: &str, form: Form, writer: W) -> Result<Box<dyn Subscriber + Send + Sync>, String>
where
    W: for<'a> MakeWriter<'a> + Send + Sync + 'static,
{
    let filter = EnvFilter::try_new(filter).map_err(|error| {
        format!("The log filter cannot be read ({error}). Write, for example, --log {DEFAULT_FILTER} or --log debug.")
    })?;
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(writer);
    Ok(match form {
        Form::Json => Box::new(lines.json().flatten_event(true).with_span_list(false).finish()),
        Form::Text => Box::new(lines.with_target(false).finish()),
    })
}

/// Logs a request when its answer begins, and gives both a number to find each other by.
pub(crate) async fn record(request: Request, next: Next) -> Response {
    let started = Instant::now();
    let id = request_id();
    let method = method_name(request.method());
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map(|path| path.as_str().to_owned());
    let span = tracing::info_span!("request", id);
    let mut response = next.run(request).instrument(span.clone()).await;

    let path = route
        .or_else(|| response.extensions_mut().remove::<LoggedPath>().map(|path| path.0))
        .unwrap_or_else(|| "(none)".to_owned());
    let status = response.status().as_u16();
    let ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    span.in_scope(|| {
        if status >= 500 {
            tracing::error!(method, path, status, ms, "answered");
        } else {
            tracing::info!(method, path, status, ms, "answered");
        }
    });
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert("x-request-id", id);
    }
    response
}

/// Sixteen random digits. One that the caller sends is not taken over: it could be anything.
fn request_id() -> String {
    getrandom::u64().map_or_else(|_| "unknown".to_owned(), |number| format!("{number:016x}"))
}

/// A method's name, where it has one; a caller may invent any other.
fn method_name(method: &Method) -> &'static str {
    const KNOWN: &[(Method, &str)] = &[
        (Method::GET, "GET"),
        (Method::HEAD, "HEAD"),
        (Method::POST, "POST"),
        (Method::PUT, "PUT"),
        (Method::PATCH, "PATCH"),
        (Method::DELETE, "DELETE"),
        (Method::OPTIONS, "OPTIONS"),
    ];
    KNOWN
        .iter()
        .find_map(|(known, name)| (known == method).then_some(*name))
        .unwrap_or("OTHER")
}
