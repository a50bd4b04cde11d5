//! Store settings: who may change which, what they must be together, and the secret that is never told.

use serde_json::{Value, json};

use crate::support::{Answer, Browser, House, PASSWORD, token_of, wrong};

const ALL: [&str; 5] = ["general", "tax", "shipping", "payment", "notifications"];

fn path(resource: &str) -> String {
    format!("/resources/{resource}/{resource}")
}

/// Changes the one record of a resource, as it is now.
pub(super) async fn set(browser: &Browser, resource: &str, fields: Value) -> Answer {
    let path = path(resource);
    let seen = browser.get(&path).await.expect(200).etag();
    browser.patch(&path, &seen, fields).await
}

#[tokio::test]
async fn whoever_sees_settings_changes_only_what_is_permitted() {
    let house = House::sample().await;
    let accountant = house.signed_in("accountant").await;
    for (resource, fields) in [
        ("general", json!({"phone": "+46 498 555 011"})),
        ("tax", json!({"defaultRate": 12.5})),
        ("shipping", json!({"pickupHours": "Mon–Fri 9–17"})),
        ("payment", json!({"invoiceDays": 20})),
        ("notifications", json!({"senderName": "Nyckel"})),
    ] {
        let answer = set(&accountant, resource, fields).await;
        if resource == "tax" {
            assert_eq!(answer.expect(200).at("/fields/defaultRate"), 12.5);
        } else {
            assert_eq!(answer.refusal(), (403, "missing-permission".into()), "{resource}");
            assert_eq!(answer.at("/missing"), json!([format!("settings.{resource}")]));
        }
    }
    let nobody = house.signed_in("nobody").await;
    for resource in ALL {
        let answer = nobody.get(&path(resource)).await;
        assert_eq!(answer.refusal(), (403, "missing-permission".into()));
        assert_eq!(answer.at("/missing"), json!(["settings.view"]));
    }
}

#[tokio::test]
async fn a_secret_key_is_kept_and_never_told() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let (publishable, secret) = ("pk_test_4f9a0c77d1", "sk_test_c0ffee5ec2e7");
    let fields = json!({"cardOn": true, "cardPublishableKey": publishable, "cardSecretKey": secret});
    let set_up = set(&owner, "payment", fields).await.expect(200);
    let list = owner.get("/resources/payment").await.expect(200);
    let read = owner.get(&path("payment")).await.expect(200);
    for answer in [&set_up, &list, &read] {
        assert!(answer.text.contains(publishable), "{answer:?}");
        assert!(
            !answer.text.contains(secret) && !answer.text.contains("cardSecretKey"),
            "{answer:?}"
        );
    }
    assert_eq!(read.at("/fields/cardSecretSet"), true);
    // It is there: the other mode finds that it is of the wrong kind.
    let live = set(&owner, "payment", json!({"testMode": false})).await;
    assert_eq!(
        live.wrong(),
        [
            wrong("/cardPublishableKey", "mismatch"),
            wrong("/cardSecretKey", "mismatch")
        ]
    );
    assert!(!live.text.contains(secret));
    let taken = set(&owner, "payment", json!({"cardSecretKey": null})).await;
    assert_eq!(taken.wrong(), [wrong("/cardSecretKey", "required")]);
    let off = set(&owner, "payment", json!({"cardOn": false, "cardSecretKey": null}))
        .await
        .expect(200);
    assert_eq!(off.at("/fields/cardSecretSet"), false);
}

#[tokio::test]
async fn nobody_sets_what_only_follows() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let answer = set(&owner, "payment", json!({"cardSecretSet": true})).await;
    assert_eq!(answer.wrong(), [wrong("/cardSecretSet", "unknown-member")]);
}

#[tokio::test]
async fn a_way_of_paying_has_what_it_needs() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let answer = set(
        &owner,
        "payment",
        json!({"bankHolder": null, "bankAccount": null, "invoiceDays": null}),
    )
    .await;
    let missing = ["/invoiceDays", "/bankHolder", "/bankAccount"].map(|pointer| wrong(pointer, "required"));
    assert_eq!(answer.wrong(), missing);
    let mistyped = set(
        &owner,
        "payment",
        json!({"bankAccount": "SE45 5000 0000 0583 9825 7467"}),
    )
    .await;
    assert_eq!(mistyped.wrong(), [wrong("/bankAccount", "malformed")]);
    set(&owner, "payment", json!({"bankAccount": "5012-3344556"}))
        .await
        .expect(200);
}

