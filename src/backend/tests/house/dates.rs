//! Dates of single roles and permissions: they open and close by themselves, at the second, in every decision.

use serde_json::{Value, json};

use crate::support::{Browser, House, PASSWORD, wrong};

const HOUR: i64 = 3_600_000;

/// Somebody who joins with this grant; the browser and the path of the account.
async fn joined(house: &House, owner: &Browser, grant: Value) -> (Browser, String) {
    let mut body = json!({"email": "dated@example.test"});
    body.as_object_mut()
        .expect("an object")
        .extend(grant.as_object().expect("an object").clone());
    let invited = owner.post("/staff", body).await.expect(201);
    let token = crate::support::token_of(&invited.text_at("/invitation/link"));
    let browser = house.browser();
    let join = json!({"name": "Dated", "password": PASSWORD});
    browser.post(&format!("/invitations/{token}"), join).await.expect(201);
    (browser, format!("/staff/{}", invited.text_at("/account/id")))
}

async fn may(browser: &Browser) -> Value {
    browser.get("/session").await.expect(200).at("/permissions")
}

#[tokio::test]
async fn a_permission_opens_and_closes_at_its_second_and_the_rest_stays() {
    let house = House::sample().await;
    let owner = house.owner().await;
    // It is half past nine.
    let (browser, path) = joined(
        &house,
        &owner,
        json!({"permissions": ["carts.view", "reports.view"], "periods": {"permissions": {
            "reports.view": {"starts": "2026-11-24T10:30:00Z", "ends": "2026-11-24T12:30:00Z"}}}}),
    )
    .await;
    let told = owner.get(&path).await.expect(200);
    assert_eq!(told.at("/permissions"), json!(["carts.view", "reports.view"]));
    assert_eq!(
        told.at("/periods/permissions/reports.view/ends"),
        "2026-11-24T12:30:00Z"
    );

    assert_eq!(may(&browser).await, json!(["carts.view"]));
    let etag = browser.get("/session").await.etag();
    house.clock.advance(HOUR - 1);
    assert_eq!(
        browser.get("/reports").await.refusal(),
        (403, "missing-permission".into())
    );
    house.clock.advance(1);
    browser.get("/reports").await.expect(200);
    let asked = browser.ask("GET", "/session", &[("if-none-match", &etag)], None).await;
    assert_eq!(asked.status, 200);
    assert_eq!(may(&browser).await, json!(["carts.view", "reports.view"]));
    house.clock.advance(2 * HOUR - 1);
    browser.get("/reports").await.expect(200);
    house.clock.advance(1);
    assert_eq!(
        browser.get("/reports").await.refusal(),
        (403, "missing-permission".into())
    );
    assert_eq!(may(&browser).await, json!(["carts.view"]));
}

#[tokio::test]
async fn a_role_for_a_time_ends_and_what_is_direct_or_in_another_role_stays() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let (browser, path) = joined(
        &house,
        &owner,
        json!({"permissions": ["orders.view"], "roles": ["accountant"],
               "periods": {"roles": {"accountant": {"ends": "2026-11-24T10:30:00Z"}}}}),
    )
    .await;
    let whole = may(&browser).await;
    assert!(
        whole.as_array().expect("a list").contains(&json!("reports.export")),
        "{whole}"
    );
    house.clock.advance(HOUR);
    assert_eq!(may(&browser).await, json!(["orders.view"]));

    // Another role in its place keeps the dates: nobody has given more time.
    owner.prove().await;
    owner
        .put("/roles/accountant/holders", json!({"to": "designer"}))
        .await
        .expect(200);
    assert_eq!(
        owner.get(&path).await.at("/periods/roles"),
        json!({"designer": {"ends": "2026-11-24T10:30:00Z"}})
    );
    assert_eq!(may(&browser).await, json!(["orders.view"]));
    let longer = json!({"periods": {"roles": {"designer": {"ends": "2026-11-24T11:30:00Z"}}}});
    owner.patch(&path, "*", longer).await.expect(200);
    assert_ne!(may(&browser).await, json!(["orders.view"]));
}

#[tokio::test]
async fn what_comes_along_does_not_outlive_what_it_came_along_with() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let refund = json!({"permissions": ["orders.refund"],
                        "periods": {"permissions": {"orders.refund": {"ends": "2026-11-24T10:30:00Z"}}}});
    let (browser, _) = joined(&house, &owner, refund).await;
    let held = may(&browser).await;
    assert!(
        held.as_array().expect("a list").contains(&json!("orders.view")),
        "{held}"
    );
    house.clock.advance(HOUR);
    assert_eq!(may(&browser).await, json!([]));
}

