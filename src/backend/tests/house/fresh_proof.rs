//! What matters most is done only by somebody who has shown within ten minutes who it is.

use latchkey_contract::endpoint::{ENDPOINTS, Endpoint, Guard};
use latchkey_permissions::{Catalogue, Decision, PRESET_CATALOGUE};
use serde_json::{Value, json};

use crate::everybody::{askers, spoken};
use crate::support::{Answer, Browser, House, PASSWORD, wrong};
use crate::two_factor::{code, set_up};

const MINUTE: i64 = 60_000;

async fn needs_proof(browser: &Browser) -> bool {
    let answer = browser.get("/session/proof").await;
    if answer.status == 204 {
        return false;
    }
    assert_eq!(answer.refusal(), (401, "reauth-required".into()));
    true
}

/// Makes a call that needs it. Nothing has the id in it, and its body says nothing.
async fn ask(browser: &Browser, endpoint: &Endpoint) -> Answer {
    let path = endpoint.path.replace("{id}", "nothing");
    let path = path.replace("{report}", "sales").replace("{resource}", "customers");
    let method = endpoint.method.as_str();
    let body: Option<Value> = (method != "GET").then(|| json!({}));
    browser.ask(method, &path, &[("if-match", "*")], body.as_ref()).await
}

/// Every call that needs it, by every kind of person: the rule comes first, and then the proof.
#[tokio::test]
async fn whoever_may_is_asked_after_ten_minutes_and_nobody_else() {
    let house = House::sample().await;
    let catalogue: Catalogue = serde_json::from_str(PRESET_CATALOGUE).expect("the catalogue is read");
    let askers = askers(&house, &catalogue).await;
    house.clock.advance(10 * MINUTE);
    let mut asked = 0;
    for asker in &askers {
        for endpoint in ENDPOINTS.iter().filter(|endpoint| endpoint.fresh) {
            let answer = ask(&asker.browser, endpoint).await;
            let context = format!("{} asks {}: {answer:?}", asker.who, endpoint.name);
            let decision = match &endpoint.guard {
                Guard::Rule(rule) => rule.compile(&catalogue).decide(&asker.access),
                // The resource's own rules are asked about below `resources`.
                _ if asker.who != "the owner" => continue,
                _ => Decision::Allowed,
            };
            let expected = match decision {
                Decision::Denied(denial) => spoken(denial),
                Decision::Allowed => (401, "reauth-required"),
            };
            assert_eq!(answer.refusal(), (expected.0, expected.1.into()), "{context}");
            asked += 1;
        }
    }
    assert!(asked > 100, "{asked}");

    // Once the owner has proved it, none of them asks again; what else is wrong with the request is said then.
    let owner = askers.iter().find(|asker| asker.who == "the owner");
    let owner = &owner.expect("the owner asks too").browser;
    owner.prove().await;
    for endpoint in ENDPOINTS.iter().filter(|endpoint| endpoint.fresh) {
        let answer = ask(owner, endpoint).await;
        assert_ne!(answer.status, 401, "{}: {answer:?}", endpoint.name);
    }
}

#[tokio::test]
async fn what_shuts_somebody_out_for_now_gets_through_at_once() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let path = format!("/staff/{}", owner.id_of("manager").await);
    let (invited, _) = owner.invite("new@example.test", &[]).await;
    house.clock.advance(60 * MINUTE);
    owner.put(&format!("{path}/suspension"), json!({})).await.expect(200);
    owner.delete(&format!("{path}/sessions")).await.expect(200);
    owner.delete(&format!("/staff/{invited}/invitation")).await.expect(204);
    // Letting in again is another matter.
    let again = owner.delete(&format!("{path}/suspension")).await;
    assert_eq!(again.refusal(), (401, "reauth-required".into()));
}

#[tokio::test]
async fn the_password_proves_it_and_the_session_goes_on_under_another_token() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let path = format!("/staff/{}/revocation", owner.id_of("manager").await);
    house.clock.advance(10 * MINUTE - 1);
    assert!(!needs_proof(&owner).await);
    house.clock.advance(1);
    assert!(needs_proof(&owner).await);
    assert_eq!(
        owner.put(&path, json!({})).await.refusal(),
        (401, "reauth-required".into())
    );

    let taken = owner.copy();
    let refused = owner
        .post("/session/proof", json!({"current": "not the password"}))
        .await;
    assert_eq!(refused.wrong(), [wrong("/current", "mismatch")]);
    assert!(needs_proof(&owner).await);
    let proven = owner
        .post("/session/proof", json!({"current": PASSWORD}))
        .await
        .expect(200);
    assert_eq!(proven.at("/until"), "2026-11-24T09:50:00Z");
    assert_eq!(proven.at("/token"), Value::Null);
    assert_ne!(owner.cookie(), taken.cookie());
    owner.put(&path, json!({})).await.expect(200);

    // What is on its way with the old token arrives, and gains nothing by the proof.
    taken.get("/session").await.expect(200);
    assert!(needs_proof(&taken).await);
    house.clock.advance(10_000);
    assert_eq!(taken.get("/session").await.refusal(), (401, "signed-out".into()));
    owner.get("/session").await.expect(200);
}

