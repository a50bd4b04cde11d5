//! A small bundle in a folder of its own, shaped like Trunk's, with the layers of the program around it.

use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, SystemTime};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use axum::routing::get;
use http_body_util::BodyExt;
use latchkey_backend::{assets, edge};
use tempfile::TempDir;
use tower::ServiceExt;

pub(crate) const SCRIPT: &str = "/latchkey-app-0123456789abcdef.js";
pub(crate) const WASM: &str = "/latchkey-app-0123456789abcdef_bg.wasm";
pub(crate) const THEME: &str = "/theme/theme.css";
pub(crate) const PAGE: &str = "<!doctype html><title>Latchkey</title>";

/// A bundle, and beside it, outside, a file that nobody may reach.
pub(crate) struct Bundle {
    place: TempDir,
    https: bool,
}

/// What was answered.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().expect("it is text"))
    }
}

impl Bundle {
    pub(crate) fn new() -> Self {
        let bundle = Self {
            place: tempfile::tempdir().expect("there is room"),
            https: false,
        };
        bundle.write("index.html", PAGE);
        for ending in ["", ".br", ".gz"] {
            bundle.write(&format!("{SCRIPT}{ending}"), &format!("script{ending}"));
            bundle.write(&format!("{THEME}{ending}"), &format!("theme{ending}"));
        }
        bundle.write(WASM, "\0asm");
        bundle.write(&format!("{WASM}.gz"), "wasm.gz");
        bundle.write("config.json", "{}");
        bundle.write("locales/sv.json", "{}");
        bundle.write("icons/app.svg", "<svg/>");
        bundle.write("../secret.txt", "secret");
        bundle
    }

    pub(crate) fn over_https(mut self) -> Self {
        self.https = true;
        self
    }

    pub(crate) fn folder(&self) -> std::path::PathBuf {
        self.place.path().join("dist")
    }

    /// Writes a file of the bundle.
    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.folder().join(name.trim_start_matches('/'));
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("it is made");
        fs::write(path, text).expect("it is written");
    }

    /// Dates a file of the bundle so many seconds before now.
    pub(crate) fn date(&self, name: &str, seconds_ago: u64) {
        let time = SystemTime::now() - Duration::from_secs(seconds_ago);
        set_time(&self.folder().join(name.trim_start_matches('/')), time);
    }

    /// A router as the program has it: some route of the API, the bundle behind it, the layers around both.
    pub(crate) fn router(&self) -> Router {
        let api = Router::new().route("/invitations/{token}", get(|| async { "an invitation" }));
        let router = Router::new()
            .nest("/api/v1", api)
            .fallback_service(assets::router(&self.folder()));
        edge::around(router, self.https)
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router().oneshot(request).await.expect("it is answered");
        let (parts, body) = response.into_parts();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: body.collect().await.expect("it arrives").to_bytes(),
        }
    }

    /// Asks for a path with some headers.
    pub(crate) async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::get(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(Body::empty()).expect("it is a request")).await
    }
}

fn set_time(path: &Path, time: SystemTime) {
    let file = File::options().write(true).open(path).expect("it is there");
    file.set_modified(time).expect("it can be dated");
}