#[tokio::test]
async fn dates_stay_with_what_stays_and_go_with_what_goes() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let ends = json!({"ends": "2027-01-01T00:00:00Z"});
    let (_, path) = joined(
        &house,
        &owner,
        json!({"permissions": ["carts.view", "reports.view"], "roles": ["designer"], "periods": {
            "permissions": {"carts.view": ends, "reports.view": ends}, "roles": {"designer": ends}}}),
    )
    .await;
    let before = owner.get(&path).await.expect(200);
    // Nothing changes, so nothing is changed.
    let same = owner
        .patch(&path, "*", json!({"periods": before.at("/periods")}))
        .await
        .expect(200);
    assert_eq!(same.etag(), before.etag());
    let changed = owner
        .patch(&path, "*", json!({"name": "Other", "permissions": ["carts.view"]}))
        .await
        .expect(200);
    assert_eq!(
        changed.at("/periods"),
        json!({"permissions": {"carts.view": ends}, "roles": {"designer": ends}})
    );
    let back = owner
        .patch(&path, "*", json!({"permissions": ["carts.view", "reports.view"]}))
        .await
        .expect(200);
    assert_eq!(back.at("/periods/permissions"), json!({"carts.view": ends}));
    let free = owner.patch(&path, "*", json!({"periods": {}})).await.expect(200);
    assert_eq!(free.json().get("periods"), None);
}

#[tokio::test]
async fn dates_are_for_what_is_given_and_end_after_they_start() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let path = format!("/staff/{}", owner.id_of("designer").await);
    let before = owner.get(&path).await.expect(200);
    let periods = json!({
        "permissions": {"orders.refund": {"ends": "2027-01-01T00:00:00Z"}},
        "roles": {"accountant": {}, "designer": {"starts": "2027-01-02T00:00:00Z", "ends": "2027-01-01T00:00:00Z"}},
    });
    let answer = owner.patch(&path, "*", json!({"periods": periods})).await;
    assert_eq!(
        answer.wrong(),
        [
            wrong("/periods/permissions/orders.refund", "unknown-value"),
            wrong("/periods/roles/accountant", "unknown-value"),
            wrong("/periods/roles/designer/ends", "ends-before-start"),
        ]
    );
    assert_eq!(owner.get(&path).await.json(), before.json());
}

#[tokio::test]
async fn the_account_s_own_dates_bound_all_others() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let (browser, _) = joined(
        &house,
        &owner,
        json!({"permissions": ["carts.view"], "ends": "2026-11-24T10:30:00Z",
               "periods": {"permissions": {"carts.view": {"ends": "2026-11-24T12:30:00Z"}}}}),
    )
    .await;
    assert_eq!(may(&browser).await, json!(["carts.view"]));
    house.clock.advance(HOUR);
    assert_ne!(browser.get("/resources/carts").await.status, 200);
}

#[tokio::test]
async fn whoever_holds_something_for_a_time_is_told_when_it_comes_and_goes_and_warned_in_the_last_week() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let (soon, later) = ("2026-11-30T09:30:00Z", "2026-12-24T00:00:00Z");
    let (browser, path) = joined(
        &house,
        &owner,
        json!({"permissions": ["carts.view", "orders.refund", "reports.view"], "roles": ["designer"], "periods": {
            "permissions": {"orders.refund": {"ends": soon}, "reports.view": {"starts": soon, "ends": later}},
            "roles": {"designer": {"ends": later}}}}),
    )
    .await;
    let turns = browser.get("/profile").await.expect(200).at("/turns");
    let website = ["reports.view", "website.view", "website.content", "website.design"];
    let website: Vec<_> = ["products.view"].into_iter().chain(website).collect();
    assert_eq!(
        turns,
        json!([
            {"at": soon, "gains": ["reports.view"], "loses": ["orders.view", "orders.refund"]},
            {"at": later, "loses": website},
        ])
    );
    // Within a week it is on the first page, and what lies further off is not.
    let first = browser.get("/overview").await.expect(200).at("/turns");
    assert_eq!(first, json!([turns[0]]));

    // What is held otherwise as well is not lost, so nobody is warned of it.
    let mine = json!({"permissions": ["carts.view", "orders.refund", "orders.manage", "reports.view"]});
    owner.patch(&path, "*", mine).await.expect(200);
    let turns = browser.get("/profile").await.at("/turns");
    assert_eq!(turns[0]["loses"], json!(["orders.refund"]));

    assert_eq!(owner.get("/profile").await.json().get("turns"), None);
    assert_eq!(owner.get("/overview").await.json().get("turns"), None);
}