#[tokio::test]
async fn how_long_a_proof_holds_is_said_when_starting() {
    let house = House::sample_with(|config| config.proof_lifetime_ms = 20_000).await;
    let owner = house.owner().await;
    house.clock.advance(19_999);
    assert!(!needs_proof(&owner).await);
    house.clock.advance(1);
    assert!(needs_proof(&owner).await);
    let proof = json!({"current": PASSWORD});
    let proven = owner.post("/session/proof", proof).await.expect(200);
    assert_eq!(proven.at("/until"), "2026-11-24T09:30:40Z");
    assert!(!needs_proof(&owner).await);
}

#[tokio::test]
async fn a_program_gets_its_new_token_in_the_answer() {
    let house = House::sample().await;
    let door = house.browser();
    let bearer = json!({"email": "owner@example.test", "password": PASSWORD, "token": true});
    let token = door.post("/session", bearer).await.expect(200).text_at("/token");
    let with = async |token: &str, method: &str, path: &str, body: Option<&Value>| {
        let bearer = format!("Bearer {token}");
        door.ask(method, path, &[("authorization", &bearer)], body).await
    };
    house.clock.advance(11 * MINUTE);
    with(&token, "GET", "/session/proof", None).await.expect(401);
    let proof = json!({"current": PASSWORD});
    let fresh = with(&token, "POST", "/session/proof", Some(&proof)).await.expect(200);
    let fresh = fresh.text_at("/token");
    assert_ne!(fresh, token);
    with(&fresh, "GET", "/session/proof", None).await.expect(204);
}

#[tokio::test]
async fn where_there_is_a_second_factor_the_password_alone_proves_nothing() {
    let house = House::sample().await;
    let browser = house.signed_in("accountant").await;
    let (secret, codes) = set_up(&browser).await;
    house.clock.advance(10 * MINUTE);
    let prove = async |body: Value| browser.post("/session/proof", body).await;
    let asked = prove(json!({"current": PASSWORD})).await;
    assert_eq!(asked.refusal(), (401, "otp-required".into()));
    let refused = prove(json!({"current": PASSWORD, "otp": "000000"})).await;
    assert_eq!(refused.wrong(), [wrong("/otp", "mismatch")]);
    assert!(needs_proof(&browser).await);
    // Nor does a call that asks for the password by itself.
    let new = "the password that came after";
    let change = json!({"current": PASSWORD, "new": new});
    browser.put("/profile/password", change).await.expect(204);
    assert!(needs_proof(&browser).await);
    prove(json!({"current": new, "otp": code(&secret, 600)}))
        .await
        .expect(200);
    assert!(!needs_proof(&browser).await);

    house.clock.advance(10 * MINUTE);
    prove(json!({"current": new, "otp": codes[0]})).await.expect(200);
    assert!(!needs_proof(&browser).await);
}

#[tokio::test]
async fn where_there_is_none_a_call_that_asks_for_the_password_is_a_proof() {
    let house = House::sample().await;
    let browser = house.signed_in("accountant").await;
    house.clock.advance(20 * MINUTE);
    assert!(needs_proof(&browser).await);
    let change = json!({"current": PASSWORD, "new": "the password that came after"});
    browser.put("/profile/password", change).await.expect(204);
    assert!(!needs_proof(&browser).await);
}

#[tokio::test]
async fn passwords_and_codes_are_not_tried_without_end() {
    let house = House::sample().await;
    let browser = house.signed_in("accountant").await;
    set_up(&browser).await;
    let guess = json!({"current": PASSWORD, "otp": "000000"});
    for _ in 0..5 {
        browser.post("/session/proof", guess.clone()).await.expect(422);
        // Beginning anew with the password alone forgives nothing.
        browser.post("/session/proof", json!({"current": PASSWORD})).await;
    }
    let waits = browser.post("/session/proof", guess).await;
    assert_eq!(waits.refusal(), (429, "too-many-attempts".into()));
}
