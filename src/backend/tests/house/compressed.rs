//! Compressed bodies: nothing here unpacks one, so that a small one cannot become a large one.

use std::io::Write;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::{Request, header};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::support::{Answer, Browser, House};

fn packed(plain: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(plain).expect("it is packed");
    encoder.finish().expect("it is packed")
}

async fn post(owner: &Browser, encoding: &str, body: impl Into<Body>) -> Answer {
    let request = Request::post("/api/v1/staff")
        .header(header::HOST, "127.0.0.1:8787")
        .header(header::ORIGIN, "http://127.0.0.1:8787")
        .header(header::COOKIE, owner.cookie().expect("it is signed in"))
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::CONTENT_ENCODING, encoding);
    owner.send(request.body(body.into()).expect("it is a request")).await
}

#[tokio::test]
async fn a_body_that_was_packed_is_refused_and_never_unpacked() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let invitation = r#"{"email": "packed@example.test", "permissions": []}"#;
    // Twenty megabytes of blanks before it are twenty kilobytes.
    let bomb = packed(&[" ".repeat(20_000_000).as_bytes(), invitation.as_bytes()].concat());
    let begun = Instant::now();
    for (encoding, body) in [
        ("gzip", packed(invitation.as_bytes())),
        ("gzip", bomb),
        ("br", b"\x0b\x00\x80{}\x03".to_vec()),
        ("gzip, gzip", packed(&packed(invitation.as_bytes()))),
        // Whoever says that it is packed, and sends it as it is.
        ("gzip", invitation.into()),
    ] {
        let answer = post(&owner, encoding, body).await;
        assert_eq!(answer.refusal(), (415, "unsupported-media-type".into()), "{encoding}");
    }
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    assert_eq!(owner.get("/staff").await.at("/total"), 11);
    // That it is not packed may be said.
    post(&owner, "identity", invitation).await.expect(201);
}
