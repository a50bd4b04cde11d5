//! The steps between joining and access: chosen by the owner, taken by the newcomer, and asked again with a new text.

use serde_json::{Value, json};

use crate::events::heard;
use crate::support::{Answer, Browser, House, PASSWORD, wrong};

const SETTINGS: &str = "/staff/onboarding";
const DAY_MS: i64 = 86_400_000;

/// Chooses, as things stand now.
async fn choose(owner: &Browser, body: Value) -> Answer {
    let seen = owner.get(SETTINGS).await.expect(200).etag();
    owner.ask("PUT", SETTINGS, &[("if-match", &seen)], Some(&body)).await
}

fn both(text: &str) -> Value {
    json!({"steps": ["guided-tour", "security-basics"], "basics": {"en": text, "sv": "Stäng dörren."}})
}

/// Somebody who has just joined, and the id.
async fn newcomer(house: &House, owner: &Browser, mailbox: &str) -> (Browser, String) {
    let (id, token) = owner
        .invite(&format!("{mailbox}@example.test"), &["orders.manage", "products.view"])
        .await;
    let browser = house.browser();
    let join = json!({"name": "Nova Comer", "password": PASSWORD});
    browser.post(&format!("/invitations/{token}"), join).await.expect(201);
    (browser, id)
}

async fn status(owner: &Browser, id: &str) -> Value {
    owner.get(&format!("/staff/{id}")).await.expect(200).at("/status")
}

#[tokio::test]
async fn until_the_owner_chooses_nothing_but_a_password_is_asked_for() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let settings = owner.get(SETTINGS).await.expect(200);
    assert_eq!(settings.at("/steps"), json!([]));
    assert_eq!(settings.at("/basics/version"), 1);
    assert!(
        settings.text_at("/basics/text/sv").contains("lösenord"),
        "there is a text to begin with"
    );
    let (browser, id) = newcomer(&house, &owner, "plain").await;
    assert_eq!(status(&owner, &id).await, "active");
    let own = browser.get("/onboarding").await.expect(200);
    assert_eq!(own.at("/steps"), json!([{"step": "choose-password", "done": true}]));
    assert_eq!(own.at("/basics"), Value::Null);
}

#[tokio::test]
async fn a_newcomer_takes_one_step_after_another_and_then_has_access() {
    let house = House::trading().await;
    let owner = house.owner().await;
    choose(&owner, both("Close the door.")).await.expect(200);
    let (browser, id) = newcomer(&house, &owner, "steps").await;
    let session = browser.get("/session").await.expect(200);
    assert_eq!(session.at("/account/status"), "onboarding");
    assert_eq!(
        session.at("/account/onboarding"),
        json!(["security-basics", "guided-tour"])
    );
    assert_eq!(session.at("/permissions"), json!([]));
    let refused = browser.get("/resources/orders").await;
    assert_eq!(refused.refusal(), (403, "onboarding".into()));
    assert_eq!(refused.at("/steps"), json!(["security-basics", "guided-tour"]));
    browser.get("/profile").await.expect(200);

    let own = browser.get("/onboarding").await.expect(200);
    assert_eq!(own.at("/basics/text/en"), "Close the door.");
    assert_eq!(
        own.at("/permissions"),
        json!(["orders.view", "orders.manage", "products.view"])
    );
    let resources = own.at("/resources");
    let ids: Vec<_> = resources
        .as_array()
        .expect("a list")
        .iter()
        .map(|brief| &brief["id"])
        .collect();
    assert_eq!(ids, ["orders", "products"], "exactly what there will be");

    // Not out of turn, and not a text that was never shown.
    assert_eq!(
        browser.put("/onboarding/guided-tour", json!({})).await.refusal(),
        (409, "state".into())
    );
    let version = own.at("/basics/version").as_u64().expect("a number");
    let other = json!({"basicsVersion": version - 1});
    assert_eq!(
        browser.put("/onboarding/security-basics", other).await.refusal(),
        (409, "state".into())
    );

    let mut listener = owner.listen().await;
    let accepted = browser
        .put("/onboarding/security-basics", json!({"basicsVersion": version}))
        .await
        .expect(200);
    assert_eq!(accepted.at("/steps/1/done"), true);
    let member = owner.get(&format!("/staff/{id}")).await.expect(200);
    assert_eq!(
        member.at("/onboarding"),
        json!({"steps": ["guided-tour"], "since": "2026-11-24T09:30:00Z"})
    );
    browser.put("/onboarding/guided-tour", json!({})).await.expect(200);
    let told = heard(&owner, &mut listener).await;
    assert!(
        told.iter()
            .any(|(name, data)| name == "staff.changed" && data["id"] == id.as_str()),
        "{told:?}"
    );
    let session = browser.get("/session").await.expect(200);
    assert_eq!(session.at("/account/status"), "active");
    assert_eq!(
        session.at("/permissions"),
        json!(["orders.view", "orders.manage", "products.view"])
    );
    browser.get("/resources/orders").await.expect(200);
    assert_eq!(owner.get(&format!("/staff/{id}")).await.at("/onboarding"), Value::Null);
    // Twice is once.
    browser.put("/onboarding/guided-tour", json!({})).await.expect(200);
    let entries = owner
        .get(&format!("/activity?subject={id}"))
        .await
        .expect(200)
        .at("/items");
    let kinds: Vec<_> = entries
        .as_array()
        .expect("a list")
        .iter()
        .rev()
        .map(|entry| entry["kind"].clone())
        .collect();
    assert_eq!(
        kinds,
        [
            "invited",
            "joined",
            "refused",
            "onboarding-step-done",
            "onboarding-step-done",
            "onboarding-finished"
        ]
    );
}

