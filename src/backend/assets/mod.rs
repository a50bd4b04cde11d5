//! The browser bundle, as Trunk leaves it: files with their compressed copies, and the page for every path of the app.
//!
//! Reading, negotiating and revalidating is `ServeDir`'s work. What is ours, and apart for it: which paths mean a
//! file and which the page ([`target`]), how long an answer may be kept ([`caching`]), and that a compressed copy
//! is never older than what it is a copy of ([`fresh`]).

mod accept;
mod caching;
mod fresh;
mod target;

use std::convert::Infallible;
use std::path::{Path, PathBuf};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use tower::ServiceExt;
use tower_http::services::ServeDir;
use tower_http::services::fs::DefaultServeDirFallback;

use crate::logging::LoggedPath;
use crate::problem::Refusal;
use fresh::FreshFiles;
use target::Target;

type Files = ServeDir<DefaultServeDirFallback, FreshFiles>;

/// The page of the app, within the bundle.
const PAGE: &str = "/index.html";

/// Serves the bundle in `dir`. It belongs behind everything else, as the fallback of the whole router.
pub fn router(dir: &Path) -> Router {
    let files = ServeDir::with_backend(dir, FreshFiles::new(dir))
        .append_index_html_on_directories(false)
        .precompressed_br()
        .precompressed_gzip();
    Router::new().fallback(answer).with_state(files)
}

/// Says in a sentence what keeps the bundle in `dir` from being served, if anything does.
///
/// # Errors
/// That sentence, with the way out, when the folder or its page cannot be read.
pub fn check(dir: &Path) -> Result<(), String> {
    let page: PathBuf = dir.join(PAGE.trim_start_matches('/'));
    std::fs::File::open(&page)
        .map(drop)
        .map_err(|error| {
            format!(
                "The app's page {} cannot be read ({error}). Build the app with `cargo xtask serve`, or name its folder with --assets.",
                page.display()
            )
        })
}

async fn answer(State(files): State<Files>, request: Request) -> Response {
    let target = target::of(request.uri().path());
    if let Target::Api = target {
        return Refusal::not_found().into_response();
    }
    if request.method() != Method::GET && request.method() != Method::HEAD {
        let mut response = plain(StatusCode::METHOD_NOT_ALLOWED, "This can only be read.\n");
        let methods = HeaderValue::from_static("GET, HEAD");
        response.headers_mut().insert(header::ALLOW, methods);
        return response;
    }
    match target {
        Target::File(path) => {
            let name = path.clone();
            let response = file(files, request, &path).await;
            if response.status() == StatusCode::NOT_FOUND {
                return nothing();
            }
            logged(response, name)
        }
        Target::Page if accept::html(request.headers()) => page(files, request).await,
        Target::Page | Target::Nothing | Target::Api => nothing(),
    }
}

/// One file of the bundle, under its decoded path.
async fn file(files: Files, request: Request, path: &str) -> Response {
    // `oneshot` cannot fail: the service answers its own errors.
    let response: Result<_, Infallible> = files.oneshot(request).await;
    let Ok(response) = response;
    let mut response = response.map(Body::new);
    if response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED {
        describe(response.headers_mut(), path);
    }
    response
}

/// The page, under whatever path of the app was asked for.
async fn page(files: Files, mut request: Request) -> Response {
    let mut parts = request.uri().clone().into_parts();
    parts.path_and_query = Some(PathAndQuery::from_static(PAGE));
    if let Ok(uri) = Uri::from_parts(parts) {
        *request.uri_mut() = uri;
    }
    let response = file(files, request, PAGE).await;
    if response.status() == StatusCode::NOT_FOUND {
        tracing::error!("index.html is missing from the bundle");
        return plain(
            StatusCode::SERVICE_UNAVAILABLE,
            "The app is not here at the moment: its bundle has no page.\n",
        );
    }
    // A path of the app can hold the token of an invitation.
    logged(response, "(page)".to_owned())
}

/// What a cache must know of a file.
fn describe(headers: &mut HeaderMap, path: &str) {
    headers.insert(header::CACHE_CONTROL, caching::policy(path));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if headers.contains_key(header::ETAG) {
        // Says the same once more, and less exactly, on each of a dozen files that the first page waits for.
        headers.remove(header::LAST_MODIFIED);
    }
    let text = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .filter(|kind| kind.starts_with("text/") && !kind.contains("charset"))
        .and_then(|kind| HeaderValue::from_str(&format!("{kind}; charset=utf-8")).ok());
    if let Some(kind) = text {
        headers.insert(header::CONTENT_TYPE, kind);
    }
}

fn nothing() -> Response {
    let response = plain(StatusCode::NOT_FOUND, "There is nothing here.\n");
    logged(response, "(no such file)".to_owned())
}

fn plain(status: StatusCode, text: &'static str) -> Response {
    (status, [(header::CACHE_CONTROL, "no-cache")], text).into_response()
}

fn logged(mut response: Response, path: String) -> Response {
    response.extensions_mut().insert(LoggedPath(path));
    response
}
