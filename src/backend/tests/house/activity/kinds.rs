//! Each act leaves exactly one entry, in the transaction that does it; what is refused or changes nothing leaves none.

use serde_json::{Value, json};
use sqlx::query;

use super::Since;
use crate::support::{Browser, House, PASSWORD, euros, id, token_of};

async fn with_etag(browser: &Browser, method: &str, path: &str, read: &str, body: Option<&Value>) {
    let etag = browser.get(read).await.expect(200).etag();
    let answer = browser.ask(method, path, &[("if-match", &etag)], body).await;
    assert!(answer.status.is_success(), "{answer:?}");
}

#[tokio::test]
async fn what_is_done_about_people_leaves_one_entry_each() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let mut since = Since::now(&house).await;
    macro_rules! leaves {
        ($kinds:expr) => {{
            let expected: &[&str] = &$kinds;
            assert_eq!(since.kinds(&owner).await, expected);
            since = Since::now(&house).await;
        }};
    }

    let (id, token) = owner.invite("new@example.test", &["orders.refund"]).await;
    leaves!(["invited"]);
    let path = format!("/staff/{id}");
    let resent = owner.post(&format!("{path}/invitation"), json!({})).await.expect(201);
    leaves!(["invitation-resent"]);
    let dead = house.browser();
    let join = json!({"name": "New", "password": PASSWORD});
    dead.post(&format!("/invitations/{token}"), join.clone())
        .await
        .expect(410);
    leaves!([]);
    let browser = house.browser();
    let token = token_of(&resent.text_at("/invitation/link"));
    browser.post(&format!("/invitations/{token}"), join).await.expect(201);
    leaves!(["joined"]);
    let seen = owner.get(&path).await.etag();
    let body = json!({"permissions": ["orders.view"], "reason": "Only to look"});
    owner.patch(&path, &seen, body.clone()).await.expect(200);
    leaves!(["staff-changed"]);
    owner.patch(&path, &seen, body.clone()).await.expect(412);
    let seen = owner.get(&path).await.etag();
    owner.patch(&path, &seen, body).await.expect(200);
    leaves!([]);
    browser
        .sign_in("new@example.test", "a wrong password")
        .await
        .expect(401);
    leaves!(["sign-in-failed"]);
    let profile = browser.get("/profile").await.etag();
    browser
        .patch("/profile", &profile, json!({"name": "Newer"}))
        .await
        .expect(200);
    leaves!(["profile-changed"]);
    let password = |current: &str| json!({"current": current, "new": "another password of mine"});
    browser
        .put("/profile/password", password("not the present"))
        .await
        .expect(422);
    leaves!(["password-refused"]);
    browser.put("/profile/password", password(PASSWORD)).await.expect(204);
    leaves!(["password-changed"]);
    browser.get("/staff").await.expect(403);
    leaves!(["refused"]);
    owner.delete(&format!("{path}/sessions")).await.expect(200);
    leaves!(["sessions-ended"]);
    owner.put(&format!("{path}/suspension"), json!({})).await.expect(200);
    leaves!(["suspended"]);
    owner.put(&format!("{path}/suspension"), json!({})).await.expect(200);
    leaves!([]);
    let refused = browser.sign_in("new@example.test", "another password of mine").await;
    refused.expect(403);
    leaves!(["sign-in-refused"]);
    owner.delete(&format!("{path}/suspension")).await.expect(200);
    leaves!(["reactivated"]);
    browser
        .sign_in("new@example.test", "another password of mine")
        .await
        .expect(200);
    leaves!(["signed-in"]);
    browser.delete("/session").await.expect(204);
    leaves!(["signed-out"]);
    owner
        .put(&format!("{path}/revocation"), json!({"reason": "Left"}))
        .await
        .expect(200);
    leaves!(["revoked"]);
    owner.put(&format!("{path}/revocation"), json!({})).await.expect(200);
    leaves!([]);
    let (other, _) = owner.invite("other@example.test", &[]).await;
    owner.delete(&format!("/staff/{other}/invitation")).await.expect(204);
    leaves!(["invited", "invitation-cancelled"]);
    house.owner().await;
    owner.delete("/sessions").await.expect(200);
    assert_eq!(since.kinds(&owner).await, ["signed-in", "sessions-ended"]);
}

#[tokio::test]
async fn what_is_done_about_roles_leaves_one_entry_each() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let since = Since::now(&house).await;
    let draft = json!({"name": {"en": "Night shift"}, "permissions": ["orders.refund"], "reason": "For the night"});
    let made = owner.post("/roles", draft).await.expect(201);
    let path = format!("/roles/{}", made.text_at("/id"));
    let body = json!({"name": {"en": "Late shift"}, "permissions": ["orders.view"]});
    with_etag(&owner, "PUT", &path, &path, Some(&body)).await;
    with_etag(&owner, "PUT", &path, &path, Some(&body)).await;
    with_etag(&owner, "DELETE", &path, &path, None).await;
    let manager = "/roles/store-manager";
    with_etag(&owner, "PUT", manager, manager, Some(&body)).await;
    with_etag(&owner, "DELETE", "/roles/store-manager/changes", manager, None).await;
    owner
        .put("/roles/store-manager/holders", json!({"to": null}))
        .await
        .expect(200);
    owner
        .put("/roles/store-manager/holders", json!({"to": null}))
        .await
        .expect(200);
    with_etag(&owner, "DELETE", manager, manager, None).await;
    owner.post("/roles/presets", json!({})).await.expect(200);
    assert_eq!(
        since.kinds(&owner).await,
        [
            "role-created",
            "role-changed",
            "role-deleted",
            "role-changed",
            "role-reset",
            "holders-moved",
            "role-deleted",
            "role-restored"
        ]
    );
    let entries = since.entries(&owner).await;
    assert_eq!(entries[0]["reason"], "For the night");
    assert_eq!(entries[1]["subject"]["name"], "Late shift");
    // Whose access it touched is told.
    assert_eq!(entries[3]["detail"]["people"][0]["name"], "Budi Santoso");
    let id = owner.id_of("manager").await;
    let of_person = owner
        .get(&format!("/activity?subject={id}&kind=role-changed"))
        .await
        .expect(200);
    assert_eq!(of_person.at("/total"), 1);
}

