//! Files: which copy is sent, as what, for how long, and when it need not be sent at all.

use axum::body::Body;
use axum::http::{Request, StatusCode};

use crate::bundle::{Bundle, SCRIPT, THEME, WASM};

const FOR_EVER: &str = "public, max-age=31536000, immutable";

#[tokio::test]
async fn the_best_copy_that_is_accepted_is_sent() {
    let bundle = Bundle::new();
    for (accepted, encoding, body) in [
        ("gzip, deflate, br, zstd", "br", "script.br"),
        ("gzip", "gzip", "script.gz"),
        ("br;q=0, gzip", "gzip", "script.gz"),
        ("identity", "", "script"),
        ("", "", "script"),
    ] {
        let answer = bundle.get(SCRIPT, &[("accept-encoding", accepted)]).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.header("content-encoding"), encoding, "{accepted}");
        assert_eq!(answer.body, body, "{accepted}");
        assert_eq!(answer.header("vary"), "accept-encoding");
        assert_eq!(answer.header("content-type"), "text/javascript; charset=utf-8");
        assert_eq!(answer.header("content-length"), body.len().to_string());
    }
    // There is no copy in brotli here: the next best is taken.
    let answer = bundle.get(WASM, &[("accept-encoding", "br, gzip")]).await;
    assert_eq!(answer.header("content-encoding"), "gzip");
    assert_eq!(answer.header("content-type"), "application/wasm");
}

#[tokio::test]
async fn hashed_names_are_kept_for_ever_and_the_rest_is_asked_about() {
    let bundle = Bundle::new();
    for path in [SCRIPT, WASM] {
        assert_eq!(bundle.get(path, &[]).await.header("cache-control"), FOR_EVER, "{path}");
    }
    for path in [
        "/",
        "/index.html",
        "/staff",
        THEME,
        "/locales/sv.json",
        "/config.json",
        "/icons/app.svg",
    ] {
        let answer = bundle.get(path, &[]).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert_eq!(answer.header("cache-control"), "no-cache", "{path}");
    }
}

#[tokio::test]
async fn what_the_browser_has_already_is_not_sent_again() {
    let bundle = Bundle::new();
    for path in ["/", SCRIPT, THEME, "/config.json", "/staff/new"] {
        for accepted in ["br", "identity"] {
            let first = bundle.get(path, &[("accept-encoding", accepted)]).await;
            let tag = first.header("etag").to_owned();
            assert!(!tag.is_empty(), "{path}");
            let known = [("accept-encoding", accepted), ("if-none-match", &tag)];
            let again = bundle.get(path, &known).await;
            assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{path}");
            assert!(again.body.is_empty());
            for header in ["etag", "cache-control", "vary"] {
                assert_eq!(again.header(header), first.header(header), "{path} {header}");
            }
            // The tag says when it has changed; the time of the file would say the same less exactly.
            assert_eq!(first.header("last-modified"), "", "{path}");
        }
    }
}

#[tokio::test]
async fn the_tag_of_one_copy_is_not_that_of_another() {
    let bundle = Bundle::new();
    let packed = bundle.get(SCRIPT, &[("accept-encoding", "br")]).await;
    let plain = bundle.get(SCRIPT, &[("if-none-match", packed.header("etag"))]).await;
    assert_eq!(plain.status, StatusCode::OK);
    assert_eq!(plain.body, "script");
}

#[tokio::test]
async fn an_edited_theme_is_seen_although_old_copies_of_it_lie_beside_it() {
    let bundle = Bundle::new();
    for copy in ["", ".br", ".gz"] {
        bundle.date(&format!("{THEME}{copy}"), 60);
    }
    let headers = [("accept-encoding", "gzip, br")];
    let before = bundle.get(THEME, &headers).await;
    // Of one age, as the build leaves them, the copy is good.
    bundle.date(&format!("{THEME}.br"), 0);
    assert_eq!(bundle.get(THEME, &headers).await.body, "theme.br");
    bundle.date(&format!("{THEME}.br"), 60);

    bundle.write(THEME, "edited");
    let tag = before.header("etag");
    let after = bundle.get(THEME, &[headers[0], ("if-none-match", tag)]).await;
    assert_eq!(after.status, StatusCode::OK);
    assert_eq!(after.body, "edited");
    assert_eq!(after.header("content-encoding"), "");
    assert_eq!(after.header("content-type"), "text/css; charset=utf-8");
    assert_eq!(after.header("vary"), "accept-encoding");
}

#[tokio::test]
async fn a_hashed_name_needs_no_clock() {
    let bundle = Bundle::new();
    bundle.date(&format!("{SCRIPT}.br"), 60);
    assert_eq!(bundle.get(SCRIPT, &[("accept-encoding", "br")]).await.body, "script.br");
}

#[tokio::test]
async fn the_head_alone_can_be_asked_for() {
    let bundle = Bundle::new();
    for path in [SCRIPT, "/", "/staff"] {
        let full = bundle.get(path, &[("accept-encoding", "br")]).await;
        let request = Request::head(path).header("accept-encoding", "br");
        let head = bundle.send(request.body(Body::empty()).expect("it is a request")).await;
        assert_eq!(head.status, StatusCode::OK, "{path}");
        assert!(head.body.is_empty(), "{path}");
        for header in [
            "content-type",
            "content-encoding",
            "content-length",
            "etag",
            "cache-control",
        ] {
            assert_eq!(head.header(header), full.header(header), "{path} {header}");
        }
    }
}

#[tokio::test]
async fn files_that_are_missing_are_missing() {
    let bundle = Bundle::new();
    bundle.write("orphan.css.br", "a copy without its original");
    for path in [
        "/missing.js",
        "/theme/missing.css",
        "/orphan.css",
        "/orphan.css.br",
        "/favicon.ico",
    ] {
        let answer = bundle
            .get(path, &[("accept", "text/html"), ("accept-encoding", "br")])
            .await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(answer.header("cache-control"), "no-cache");
    }
}
