//! Handing the store over: offered by the owner, accepted by somebody on the staff, and at each moment one owner.

mod after;
mod races;
mod void;

use serde_json::{Value, json};
use sqlx::query_scalar;

use crate::password_links::letters_to;
use crate::support::{Answer, Browser, House};

const OWNER: &str = "owner@example.test";
const MANAGER: &str = "manager@example.test";

async fn offer(owner: &Browser, mailbox: &str) -> Answer {
    let path = format!("/staff/{}/ownership", owner.id_of(mailbox).await);
    owner.put(&path, json!({})).await
}

async fn accept(browser: &Browser) -> Answer {
    browser.post("/ownership", json!({})).await
}

/// What is offered, as this person sees it.
async fn offered(browser: &Browser) -> Value {
    browser.get("/ownership").await.expect(200).at("/offer")
}

/// There is nothing to accept.
async fn has_nothing_to_accept(browser: &Browser) {
    assert_eq!(accept(browser).await.refusal(), (409, "state".into()));
}

/// Who is the owner, as it stands in the database.
async fn owners(house: &House) -> Vec<String> {
    query_scalar("SELECT email FROM accounts WHERE owner = 1 AND status = 'active'")
        .fetch_all(house.app.database())
        .await
        .expect("they are read")
}

/// What the letters to somebody that are about the store's owner begin with.
fn subjects(house: &House, email: &str) -> Vec<String> {
    let letters = letters_to(house, email).into_iter().map(|(subject, _)| subject);
    let mut about: Vec<_> = letters.filter(|subject| !subject.contains("sign-in")).collect();
    about.sort();
    about
}

#[tokio::test]
async fn it_changes_hands_when_it_is_accepted_and_not_before() {
    let house = House::sample().await;
    let (owner, manager) = (house.owner().await, house.signed_in("manager").await);
    let stranger = house.signed_in("designer").await;
    assert_eq!(offered(&manager).await, Value::Null);
    has_nothing_to_accept(&manager).await;

    let made = offer(&owner, "manager").await.expect(200);
    assert_eq!(made.at("/offer/name"), "Budi Santoso");
    assert_eq!(made.at("/offer/owner"), "Astrid Lindqvist");
    assert_eq!(made.at("/offer/expires"), "2026-12-01T09:30:00Z");
    for concerned in [&owner, &manager] {
        assert_eq!(offered(concerned).await, made.at("/offer"));
    }
    assert_eq!(offered(&stranger).await, Value::Null, "nobody else hears of it");
    has_nothing_to_accept(&stranger).await;
    has_nothing_to_accept(&owner).await;
    assert_eq!(owners(&house).await, [OWNER]);
    assert_eq!(
        subjects(&house, MANAGER),
        ["Astrid Lindqvist offers you Kunci & Nyckel"]
    );
    assert_eq!(
        subjects(&house, OWNER),
        ["You have offered Kunci & Nyckel to Budi Santoso"]
    );

    let elsewhere = house.signed_in("manager").await;
    let places = owner.get("/staff").await.expect(200).at("/total");
    let session = accept(&manager).await.expect(200);
    assert_eq!(session.at("/account/owner"), true);
    assert_eq!(session.json(), manager.get("/session").await.expect(200).json());
    assert_eq!(owners(&house).await, [MANAGER]);
    let list = manager.get("/staff").await.expect(200);
    assert_eq!(
        list.at("/total"),
        places,
        "one has gone from the staff, and one has come"
    );
    assert_eq!(elsewhere.get("/session").await.refusal(), (401, "signed-out".into()));

    // The former owner is signed out, and comes back as staff who may do nothing.
    assert_eq!(owner.get("/session").await.refusal(), (401, "signed-out".into()));
    let former = house.owner().await;
    let session = former.get("/session").await.expect(200);
    assert_eq!(
        (session.at("/account/owner"), session.at("/permissions")),
        (json!(false), json!([]))
    );
    for path in ["/staff", "/roles", "/activity", "/billing", "/letters"] {
        assert_eq!(former.get(path).await.refusal(), (403, "owner-only".into()), "{path}");
    }
    assert_eq!(former.get("/resources").await.expect(200).at("/total"), 0);
    has_nothing_to_accept(&former).await;
    let member = manager.find(OWNER).await;
    assert_eq!(member["status"], "active");
    assert_eq!((&member["permissions"], &member["roles"]), (&json!([]), &json!([])));
    assert!(subjects(&house, OWNER).contains(&"Kunci & Nyckel has a new owner".to_owned()));
    assert!(subjects(&house, MANAGER).contains(&"You are the owner of Kunci & Nyckel".to_owned()));
}

