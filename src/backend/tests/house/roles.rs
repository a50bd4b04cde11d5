//! Roles: made, changed, taken away, and what that does to whoever holds them.

use serde_json::{Value, json};

use crate::support::{Answer, Browser, House, wrong};

impl Browser {
    async fn put_seen(&self, path: &str, etag: &str, body: Value) -> Answer {
        self.ask("PUT", path, &[("if-match", etag)], Some(&body)).await
    }

    async fn delete_seen(&self, path: &str, etag: &str) -> Answer {
        self.ask("DELETE", path, &[("if-match", etag)], None).await
    }
}

async fn permissions_of(browser: &Browser) -> Value {
    browser.get("/session").await.expect(200).at("/permissions")
}

#[tokio::test]
async fn a_role_is_made_given_and_works_at_once() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let draft = json!({"name": {"en": " Night shift "}, "permissions": ["orders.manage"]});
    let made = owner.post("/roles", draft).await.expect(201);
    assert_eq!(made.at("/name"), json!({"en": "Night shift"}));
    assert_eq!(made.at("/permissions"), json!(["orders.view", "orders.manage"]));
    assert_eq!((made.at("/holders"), made.at("/preset")), (json!(0), Value::Null));
    let id = made.text_at("/id");
    assert_eq!(made.header("location"), Some(format!("/api/v1/roles/{id}").as_str()));

    let nobody = house.signed_in("nobody").await;
    let path = format!("/staff/{}", owner.id_of("nobody").await);
    let seen = owner.get(&path).await.etag();
    owner.patch(&path, &seen, json!({"roles": [id]})).await.expect(200);
    assert_eq!(permissions_of(&nobody).await, json!(["orders.view", "orders.manage"]));

    let path = format!("/roles/{id}");
    let changed = json!({"name": {"en": "Night shift", "sv": "Nattskift"}, "permissions": ["carts.view"]});
    let after = owner.put_seen(&path, &made.etag(), changed.clone()).await.expect(200);
    assert_eq!(after.at("/holders"), 1);
    assert_ne!(after.etag(), made.etag());
    assert_eq!(permissions_of(&nobody).await, json!(["carts.view"]));
    // The same once more is no change.
    let again = owner.put_seen(&path, &after.etag(), changed).await.expect(200);
    assert_eq!(again.etag(), after.etag());
}

#[tokio::test]
async fn a_role_is_changed_only_by_who_has_seen_it() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let draft = || json!({"name": {"en": "Designer"}, "permissions": ["website.view"]});
    let blind = owner.put("/roles/designer", draft()).await;
    assert_eq!(blind.refusal(), (428, "precondition-required".into()));
    let stale = owner.put_seen("/roles/designer", "\"0\"", draft()).await;
    assert_eq!(stale.refusal(), (412, "stale".into()));
    assert_eq!(stale.at("/current/id"), "designer");
    let unknown = owner.put_seen("/roles/emperor", "\"1\"", draft()).await;
    assert_eq!(unknown.refusal(), (404, "not-found".into()));
}

#[tokio::test]
async fn what_is_wrong_with_a_role_is_said_member_by_member() {
    let house = House::sample().await;
    let owner = house.owner().await;
    for (body, expected) in [
        (
            json!({"name": {"sv": "Natt"}, "permissions": ["emperor.crown"]}),
            vec![wrong("/name/en", "required"), wrong("/permissions/0", "unknown-value")],
        ),
        (
            json!({"name": {"en": "x".repeat(101), "../": "y"}, "permissions": []}),
            vec![wrong("/name/../", "malformed"), wrong("/name/en", "too-long")],
        ),
        (
            json!({"name": {"en": "aCCountant "}, "permissions": []}),
            vec![wrong("/name/en", "taken")],
        ),
        (
            json!({"name": {"en": "A"}, "permissions": [], "holders": 3}),
            vec![wrong("/holders", "unknown-member")],
        ),
    ] {
        assert_eq!(owner.post("/roles", body.clone()).await.wrong(), expected, "{body}");
    }
    assert_eq!(owner.get("/roles").await.at("/total"), 7);
}