#[tokio::test]
async fn a_new_text_asks_everybody_again_only_where_the_owner_says_so() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let manager = house.signed_in("manager").await;
    let id = owner.id_of("manager").await;
    choose(&owner, both("One.")).await.expect(200);
    assert_eq!(status(&owner, &id).await, "active", "it is for newcomers");

    let mut listener = manager.listen().await;
    let mut body = both("Two.");
    body["askEverybody"] = json!(true);
    let saved = choose(&owner, body.clone()).await.expect(200);
    assert_eq!(saved.at("/basics/version"), 3);
    let asked = saved.at("/askedAgain").as_u64().expect("a number");
    assert!(asked > 5, "everybody who is active: {asked}");
    assert_eq!(status(&owner, &id).await, "onboarding");
    assert_eq!(
        manager.get("/resources/products").await.refusal(),
        (403, "onboarding".into())
    );
    // Open pages are told by themselves.
    listener.until("session.changed").await;
    let own = manager.get("/onboarding").await.expect(200);
    assert_eq!(own.at("/steps/1"), json!({"step": "security-basics", "done": false}));

    // Nothing but the text is asked of whoever had access: the tour is for newcomers.
    manager
        .put("/onboarding/security-basics", json!({"basicsVersion": 3}))
        .await
        .expect(200);
    manager.get("/resources/products").await.expect(200);

    // The same once more asks only those who have not accepted it.
    let again = choose(&owner, body).await.expect(200);
    assert_eq!(again.at("/askedAgain"), 0);
    assert_eq!(status(&owner, &id).await, "active");
}

#[tokio::test]
async fn whoever_was_suspended_meanwhile_is_asked_on_coming_back() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let id = owner.id_of("designer").await;
    let suspension = format!("/staff/{id}/suspension");
    owner.put(&suspension, json!({})).await.expect(200);
    let body = json!({"steps": ["security-basics"], "basics": {"en": "Lock it."}, "askEverybody": true});
    choose(&owner, body).await.expect(200);
    assert_eq!(status(&owner, &id).await, "suspended");
    assert_eq!(owner.delete(&suspension).await.expect(200).at("/status"), "onboarding");
    let designer = house.signed_in("designer").await;
    designer
        .put("/onboarding/security-basics", json!({"basicsVersion": 2}))
        .await
        .expect(200);
    assert_eq!(status(&owner, &id).await, "active");
}

#[tokio::test]
async fn a_step_that_is_no_longer_asked_opens_the_door() {
    let house = House::sample().await;
    let owner = house.owner().await;
    choose(&owner, both("Close the door.")).await.expect(200);
    let (browser, id) = newcomer(&house, &owner, "waits").await;
    let basics = owner.get(SETTINGS).await.at("/basics/text");
    choose(&owner, json!({"steps": [], "basics": basics})).await.expect(200);
    assert_eq!(status(&owner, &id).await, "active");
    assert_eq!(browser.get("/session").await.at("/account/onboarding"), Value::Null);
}

