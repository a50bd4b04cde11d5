//! Signing in and out, and what a session says.

use serde_json::json;

use crate::support::{House, PASSWORD};

#[tokio::test]
async fn the_owner_signs_in_and_sees_the_staff() {
    let house = House::sample().await;
    let browser = house.browser();
    let answer = browser.sign_in("OWNER@example.test ", PASSWORD).await.expect(200);
    assert_eq!(answer.at("/account/owner"), true);
    assert_eq!(answer.at("/store/name"), "Kunci & Nyckel");
    assert_eq!(answer.at("/permissions"), json!([]));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    let cookie = answer.header("set-cookie").expect("a cookie");
    assert!(cookie.starts_with("latchkey="), "{cookie}");
    assert!(cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict"), "{cookie}");

    let staff = browser.get("/staff").await.expect(200);
    assert_eq!(staff.at("/total"), 11);
    let session = browser.get("/session").await.expect(200);
    assert_eq!(session.etag(), answer.etag());
    browser.delete("/session").await.expect(204);
    assert_eq!(browser.cookie(), None);
    assert_eq!(browser.get("/session").await.refusal(), (401, "signed-out".into()));
}