#[tokio::test]
async fn a_role_that_is_held_goes_only_with_a_word_on_its_holders_and_together_with_it() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let assistant = house.signed_in("assistant").await;
    let path = "/roles/marketing-assistant";
    let seen = owner.get(path).await.etag();
    let held = owner.delete_seen(path, &seen).await;
    assert_eq!(held.refusal(), (409, "state".into()));
    // The newcomer, who has not joined yet, holds it too.
    assert_eq!(held.at("/current/holders"), 2);
    let named: Vec<_> = held.at("/holders").as_array().expect("the holders").clone();
    let id = owner.id_of("assistant").await;
    assert!(named.iter().any(|holder| holder["id"] == id.as_str()), "{named:?}");
    assert_eq!(named.len(), 2);

    for (query, pointer, code) in [
        ("moveTo=marketing-assistant", "/moveTo", "unknown-value"),
        ("moveTo=emperor", "/moveTo", "unknown-value"),
        ("moveTo=designer&moveTo=", "/moveTo", "malformed"),
        ("to=designer", "/to", "unknown-member"),
    ] {
        let answer = owner.delete_seen(&format!("{path}?{query}"), &seen).await;
        assert_eq!(answer.wrong(), [wrong(pointer, code)], "{query}");
    }
    let stale = owner.delete_seen(&format!("{path}?moveTo=designer"), "\"0\"").await;
    assert_eq!(stale.refusal(), (412, "stale".into()));
    assert_eq!(owner.get(path).await.at("/holders"), 2, "nobody has been moved so far");

    let query = "moveTo=designer&reason=They%20draw%20now";
    owner.delete_seen(&format!("{path}?{query}"), &seen).await.expect(204);
    assert_eq!(owner.get(path).await.refusal(), (404, "not-found".into()));
    assert_eq!(
        owner.get(&format!("/staff/{id}")).await.at("/roles"),
        json!(["designer"])
    );
    let website = json!(["products.view", "website.view", "website.content", "website.design"]);
    assert_eq!(permissions_of(&assistant).await, website);
    let told = owner.get("/activity?kind=holders-moved,role-deleted").await;
    assert_eq!(told.at("/items/0/kind"), "role-deleted");
    assert_eq!(told.at("/items/1/kind"), "holders-moved");
    assert_eq!(told.at("/items/1/reason"), "They draw now");

    assert_eq!(owner.get("/roles").await.at("/total"), 6);
    let back = owner.ask("POST", "/roles/presets", &[], None).await.expect(200);
    assert_eq!(back.at("/total"), 7);
    assert_eq!(owner.get(path).await.at("/preset"), "asShipped");
}

#[tokio::test]
async fn a_role_can_be_deleted_so_that_its_holders_only_lose_it() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let accountant = house.signed_in("accountant").await;
    let seen = owner.get("/roles/accountant").await.etag();
    owner.delete_seen("/roles/accountant?moveTo=", &seen).await.expect(204);
    assert_eq!(permissions_of(&accountant).await, json!([]));
}

#[tokio::test]
async fn holders_can_be_moved_to_another_role_while_the_first_stays() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let path = "/roles/marketing-assistant/holders";
    let itself = owner.put(path, json!({"to": "marketing-assistant"})).await;
    assert_eq!(itself.wrong(), [wrong("/to", "unknown-value")]);
    let unsaid = owner.put(path, json!({})).await;
    assert_eq!(unsaid.wrong(), [wrong("/to", "required")]);
    let moved = owner.put(path, json!({"to": "designer"})).await.expect(200);
    assert_eq!(moved.at("/moved"), 2);
    assert_eq!(owner.get("/roles/marketing-assistant").await.at("/holders"), 0);
}

#[tokio::test]
async fn moving_to_none_only_takes_the_role_away() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let accountant = house.signed_in("accountant").await;
    let moved = owner
        .put("/roles/accountant/holders", json!({"to": null}))
        .await
        .expect(200);
    assert_eq!(moved.at("/moved"), 1);
    assert_eq!(permissions_of(&accountant).await, json!([]));
    assert_eq!(
        owner
            .put("/roles/accountant/holders", json!({"to": null}))
            .await
            .at("/moved"),
        0
    );
}

#[tokio::test]
async fn a_role_that_came_with_the_backend_can_be_made_what_it_was() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let designer = house.signed_in("designer").await;
    let (before, could) = (owner.get("/roles/designer").await, permissions_of(&designer).await);
    let draft = json!({"name": {"en": "Painter"}, "permissions": []});
    let changed = owner
        .put_seen("/roles/designer", &before.etag(), draft)
        .await
        .expect(200);
    assert_eq!(changed.at("/preset"), "changed");
    assert_eq!(permissions_of(&designer).await, json!([]));
    let reset = owner
        .delete_seen("/roles/designer/changes?reason=Back", &changed.etag())
        .await
        .expect(200);
    assert_eq!(
        (reset.at("/preset"), reset.at("/name")),
        (json!("asShipped"), before.at("/name"))
    );
    assert_eq!(permissions_of(&designer).await, could);
    assert_eq!(
        owner.get("/activity?kind=role-reset").await.at("/items/0/reason"),
        "Back"
    );

    let own = owner
        .post("/roles", json!({"name": {"en": "Own"}, "permissions": []}))
        .await
        .expect(201);
    let path = format!("/roles/{}/changes", own.text_at("/id"));
    assert_eq!(
        owner.delete_seen(&path, &own.etag()).await.refusal(),
        (409, "state".into())
    );
}

#[tokio::test]
async fn a_role_is_made_once_however_often_it_is_sent() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let key = [("idempotency-key", "a-role-made-only-once")];
    let draft = json!({"name": {"en": "Night shift"}, "permissions": []});
    let first = owner.ask("POST", "/roles", &key, Some(&draft)).await.expect(201);
    let again = owner.ask("POST", "/roles", &key, Some(&draft)).await.expect(201);
    assert_eq!(first.at("/id"), again.at("/id"));
    assert_eq!(owner.get("/roles").await.at("/total"), 8);
}
