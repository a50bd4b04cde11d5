//! Joining with an invitation, from the invited person's side.

use serde_json::json;

use crate::support::{House, PASSWORD, wrong};

#[tokio::test]
async fn whoever_joins_is_signed_in_active_and_holds_the_grant() {
    let house = House::sample().await;
    let token = House::newcomers_token().await;
    let browser = house.browser();
    let join = json!({"name": " Putri W. ", "password": PASSWORD});
    let joined = browser
        .post(&format!("/invitations/{token}"), join.clone())
        .await
        .expect(201);
    assert_eq!(joined.at("/account/email"), "newcomer@example.test");
    assert_eq!(joined.at("/account/name"), "Putri W.");
    assert_eq!(joined.at("/account/status"), "active");
    let held = json!(["orders.view", "orders.manage", "products.view", "stock.manage"]);
    assert_eq!(joined.at("/permissions"), held);
    assert_eq!(browser.get("/session").await.expect(200).json(), joined.json());
    house
        .browser()
        .sign_in("newcomer@example.test", PASSWORD)
        .await
        .expect(200);

    // The link is spent, and does not turn into a second way in.
    let answer = house.browser().post(&format!("/invitations/{token}"), join).await;
    assert_eq!(answer.refusal(), (410, "invitation-used".into()));
    let answer = house.browser().get(&format!("/invitations/{token}")).await;
    assert_eq!(answer.refusal(), (410, "invitation-used".into()));
}

#[tokio::test]
async fn a_used_link_does_not_bring_back_whoever_was_shut_out() {
    let house = House::sample().await;
    let token = House::newcomers_token().await;
    let join = json!({"name": "Putri", "password": PASSWORD});
    house
        .browser()
        .post(&format!("/invitations/{token}"), join.clone())
        .await
        .expect(201);
    let owner = house.owner().await;
    let id = owner.id_of("newcomer").await;
    owner
        .put(&format!("/staff/{id}/revocation"), json!({}))
        .await
        .expect(200);
    let answer = house.browser().post(&format!("/invitations/{token}"), join).await;
    assert_eq!(answer.refusal(), (410, "invitation-used".into()));
    assert_eq!(owner.find("newcomer@example.test").await["status"], "ended");
}

#[tokio::test]
async fn what_is_wrong_is_said_and_the_invitation_stays_open() {
    let house = House::sample().await;
    let token = House::newcomers_token().await;
    let browser = house.browser();
    let path = format!("/invitations/{token}");
    for (body, errors) in [
        (
            json!({"name": " ", "password": "short"}),
            vec![wrong("/name", "required"), wrong("/password", "too-short")],
        ),
        (
            json!({"name": "x".repeat(201), "password": "å".repeat(129)}),
            vec![wrong("/name", "too-long"), wrong("/password", "too-long")],
        ),
        (
            json!({"name": "Putri", "password": PASSWORD, "email": "else@example.test"}),
            vec![wrong("/email", "unknown-member")],
        ),
        (json!({"name": "Putri"}), vec![wrong("/password", "required")]),
    ] {
        assert_eq!(browser.post(&path, body).await.wrong(), errors);
    }
    browser.get(&path).await.expect(200);
}

#[tokio::test]
async fn any_characters_make_a_password_and_are_kept_exactly() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let longest: String = "🔑 hjortron, brød & 雪 ".chars().cycle().take(128).collect();
    for (n, password) in ["  åska   blixt \t dunder ", "ångström\u{0}\t🔑 ü ж", &longest]
        .iter()
        .enumerate()
    {
        let email = format!("any{n}@example.test");
        let (_, token) = owner.invite(&email, &[]).await;
        let join = json!({"name": "Any", "password": password});
        house
            .browser()
            .post(&format!("/invitations/{token}"), join)
            .await
            .expect(201);
        house.browser().sign_in(&email, password).await.expect(200);
        let answer = house.browser().sign_in(&email, &format!("{password} ")).await;
        assert_eq!(answer.refusal(), (401, "invalid-credentials".into()));
    }
}

#[tokio::test]
async fn a_link_that_never_was_is_not_found() {
    let house = House::sample().await;
    let browser = house.browser();
    for token in ["x", "%00", "a%20b", &"x".repeat(5_000)] {
        let answer = browser.get(&format!("/invitations/{token}")).await;
        assert_eq!(answer.refusal(), (404, "not-found".into()), "{token}");
    }
}

#[tokio::test]
async fn joining_in_a_browser_where_somebody_is_signed_in_changes_who_that_is() {
    let house = House::sample().await;
    let browser = house.owner().await;
    let owners = browser.copy();
    let token = House::newcomers_token().await;
    let join = json!({"name": "Putri", "password": PASSWORD});
    browser.post(&format!("/invitations/{token}"), join).await.expect(201);
    assert_eq!(
        browser.get("/session").await.at("/account/email"),
        "newcomer@example.test"
    );
    assert_eq!(owners.get("/session").await.refusal(), (401, "signed-out".into()));
}
