//! Two at once: exactly one wins, and nothing is done twice. These run on several threads, truly at the same time.

use std::collections::BTreeMap;

use serde_json::json;
use tokio::task::JoinSet;

use super::two_factor::code;
use crate::support::{Answer, House, PASSWORD};

/// How often each answer came.
async fn tally(mut asked: JoinSet<Answer>) -> BTreeMap<u16, usize> {
    let mut counts = BTreeMap::new();
    while let Some(answer) = asked.join_next().await {
        *counts
            .entry(answer.expect("it is answered").status.as_u16())
            .or_default() += 1;
    }
    counts
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_of_many_joins_with_the_same_link_wins() {
    let house = House::sample().await;
    let token = House::newcomers_token().await;
    let mut asked = JoinSet::new();
    for n in 0..6 {
        let (browser, path) = (house.browser(), format!("/invitations/{token}"));
        let join = json!({"name": format!("Number {n}"), "password": PASSWORD});
        asked.spawn(async move { browser.post(&path, join).await });
    }
    assert_eq!(tally(asked).await, BTreeMap::from([(201, 1), (410, 5)]));
    let owner = house.owner().await;
    let id = owner.id_of("newcomer").await;
    assert_eq!(
        owner
            .delete(&format!("/staff/{id}/sessions"))
            .await
            .at("/sessionsEnded"),
        1
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_of_two_windows_saves_and_the_other_is_shown_what_it_is_now() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let path = format!("/staff/{}", owner.id_of("manager").await);
    for round in 0..5 {
        let etag = owner.get(&path).await.etag();
        let mut asked = JoinSet::new();
        for permission in ["orders.view", "carts.view", "reports.view"] {
            let (browser, path, etag) = (owner.copy(), path.clone(), etag.clone());
            let name = format!("{permission} {round}");
            let body = json!({"name": name, "permissions": [permission]});
            asked.spawn(async move { browser.patch(&path, &etag, body).await });
        }
        let mut saved = Vec::new();
        let mut refused = Vec::new();
        while let Some(answer) = asked.join_next().await {
            let answer = answer.expect("it is answered");
            if answer.status == 200 { &mut saved } else { &mut refused }.push(answer);
        }
        assert_eq!(saved.len(), 1);
        for answer in refused {
            assert_eq!(answer.refusal(), (412, "stale".into()));
            assert_eq!(answer.at("/current"), saved[0].json());
        }
        assert_eq!(owner.get(&path).await.json(), saved[0].json());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_of_many_invitations_of_one_address_is_sent() {
    let house = House::sample().await;
    let owner = house.owner().await;
    for email in ["new@example.test", "former@example.test"] {
        let mut asked = JoinSet::new();
        for _ in 0..8 {
            let browser = owner.copy();
            let body = json!({"email": email, "permissions": ["orders.view"]});
            asked.spawn(async move { browser.post("/staff", body).await });
        }
        assert_eq!(tally(asked).await, BTreeMap::from([(201, 1), (409, 7)]), "{email}");
    }
    assert_eq!(owner.get("/staff").await.at("/total"), 12);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_key_at_the_same_time_makes_one_record() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let mut asked = JoinSet::new();
    for _ in 0..8 {
        let browser = owner.copy();
        let body = json!({"email": "once@example.test", "permissions": []});
        let key = [("idempotency-key", "0123456789abcdef")];
        asked.spawn(async move { browser.ask("POST", "/staff", &key, Some(&body)).await });
    }
    let answers: Vec<_> = asked
        .join_all()
        .await
        .into_iter()
        .map(|answer| answer.expect(201).text)
        .collect();
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{answers:?}");
    assert_eq!(owner.get("/staff").await.at("/total"), 12);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_of_many_becomes_the_owner() {
    let house = House::empty().await;
    let link = house.app.set_up.clone().expect("a link");
    let token = crate::support::token_of(&link);
    let mut asked = JoinSet::new();
    for n in 0..5 {
        let browser = house.browser();
        let body = json!({"token": token, "storeName": "Toko", "currency": "IDR", "name": "A",
                          "email": format!("owner{n}@example.test"), "password": PASSWORD});
        asked.spawn(async move { browser.post("/owner", body).await });
    }
    assert_eq!(tally(asked).await, BTreeMap::from([(201, 1), (409, 4)]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn revoking_while_somebody_signs_in_leaves_no_session_behind() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let id = owner.id_of("designer").await;
    let mut asked = JoinSet::new();
    for _ in 0..6 {
        let browser = house.browser();
        asked.spawn(async move {
            browser.sign_in("designer@example.test", PASSWORD).await;
            browser
        });
    }
    owner
        .put(&format!("/staff/{id}/revocation"), json!({}))
        .await
        .expect(200);
    for browser in asked.join_all().await {
        assert_eq!(browser.get("/session").await.refusal(), (401, "signed-out".into()));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_old_password_leaves_no_session_behind_once_there_is_a_new_one() {
    let house = House::sample_with(|config| config.throttle.account_failures = 1_000).await;
    let browser = house.signed_in("designer").await;
    let mut asked = JoinSet::new();
    // So many that some are comparing the old password while the new one is being kept.
    for _ in 0..4 {
        let router = house.browser();
        asked.spawn(async move {
            let mut browsers = Vec::new();
            for _ in 0..6 {
                let browser = router.copy();
                browser.sign_in("designer@example.test", PASSWORD).await;
                browsers.push(browser);
            }
            browsers
        });
    }
    let change = json!({"current": PASSWORD, "new": "a fresh password, long enough"});
    browser.put("/profile/password", change).await.expect(204);
    for other in asked.join_all().await.into_iter().flatten() {
        assert_eq!(other.get("/session").await.refusal(), (401, "signed-out".into()));
    }
    assert_eq!(browser.get("/sessions").await.expect(200).at("/total"), 1);
}

#[tokio::test]
async fn what_a_session_has_begun_is_not_done_once_it_has_been_ended() {
    let house = House::sample().await;
    let (here, there) = (house.signed_in("designer").await, house.signed_in("designer").await);
    let change = json!({"current": PASSWORD, "new": "a fresh password, long enough"});
    // Changing a password takes a while, ending sessions does not.
    let (changed, ended) = tokio::join!(here.put("/profile/password", change), there.delete("/sessions"));
    let won = (changed.status.as_u16(), ended.status.as_u16());
    let old = house
        .browser()
        .sign_in("designer@example.test", PASSWORD)
        .await
        .status
        .as_u16();
    assert!(
        matches!((won, old), ((401, 200), 200) | ((204, 401), 401)),
        "{won:?} {old}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_code_that_is_spent_by_many_at_once_lets_one_in() {
    let house = House::sample_with(|config| config.throttle.account_failures = 1_000).await;
    let here = house.signed_in("accountant").await;
    let started = here
        .post("/profile/two-factor", json!({"current": PASSWORD}))
        .await
        .expect(200);
    let confirmed = here
        .put(
            "/profile/two-factor",
            json!({"code": code(&started.text_at("/secret"), 0)}),
        )
        .await;
    let recovery = confirmed.expect(200).text_at("/recoveryCodes/0");
    house.clock.advance(30_000);
    for otp in [recovery, code(&started.text_at("/secret"), 30)] {
        let mut asked = JoinSet::new();
        for _ in 0..6 {
            let (browser, otp) = (house.browser(), otp.clone());
            let body = json!({"email": "accountant@example.test", "password": PASSWORD, "otp": otp});
            asked.spawn(async move { browser.post("/session", body).await });
        }
        assert_eq!(tally(asked).await, BTreeMap::from([(200, 1), (422, 5)]));
    }
}