#[tokio::test]
async fn cash_on_pick_up_needs_a_place_to_pick_up() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let closed = set(&owner, "shipping", json!({"pickupOn": false})).await;
    assert_eq!(closed.wrong(), [wrong("/pickupOn", "required")]);
    set(&owner, "payment", json!({"cashOn": false})).await.expect(200);
    set(&owner, "shipping", json!({"pickupOn": false, "pickupAddress": null}))
        .await
        .expect(200);
    let cash = set(&owner, "payment", json!({"cashOn": true})).await;
    assert_eq!(cash.wrong(), [wrong("/cashOn", "mismatch")]);
    let nowhere = set(&owner, "shipping", json!({"pickupOn": true})).await;
    assert_eq!(nowhere.wrong(), [wrong("/pickupAddress", "required")]);
}

#[tokio::test]
async fn a_country_lies_in_one_zone_and_has_one_rate() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let row = |zone: &str, countries: &str, rate: &str| json!({"zone": zone, "countries": countries, "rate": rate, "price": {"amount": "5", "currency": "EUR"}});
    let zones = json!([
        row("Nordic", "SE, NO", "Parcel"),
        row("Nordic", "SE,NO", "Parcel"),
        row("Baltic", "EE, XX", "Parcel"),
        row("Other", "NO", "Parcel"),
        row("World", "*", "Airmail"),
    ]);
    let answer = set(&owner, "shipping", json!({"zones": zones})).await;
    assert_eq!(
        answer.wrong(),
        [
            wrong("/zones/1/rate", "taken"),
            wrong("/zones/2/countries", "unknown-value"),
            wrong("/zones/3/countries", "taken"),
        ]
    );
    let foreign = json!([{"zone": "Z", "countries": "SE", "rate": "R", "price": {"amount": "5", "currency": "SEK"}}]);
    let answer = set(&owner, "shipping", json!({"zones": foreign})).await;
    assert_eq!(answer.wrong(), [wrong("/zones/0/price/currency", "unknown-value")]);

    let rates = json!([{"country": "SE", "rate": 25}, {"country": "SE", "rate": 6}, {"country": "ZZ", "rate": 1}]);
    let answer = set(&owner, "tax", json!({"rates": rates})).await;
    assert_eq!(
        answer.wrong(),
        [
            wrong("/rates/1/country", "taken"),
            wrong("/rates/2/country", "unknown-value")
        ]
    );
}

#[tokio::test]
async fn whoever_is_to_be_told_has_an_address() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let nobody = set(&owner, "notifications", json!({"admins": []})).await;
    assert_eq!(nobody.wrong(), [wrong("/admins", "too-few")]);
    let twice = json!({"admins": [{"email": "a@example.test"}, {"email": "A@Example.test"}, {"email": "a"}]});
    let answer = set(&owner, "notifications", twice).await;
    assert!(
        answer.wrong().iter().any(|(pointer, _)| pointer == "/admins/2/email"),
        "{answer:?}"
    );
    let twice = json!({"admins": [{"email": "a@example.test"}, {"email": "A@Example.test"}]});
    let answer = set(&owner, "notifications", twice).await;
    assert_eq!(answer.wrong(), [wrong("/admins/1/email", "taken")]);
}

#[tokio::test]
async fn the_stores_name_is_one_and_the_same() {
    let house = House::sample().await;
    let owner = house.owner().await;
    set(&owner, "general", json!({"name": "Nyckel & Kunci"}))
        .await
        .expect(200);
    assert_eq!(owner.get("/session").await.at("/store/name"), "Nyckel & Kunci");
    let blank = set(&owner, "general", json!({"name": "  "})).await;
    assert_eq!(blank.wrong().len(), 1, "{blank:?}");
    assert_eq!(blank.wrong()[0].0, "/name");
}

#[tokio::test]
async fn a_store_that_was_begun_empty_is_named_by_its_owner() {
    let house = House::empty().await;
    let owner = house.browser();
    let body = json!({
        "token": token_of(house.app.set_up.as_deref().expect("there is a link")), "storeName": "Lilla nyckeln", "currency": "SEK", "name": "Åsa",
        "email": "asa@example.test", "password": PASSWORD,
    });
    owner.post("/owner", body).await.expect(201);
    for (resource, name) in [("general", "Lilla nyckeln"), ("site", "Lilla nyckeln")] {
        assert_eq!(owner.get(&path(resource)).await.expect(200).at("/fields/name"), name);
    }
    for (resource, count) in [
        ("automations", 8),
        ("social", 4),
        ("marketplaces", 5),
        ("campaigns", 0),
        ("pages", 0),
    ] {
        let list = owner.get(&format!("/resources/{resource}")).await.expect(200);
        assert_eq!(list.at("/total"), count, "{resource}");
    }
}
