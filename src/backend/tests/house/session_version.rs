//! `GET /session` is asked again every few seconds: 304 while nothing has changed, and a new version when anything has.

use serde_json::json;

use crate::support::{Browser, House};

async fn ask_again(browser: &Browser, etag: &str) -> u16 {
    let answer = browser.ask("GET", "/session", &[("if-none-match", etag)], None).await;
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    answer.status.as_u16()
}

#[tokio::test]
async fn it_stays_while_nothing_changes() {
    let house = House::sample().await;
    let browser = house.signed_in("manager").await;
    let session = browser.get("/session").await.expect(200);
    assert_eq!(session.etag(), format!("\"{}\"", session.text_at("/version")));
    house.clock.advance(3 * 60_000);
    assert_eq!(ask_again(&browser, &session.etag()).await, 304);
    // Others may come and go, and so may one's own visits.
    house.owner().await.invite("else@example.test", &["orders.view"]).await;
    house.signed_in("manager").await;
    assert_eq!(ask_again(&browser, &session.etag()).await, 304);
    assert_eq!(ask_again(&browser, "\"another\"").await, 200);
}

#[tokio::test]
async fn it_moves_with_grant_name_language_and_dates() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let browser = house.signed_in("manager").await;
    let path = format!("/staff/{}", owner.id_of("manager").await);
    let mut etag = browser.get("/session").await.etag();
    for body in [
        json!({"permissions": ["reports.view"]}),
        json!({"roles": []}),
        json!({"name": "Budi S."}),
        json!({"starts": "2026-11-25T00:00:00Z", "ends": "2026-11-26T00:00:00Z"}),
    ] {
        owner.patch(&path, "*", body.clone()).await.expect(200);
        assert_eq!(ask_again(&browser, &etag).await, 200, "{body}");
        etag = browser.get("/session").await.etag();
        assert_eq!(ask_again(&browser, &etag).await, 304);
    }
    browser
        .patch("/profile", "*", json!({"language": "sv"}))
        .await
        .expect(200);
    assert_eq!(ask_again(&browser, &etag).await, 200);

    // Nobody does anything, and the first day comes, and the last one goes.
    let waiting = browser.get("/session").await.expect(200);
    assert_eq!(waiting.at("/permissions"), json!([]));
    house.clock.advance(15 * 60 * 60_000);
    assert_eq!(ask_again(&browser, &waiting.etag()).await, 200);
    let begun = browser.get("/session").await.expect(200);
    assert_eq!(begun.at("/permissions"), json!(["reports.view"]));
    house.clock.advance(23 * 60 * 60_000);
    browser.get("/session").await.expect(200);
    house.clock.advance(2 * 60 * 60_000);
    assert_eq!(browser.get("/session").await.refusal(), (403, "ended".into()));
}

#[tokio::test]
async fn it_moves_with_a_role() {
    let house = House::sample().await;
    let browser = house.signed_in("designer").await;
    let etag = browser.get("/session").await.etag();
    sqlx::query("DELETE FROM role_permissions WHERE role = 'designer' AND permission = 'website.design'")
        .execute(house.app.database())
        .await
        .expect("the role is narrowed");
    assert_eq!(ask_again(&browser, &etag).await, 200);
}