#[tokio::test]
async fn a_reminder_goes_out_at_most_once_a_day() {
    let house = House::sample().await;
    let owner = house.owner().await;
    choose(&owner, both("Close the door.")).await.expect(200);
    let (_, id) = newcomer(&house, &owner, "stuck").await;
    let path = format!("/staff/{id}/reminder");
    let reminded = owner.post(&path, json!({})).await.expect(200);
    assert_eq!(reminded.at("/onboarding/reminded"), "2026-11-24T09:30:00Z");
    assert_eq!(owner.post(&path, json!({})).await.refusal(), (409, "state".into()));
    let letters = std::fs::read_dir(house.folder().join("outbox")).expect("an outbox");
    let texts = letters.map(|file| std::fs::read_to_string(file.expect("a letter").path()).expect("text"));
    let to_them: Vec<_> = texts
        .filter(|text| text.contains("stuck@example.test") && text.contains("/onboarding"))
        .collect();
    assert_eq!(to_them.len(), 1);
    house.clock.advance(DAY_MS);
    let owner = house.owner().await;
    owner.post(&path, json!({})).await.expect(200);
    // Nothing is left for whoever is active.
    let active = owner.id_of("manager").await;
    let refused = owner.post(&format!("/staff/{active}/reminder"), json!({})).await;
    assert_eq!(refused.refusal(), (409, "state".into()));
}

#[tokio::test]
async fn what_cannot_be_chosen_is_said_at_its_place_and_changes_nothing() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let before = owner.get(SETTINGS).await.expect(200);
    let refused = |body: Value| choose(&owner, body);
    let answer = refused(json!({"steps": ["second-factor", "choose-password"], "basics": {"en": "x"}})).await;
    assert_eq!(
        answer.wrong(),
        [wrong("/steps/0", "unknown-value"), wrong("/steps/1", "unknown-value")]
    );
    let answer = refused(json!({"steps": ["security-basics"], "basics": {"en": "  ", "sv": "Ja."}})).await;
    assert_eq!(answer.wrong(), [wrong("/basics/en", "required")]);
    let answer = refused(json!({"steps": ["guided-tour"], "basics": {"en": "x"}, "askEverybody": true})).await;
    assert_eq!(answer.wrong(), [wrong("/askEverybody", "unknown-value")]);
    let answer = refused(json!({"steps": [], "basics": {"en": "x".repeat(10_001), "not a tag": "x"}})).await;
    assert_eq!(
        answer.wrong(),
        [wrong("/basics/en", "too-long"), wrong("/basics/not a tag", "malformed")]
    );
    assert_eq!(owner.get(SETTINGS).await.json(), before.json());

    let body = json!({"steps": [], "basics": before.at("/basics/text")});
    let same = choose(&owner, body.clone()).await.expect(200);
    assert_eq!(same.etag(), before.etag(), "a save that changes nothing is no change");
    choose(&owner, both("New.")).await.expect(200);
    let etag = before.etag();
    let stale = owner.ask("PUT", SETTINGS, &[("if-match", &etag)], Some(&body)).await;
    assert_eq!(stale.refusal(), (412, "stale".into()));
    assert_eq!(stale.at("/current/basics/text/en"), "New.");
}

#[tokio::test]
async fn whoever_is_invited_again_begins_anew() {
    let house = House::sample().await;
    let owner = house.owner().await;
    choose(&owner, json!({"steps": ["guided-tour"], "basics": {}}))
        .await
        .expect(200);
    let (browser, id) = newcomer(&house, &owner, "twice").await;
    browser.put("/onboarding/guided-tour", json!({})).await.expect(200);
    assert_eq!(status(&owner, &id).await, "active");
    owner
        .put(&format!("/staff/{id}/revocation"), json!({}))
        .await
        .expect(200);
    let (_, again) = newcomer(&house, &owner, "twice").await;
    assert_eq!(again, id);
    assert_eq!(status(&owner, &id).await, "onboarding");
}
