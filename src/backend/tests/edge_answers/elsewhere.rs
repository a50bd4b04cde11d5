//! Nothing leads to another site, whatever the address says, and no other site is let read an answer.

use axum::body::Body;
use axum::http::Request;

use crate::bundle::Bundle;

const EVIL: &str = "https://evil.example";

#[tokio::test]
async fn no_address_leads_elsewhere() {
    let bundle = Bundle::new();
    for path in [
        "//evil.example",
        "//evil.example/%2e%2e",
        "/\\evil.example",
        "/%5cevil.example",
        "/%2f%2fevil.example",
        "/.//evil.example/",
        "/staff//evil.example/",
        "/theme/..//evil.example",
        "/sign-in?next=https://evil.example",
        "/sign-in?redirect=//evil.example&return_to=//evil.example",
        "/api/v1//evil.example",
        "/api/v1/session/?next=//evil.example",
    ] {
        let answer = bundle.get(path, &[("x-forwarded-host", "evil.example")]).await;
        assert!(!answer.status.is_redirection(), "{path}: {}", answer.status);
        for name in ["location", "refresh", "content-location", "link"] {
            assert_eq!(answer.header(name), "", "{path} {name}");
        }
    }
}

#[tokio::test]
async fn nobody_elsewhere_is_let_read() {
    let bundle = Bundle::new();
    for method in ["GET", "OPTIONS"] {
        for path in ["/", "/config.json", "/api/v1/invitations/x", "/api/v1/missing"] {
            let asked = Request::builder()
                .method(method)
                .uri(path)
                .header("origin", EVIL)
                .header("access-control-request-method", "PUT")
                .header("access-control-request-headers", "authorization");
            let answer = bundle.send(asked.body(Body::empty()).expect("it is a request")).await;
            let allowed = answer
                .headers
                .keys()
                .filter(|name| name.as_str().starts_with("access-control-"));
            assert_eq!(allowed.count(), 0, "{method} {path}");
        }
    }
}
