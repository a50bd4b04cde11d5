//! One's own account, which needs no permission.

use serde_json::{Value, json};

use crate::support::{Answer, House, wrong};

#[tokio::test]
async fn everybody_has_a_profile_to_change() {
    let house = House::sample().await;
    for mailbox in ["nobody", "owner"] {
        let browser = house.signed_in(mailbox).await;
        let before = browser.get("/profile").await.expect(200);
        assert_eq!(before.at("/email"), format!("{mailbox}@example.test"));
        assert_eq!(before.at("/language"), Value::Null);
        let body = json!({"name": " Nama Baru ", "language": "id"});
        let after = browser.patch("/profile", &before.etag(), body).await.expect(200);
        assert_eq!(
            (after.at("/name"), after.at("/language")),
            (json!("Nama Baru"), json!("id"))
        );
        assert_ne!(after.etag(), before.etag());
        assert_eq!(browser.get("/session").await.at("/account/language"), "id");

        let stale = browser
            .patch("/profile", &before.etag(), json!({"language": "sv"}))
            .await;
        assert_eq!(stale.refusal(), (412, "stale".into()));
        assert_eq!(stale.at("/current"), after.json());
        let same = browser
            .patch("/profile", &after.etag(), json!({"language": "id"}))
            .await
            .expect(200);
        assert_eq!(same.etag(), after.etag());
        let cleared = browser
            .patch("/profile", &after.etag(), json!({"language": null}))
            .await
            .expect(200);
        assert_eq!(cleared.at("/language"), Value::Null);
    }
    let owner = house.owner().await;
    assert_eq!(owner.find("nobody@example.test").await["name"], "Nama Baru");
    assert_eq!(owner.get("/staff?q=nama").await.at("/total"), 1);
}

#[tokio::test]
async fn what_is_wrong_with_a_profile_is_said() {
    let house = House::sample().await;
    let browser = house.signed_in("nobody").await;
    let seen = browser.get("/profile").await.etag();
    let body = json!({"name": "\u{202e}", "language": "en_GB"});
    let answer = browser.patch("/profile", &seen, body).await;
    assert_eq!(
        answer.wrong(),
        [wrong("/name", "malformed"), wrong("/language", "malformed")]
    );
    assert_eq!(browser.get("/profile").await.etag(), seen);
}

#[tokio::test]
async fn the_catalogue_and_the_roles_are_published() {
    let house = House::sample().await;
    let visitor = house.browser();
    let catalogue = visitor.get("/permissions").await.expect(200);
    assert_eq!(catalogue.header("cache-control"), Some("no-cache"));
    assert_eq!(catalogue.at("/sections").as_array().map(Vec::len), Some(7));
    let etag = catalogue.etag();
    let same = visitor
        .ask("GET", "/permissions", &[("if-none-match", &etag)], None)
        .await
        .expect(304);
    assert_eq!((same.text.as_str(), same.etag()), ("", etag.clone()));

    let label = |answer: &Answer| answer.at("/sections/0/label");
    assert_eq!(
        label(&catalogue),
        json!({"en": "Sales", "id": "Penjualan", "sv": "Försäljning"})
    );
    for (language, expected) in [
        ("sv", json!({"en": "Sales", "sv": "Försäljning"})),
        ("sv-SE", json!({"en": "Sales", "sv": "Försäljning"})),
        ("en", json!({"en": "Sales"})),
        ("tlh", json!({"en": "Sales"})),
    ] {
        let narrowed = visitor
            .get(&format!("/permissions?language={language}"))
            .await
            .expect(200);
        assert_eq!(label(&narrowed), expected, "{language}");
        // Whoever has one of them has not the other.
        assert_ne!(narrowed.etag(), etag, "{language}");
    }

    let owner = house.owner().await;
    let roles = owner.get("/roles").await.expect(200);
    assert_eq!(roles.at("/items/0/id"), "store-manager");
    assert_eq!(roles.at("/items/0/name/sv"), "Butikschef");
    // The former accountant does not count as a holder.
    let accountant = owner.get("/roles/accountant").await.expect(200);
    assert_eq!(accountant.at("/holders"), 1);
    let held = json!([
        "orders.view",
        "reports.view",
        "reports.export",
        "settings.view",
        "settings.tax"
    ]);
    assert_eq!(accountant.at("/permissions"), held);
    assert_eq!(accountant.text_at("/version"), accountant.etag().trim_matches('"'));
}

#[tokio::test]
async fn the_description_of_the_api_is_served_with_it() {
    let house = House::sample().await;
    let answer = house.browser().get("/openapi.json").await.expect(200);
    assert_eq!(answer.header("content-type"), Some("application/json"));
    assert!(answer.text_at("/openapi").starts_with("3.1"));
}