#[tokio::test]
async fn what_happened_is_written_down_and_verifies() {
    let house = House::sample().await;
    let (owner, manager) = (house.owner().await, house.signed_in("manager").await);
    offer(&owner, "designer").await.expect(200);
    offer(&owner, "manager").await.expect(200);
    manager.delete("/ownership").await.expect(204);
    manager.delete("/ownership").await.expect(204);
    offer(&owner, "manager").await.expect(200);
    accept(&manager).await.expect(200);
    let path = "/activity?kind=ownership-offered,ownership-offer-closed,ownership-transferred";
    let entries = manager.get(path).await.expect(200);
    let told: Vec<_> = entries
        .at("/items")
        .as_array()
        .expect("entries")
        .iter()
        .rev()
        .map(|entry| {
            let text = |pointer: &str| {
                entry
                    .pointer(pointer)
                    .and_then(Value::as_str)
                    .unwrap_or_default()
                    .to_owned()
            };
            (text("/kind"), text("/actor/name"), text("/subject/name"))
        })
        .collect();
    let (astrid, budi, maja) = ("Astrid Lindqvist", "Budi Santoso", "Maja Sjöberg");
    let expected = [
        ("ownership-offered", astrid, maja),
        ("ownership-offer-closed", astrid, maja),
        ("ownership-offered", astrid, budi),
        ("ownership-offer-closed", budi, budi),
        ("ownership-offered", astrid, budi),
        ("ownership-transferred", budi, budi),
    ];
    assert_eq!(
        told,
        expected.map(|(kind, actor, subject)| (kind.into(), actor.into(), subject.into()))
    );
    assert_eq!(entries.at("/items/0/detail/people/0/name"), astrid);
    assert_eq!(entries.at("/items/0/detail/count"), 1, "the former owner's session");
    assert_eq!(manager.get("/activity/verification").await.expect(200).at("/ok"), true);
    assert!(subjects(&house, OWNER).contains(&"Budi Santoso does not take over Kunci & Nyckel".to_owned()));
}

#[tokio::test]
async fn both_sides_prove_who_they_are() {
    let house = House::sample().await;
    let (owner, manager) = (house.owner().await, house.signed_in("manager").await);
    offer(&owner, "manager").await.expect(200);
    house.clock.advance(10 * 60_000);
    assert_eq!(
        offer(&owner, "manager").await.refusal(),
        (401, "reauth-required".into())
    );
    assert_eq!(accept(&manager).await.refusal(), (401, "reauth-required".into()));
    assert_eq!(owners(&house).await, [OWNER]);
    // To say no, and to take it back, needs no proof: nobody gets anything by it.
    manager.delete("/ownership").await.expect(204);
    owner.prove().await;
    offer(&owner, "manager").await.expect(200);
    manager.prove().await;
    accept(&manager).await.expect(200);
    assert_eq!(owners(&house).await, [MANAGER]);
}

#[tokio::test]
async fn nobody_but_the_owner_offers_it_and_nobody_is_offered_it_who_does_not_work_here() {
    let house = House::sample().await;
    let (owner, manager) = (house.owner().await, house.signed_in("manager").await);
    let path = format!("/staff/{}/ownership", owner.id_of("manager").await);
    assert_eq!(
        manager.put(&path, json!({})).await.refusal(),
        (403, "owner-only".into())
    );
    assert_eq!(
        house.browser().put(&path, json!({})).await.refusal(),
        (401, "signed-out".into())
    );
    for mailbox in ["newcomer", "paused", "former"] {
        let refused = offer(&owner, mailbox).await.refusal();
        assert_eq!(refused, (409, "state".into()), "{mailbox}");
    }
    let own = owner.get("/session").await.expect(200).text_at("/account/id");
    let own = owner.put(&format!("/staff/{own}/ownership"), json!({})).await;
    assert_eq!(own.refusal(), (404, "not-found".into()), "not the owner either");
    let nobody = owner.put("/staff/nothing/ownership", json!({})).await;
    assert_eq!(nobody.refusal(), (404, "not-found".into()));
    assert_eq!(offered(&owner).await, Value::Null);
}
