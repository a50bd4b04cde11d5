//! The plan: what it costs, how many people it has room for, and that nobody gets past that.

use std::collections::BTreeMap;

use latchkey_permissions::Time;
use serde_json::json;
use sqlx::query;
use tokio::task::JoinSet;

use crate::support::{Browser, House, START, wrong};

const DAY: i64 = 86_400_000;

/// Puts the store on a plan.
async fn choose(owner: &Browser, plan: &str) {
    let etag = owner.get("/billing").await.expect(200).etag();
    owner.patch("/billing", &etag, json!({"plan": plan})).await.expect(200);
}

/// Lets people in around the backend until so many have a place.
async fn fill_up(house: &House, people: i64) {
    let present = house.owner().await.get("/billing").await.expect(200).at("/staff");
    for n in present.as_i64().expect("a number")..people {
        query(
            "INSERT INTO accounts (id, email, email_key, name, name_key, search, owner, status, status_rank, two_factor, \
             version, created) VALUES ($1, $1, $1, $1, $1, $1, 0, 'active', 2, 0, 1, 0)",
        )
        .bind(format!("filler{n}@example.test"))
        .execute(house.app.database())
        .await
        .expect("somebody is let in");
    }
}

/// Moves the clock to this moment.
fn wait_until(house: &House, moment: &str) {
    let moment: Time = moment.parse().expect("a moment");
    house.clock.advance(moment.millis() - START.millis());
}

fn somebody(email: &str) -> serde_json::Value {
    json!({"email": email, "permissions": ["orders.view"]})
}

#[tokio::test]
async fn the_sample_store_is_on_a_plan_with_room_and_has_an_invoice_for_each_month() {
    let house = House::sample().await;
    let answer = house.owner().await.get("/billing").await.expect(200);
    assert_eq!(answer.at("/plan"), "business");
    // Eight who are active, one who is invited and one who is suspended; not the owner, not who has left.
    assert_eq!(answer.at("/staff"), 10);
    assert_eq!(answer.at("/next/issued"), "2026-12-01T00:00:00Z");
    assert_eq!(answer.at("/next/amount"), json!({"amount": "79.00", "currency": "EUR"}));
    let issued = answer.at("/invoices");
    let issued: Vec<_> = issued
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| &one["issued"])
        .collect();
    assert_eq!(issued[0], "2026-11-01T00:00:00Z");
    assert_eq!(issued[5], "2026-06-01T00:00:00Z");
    assert_eq!((issued.len(), answer.at("/invoices/0/number")), (6, json!(6)));
}

#[tokio::test]
async fn another_plan_holds_at_once_and_is_charged_from_the_next_month_on() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let etag = owner.get("/billing").await.expect(200).etag();
    let changed = owner
        .patch("/billing", &etag, json!({"plan": "team"}))
        .await
        .expect(200);
    assert_eq!(changed.at("/plan"), "team");
    assert_eq!(changed.at("/next/amount/amount"), "29.00");
    assert_eq!(changed.at("/invoices/0/amount/amount"), "79.00");
    assert_ne!(changed.etag(), etag);
    assert_eq!(owner.get("/billing").await.json(), changed.json());

    wait_until(&house, "2027-01-31T12:00:00Z");
    let owner = house.owner().await;
    // Changed before anybody looked: the months that have begun are still at the plan that held.
    let etag = changed.etag();
    let later = owner
        .patch("/billing", &etag, json!({"plan": "chain"}))
        .await
        .expect(200);
    assert_eq!(later.at("/next/issued"), "2027-02-01T00:00:00Z");
    assert_eq!(later.at("/next/amount/amount"), "199.00");
    let billed = |n: usize| {
        (
            later.at(&format!("/invoices/{n}/issued")),
            later.at(&format!("/invoices/{n}/amount/amount")),
        )
    };
    assert_eq!(billed(0), (json!("2027-01-01T00:00:00Z"), json!("29.00")));
    assert_eq!(billed(1), (json!("2026-12-01T00:00:00Z"), json!("29.00")));
    assert_eq!(billed(2), (json!("2026-11-01T00:00:00Z"), json!("79.00")));
    assert_eq!(later.at("/invoices/0/number"), 8);
}

#[tokio::test]
async fn looking_at_it_makes_out_what_is_due_once() {
    let house = House::sample().await;
    wait_until(&house, "2026-12-01T00:00:00Z");
    let owner = house.owner().await;
    for _ in 0..2 {
        let answer = owner.get("/billing").await.expect(200);
        assert_eq!(answer.at("/invoices/0/number"), 7);
        assert_eq!(answer.at("/next/issued"), "2027-01-01T00:00:00Z");
    }
}

#[tokio::test]
async fn a_plan_that_is_none_or_has_been_changed_meanwhile_is_not_taken() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let etag = owner.get("/billing").await.expect(200).etag();
    let answer = owner.patch("/billing", &etag, json!({"plan": "gratis"})).await;
    assert_eq!(answer.wrong(), [wrong("/plan", "unknown-value")]);
    let same = owner
        .patch("/billing", &etag, json!({"plan": "business"}))
        .await
        .expect(200);
    assert_eq!(same.etag(), etag);
    owner.patch("/billing", &etag, json!({})).await.expect(200);
    choose(&owner, "team").await;
    let stale = owner.patch("/billing", &etag, json!({"plan": "chain"})).await;
    assert_eq!(stale.refusal(), (412, "stale".into()));
    assert_eq!(stale.at("/current/plan"), "team");
}

#[tokio::test]
async fn a_plan_with_room_for_fewer_than_there_are_says_for_how_many() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let etag = owner.get("/billing").await.expect(200).etag();
    let answer = owner.patch("/billing", &etag, json!({"plan": "starter"})).await;
    assert_eq!(answer.refusal(), (409, "staff-limit".into()));
    assert_eq!(answer.at("/limit"), 5);
    assert_eq!(owner.get("/billing").await.expect(200).at("/plan"), "business");
}