#[tokio::test]
async fn what_is_done_to_records_leaves_one_entry_each_and_one_for_each_that_follows() {
    let house = House::trading().await;
    let owner = house.owner().await;
    let manager = house.signed_in("manager").await;
    let since = Since::now(&house).await;
    let fields = json!({"name": "A new key", "sku": "NEW-1", "status": "draft", "price": euros("3.00")});
    let made = manager.post("/resources/products", fields).await.expect(201);
    let path = format!("/resources/products/{}", made.text_at("/id"));
    let change = json!({"price": euros("4.00")});
    manager.patch(&path, &made.etag(), change.clone()).await.expect(200);
    with_etag(&manager, "PATCH", &path, &path, Some(&change)).await;
    with_etag(&manager, "DELETE", &path, &path, None).await;
    manager.put(&format!("{path}/restoration"), json!({})).await.expect(200);
    manager.put(&format!("{path}/restoration"), json!({})).await.expect(200);
    assert_eq!(
        since.kinds(&owner).await,
        ["record-created", "record-changed", "record-deleted", "record-restored"]
    );
    let entries = since.entries(&owner).await;
    assert_eq!(entries[1]["actor"]["name"], "Budi Santoso");
    assert_eq!(entries[1]["subject"]["name"], "A new key");
    let price = &entries[1]["detail"]["changes"][0];
    assert_eq!(price["field"], "price");
    assert_eq!(price["before"]["money"], euros("3.00"));
    assert_eq!(price["after"]["money"], euros("4.00"));

    let since = Since::now(&house).await;
    let order = id(&manager.first("orders", "payment=paid&fulfilment=toShip").await);
    let input = json!({"amount": euros("1.50"), "reason": "A scratch"});
    manager.command("orders", &order, "refund", input).await.expect(200);
    let entries = since.entries(&owner).await;
    assert_eq!(since.kinds(&owner).await, ["command-done", "record-followed"]);
    assert_eq!(entries[0]["reason"], "A scratch");
    assert_eq!(entries[0]["subject"]["id"], order);
    assert_eq!(entries[1]["resource"], "customers");
    // What is refused leaves nothing.
    let since = Since::now(&house).await;
    let input = json!({"amount": euros("99999.00"), "reason": "Too much"});
    manager.command("orders", &order, "refund", input).await.expect(422);
    manager.patch(&path, "\"0\"", change).await.expect(412);
    assert!(since.kinds(&owner).await.is_empty());

    manager.get("/resources/customers/export.csv").await.expect(200);
    owner.get("/reports/sales/export.csv").await.expect(200);
    owner.get("/activity.csv").await.expect(200);
    owner.get("/billing/invoices.csv").await.expect(200);
    assert_eq!(
        since.kinds(&owner).await,
        [
            "list-exported",
            "report-exported",
            "activity-exported",
            "invoices-exported"
        ]
    );
}

#[tokio::test]
async fn another_plan_leaves_an_entry_with_both_names() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let since = Since::now(&house).await;
    let billing = owner.get("/billing").await.expect(200);
    let largest = billing
        .at("/plans")
        .as_array()
        .expect("plans")
        .last()
        .expect("one")
        .clone();
    let change = json!({"plan": largest["id"]});
    owner.patch("/billing", &billing.etag(), change).await.expect(200);
    let entries = since.entries(&owner).await;
    assert_eq!(since.kinds(&owner).await, ["plan-changed"]);
    assert_eq!(entries[0]["subject"]["type"], "store");
    assert_eq!(
        entries[0]["detail"]["changes"][0]["after"]["labels"][0],
        largest["name"]
    );
}

#[tokio::test]
async fn setting_up_a_store_is_its_first_entry() {
    let house = House::empty().await;
    let browser = house.browser();
    let token = token_of(house.app.set_up.as_deref().expect("a link"));
    let body = json!({"token": token, "storeName": "Ett", "currency": "SEK", "name": "Ada",
                      "email": "ada@example.test", "password": PASSWORD});
    browser.post("/owner", body).await.expect(201);
    let entries = super::entries(&browser).await;
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0]["kind"], "owner-created");
    assert_eq!(entries[0]["number"], 1);
}

/// What cannot be written down is not done.
#[tokio::test]
async fn without_its_entry_nothing_is_done() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let path = format!("/staff/{}", owner.id_of("manager").await);
    let database = house.app.database();
    query("CREATE TRIGGER no_more BEFORE INSERT ON activity BEGIN SELECT RAISE(ABORT, 'no more'); END")
        .execute(database)
        .await
        .expect("a trigger is made");
    owner.put(&format!("{path}/suspension"), json!({})).await.expect(500);
    assert_eq!(owner.get(&path).await.at("/status"), "active");
    query("DROP TRIGGER no_more")
        .execute(database)
        .await
        .expect("it is gone");
    owner.put(&format!("{path}/suspension"), json!({})).await.expect(200);
}