#[tokio::test]
async fn nobody_is_invited_beyond_the_plan_and_who_has_left_makes_room() {
    let house = House::sample().await;
    let owner = house.owner().await;
    choose(&owner, "team").await;
    fill_up(&house, 24).await;
    let (id, _) = owner.invite("last@example.test", &[]).await;

    for email in ["one.more@example.test", "former@example.test"] {
        let refused = owner.post("/staff", somebody(email)).await;
        assert_eq!(refused.refusal(), (409, "staff-limit".into()), "{email}");
        assert_eq!(refused.at("/limit"), 25);
    }
    assert_eq!(owner.get("/staff?q=one.more").await.at("/total"), 0);
    assert_eq!(owner.find("former@example.test").await["status"], "ended");
    // Whoever is here already is that, whatever the plan.
    let taken = owner.post("/staff", somebody("designer@example.test")).await;
    assert_eq!(taken.refusal(), (409, "email-taken".into()));

    // A suspended person keeps the place, so that coming back is never refused.
    let designer = owner.id_of("designer").await;
    let suspension = format!("/staff/{designer}/suspension");
    owner.put(&suspension, json!({})).await.expect(200);
    let refused = owner.post("/staff", somebody("one.more@example.test")).await;
    assert_eq!(refused.refusal(), (409, "staff-limit".into()));
    owner.delete(&suspension).await.expect(200);
    owner
        .post(&format!("/staff/{id}/invitation"), json!({}))
        .await
        .expect(201);

    owner.delete(&format!("/staff/{id}/invitation")).await.expect(204);
    owner.post("/staff", somebody("former@example.test")).await.expect(201);
    let refused = owner.post("/staff", somebody("last@example.test")).await;
    assert_eq!(refused.refusal(), (409, "staff-limit".into()));
    choose(&owner, "business").await;
    owner.post("/staff", somebody("last@example.test")).await.expect(201);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_windows_at_once_never_get_past_the_plan() {
    let house = House::sample().await;
    let owner = house.owner().await;
    choose(&owner, "team").await;
    fill_up(&house, 22).await;
    let mut asked = JoinSet::new();
    for n in 0..12 {
        let browser = owner.copy();
        asked.spawn(async move { browser.post("/staff", somebody(&format!("race{n}@example.test"))).await });
    }
    let mut counts = BTreeMap::<_, usize>::new();
    while let Some(answer) = asked.join_next().await {
        *counts
            .entry(answer.expect("it is answered").status.as_u16())
            .or_default() += 1;
    }
    assert_eq!(counts, BTreeMap::from([(201, 3), (409, 9)]));
    assert_eq!(owner.get("/billing").await.at("/staff"), 25);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_smaller_plan_and_an_invitation_at_once_leave_nobody_beyond_it() {
    let house = House::sample().await;
    let owner = house.owner().await;
    fill_up(&house, 25).await;
    for round in 0..5 {
        choose(&owner, "business").await;
        let etag = owner.get("/billing").await.expect(200).etag();
        let (one, other) = (owner.copy(), owner.copy());
        let smaller = tokio::spawn(async move { one.patch("/billing", &etag, json!({"plan": "team"})).await });
        let body = somebody(&format!("one{round}@example.test"));
        let invited = tokio::spawn(async move { other.post("/staff", body).await });
        let (smaller, invited) = (smaller.await.expect("answered"), invited.await.expect("answered"));
        let won = (smaller.status.as_u16(), invited.status.as_u16());
        assert!(matches!(won, (200, 409) | (409, 201)), "{won:?}");
        if won.1 == 201 {
            let path = format!("/staff/{}/invitation", invited.text_at("/account/id"));
            owner.delete(&path).await.expect(204);
        }
    }
}

#[tokio::test]
async fn invoices_come_as_a_file_too() {
    let house = House::sample().await;
    let answer = house.owner().await.get("/billing/invoices.csv").await.expect(200);
    let mut lines = answer.text.lines();
    assert_eq!(lines.next(), Some("number,issued,from,to,plan,amount,currency"));
    assert_eq!(
        lines.next(),
        Some("1,2026-06-01,2026-06-01,2026-06-30,Business,79.00,EUR")
    );
    assert_eq!(lines.count(), 5);
}

#[tokio::test]
async fn a_new_store_has_a_plan_and_is_charged_from_the_next_month_on() {
    let house = House::empty().await;
    let token = crate::support::token_of(&house.app.set_up.clone().expect("a link"));
    let owner = house.browser();
    let body = json!({"token": token, "storeName": "Toko", "currency": "IDR", "name": "A",
                      "email": "owner@example.test", "password": crate::support::PASSWORD});
    owner.post("/owner", body).await.expect(201);
    let answer = owner.get("/billing").await.expect(200);
    assert_eq!(answer.at("/next/issued"), "2026-12-01T00:00:00Z");
    assert_eq!((answer.at("/staff"), answer.at("/invoices")), (json!(0), json!([])));
}

#[tokio::test]
async fn a_store_that_is_older_than_plans_gets_one_at_its_next_start() {
    let house = House::sample().await;
    for sql in ["DELETE FROM subscription", "DELETE FROM invoices"] {
        query(sql).execute(house.app.database()).await.expect("it is gone");
    }
    house.clock.advance(DAY);
    let house = house.restart(latchkey_backend::Seed::Empty).await;
    let answer = house.owner().await.get("/billing").await.expect(200);
    assert_eq!(
        (answer.at("/plan"), answer.at("/invoices")),
        (json!("business"), json!([]))
    );
}
