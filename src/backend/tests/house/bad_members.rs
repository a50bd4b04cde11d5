//! Members that are read and still cannot be: each refused with a sentence, and nothing lost.

use serde_json::json;

use crate::support::{House, PASSWORD, wrong};

#[tokio::test]
async fn addresses_have_their_form() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let long = format!("{}@example.test", "x".repeat(250));
    for (email, code) in [
        ("", "required"),
        ("   ", "required"),
        ("plain", "malformed"),
        ("@example.test", "malformed"),
        ("a@", "malformed"),
        ("a@b", "malformed"),
        ("a b@example.test", "malformed"),
        ("a@b@example.test", "malformed"),
        ("a@example.test\r\nBcc: x@y.test", "malformed"),
        ("Budi <budi@example.test>", "malformed"),
        (long.as_str(), "too-long"),
    ] {
        let answer = owner.post("/staff", json!({"email": email, "permissions": []})).await;
        assert_eq!(answer.wrong(), [wrong("/email", code)], "{email}");
    }
    // Letters of other languages are letters.
    owner.invite("åsa@exämple.test", &[]).await;
}

#[tokio::test]
async fn no_permission_at_all_is_allowed() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let (id, _) = owner.invite("nothing@example.test", &[]).await;
    assert_eq!(owner.get(&format!("/staff/{id}")).await.at("/permissions"), json!([]));
}

#[tokio::test]
async fn a_change_that_is_wrong_changes_nothing() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let path = format!("/staff/{}", owner.id_of("manager").await);
    let before = owner.get(&path).await.expect(200);
    for (body, errors) in [
        (
            json!({"permissions": ["orders.view", "carts.view", "no.such", "owner"]}),
            vec![
                wrong("/permissions/2", "unknown-value"),
                wrong("/permissions/3", "unknown-value"),
            ],
        ),
        (json!({"roles": ["emperor"]}), vec![wrong("/roles/0", "unknown-value")]),
        (json!({"name": ""}), vec![wrong("/name", "required")]),
        (json!({"name": "a\u{0}b"}), vec![wrong("/name", "malformed")]),
        (
            json!({"starts": "2027-01-01T00:00:00Z", "ends": "2027-01-01T00:00:00Z"}),
            vec![wrong("/ends", "ends-before-start")],
        ),
        (
            json!({"starts": "2027-13-01T00:00:00Z"}),
            vec![wrong("/starts", "malformed")],
        ),
        // There is nothing to be taken away: an empty list says that nothing is held.
        (json!({"permissions": null}), vec![wrong("/permissions", "wrong-type")]),
    ] {
        let answer = owner.patch(&path, &before.etag(), body.clone()).await;
        assert_eq!(answer.wrong(), errors, "{body}");
    }
    assert_eq!(owner.get(&path).await.json(), before.json());
}

#[tokio::test]
async fn a_change_says_which_version_it_has_seen() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let path = format!("/staff/{}", owner.id_of("manager").await);
    let before = owner.get(&path).await.expect(200);
    let body = json!({"name": "Somebody Else"});
    let answer = owner.ask("PATCH", &path, &[], Some(&body)).await;
    assert_eq!(answer.refusal(), (428, "precondition-required".into()));
    for stale in ["\"0\"", "\"\"", "1", "W/\"1\"", "garbage"] {
        let answer = owner.patch(&path, stale, body.clone()).await;
        assert_eq!(answer.refusal(), (412, "stale".into()), "{stale}");
        assert_eq!(answer.at("/current"), before.json());
    }
    let answer = owner.ask("PATCH", "/profile", &[], Some(&body)).await;
    assert_eq!(answer.refusal(), (428, "precondition-required".into()));
}

#[tokio::test]
async fn ids_of_nobody_are_not_found() {
    let house = House::sample().await;
    let owner = house.owner().await;
    for id in [
        "nothing",
        "00000000000000000000000000000000",
        "%27%20OR%201%3D1--",
        "..%2Fsession",
    ] {
        for (method, path) in [
            ("GET", format!("/staff/{id}")),
            ("PATCH", format!("/staff/{id}")),
            ("PUT", format!("/staff/{id}/revocation")),
            ("PUT", format!("/staff/{id}/suspension")),
            ("DELETE", format!("/staff/{id}/suspension")),
            ("POST", format!("/staff/{id}/invitation")),
            ("DELETE", format!("/staff/{id}/invitation")),
            ("DELETE", format!("/staff/{id}/sessions")),
            ("GET", format!("/roles/{id}")),
            ("DELETE", format!("/sessions/{id}")),
        ] {
            let body = (method != "GET").then(|| json!({}));
            let answer = owner.ask(method, &path, &[("if-match", "*")], body.as_ref()).await;
            assert_eq!(answer.refusal(), (404, "not-found".into()), "{method} {path}");
        }
    }
}

#[tokio::test]
async fn a_new_password_has_its_form_and_the_present_one_is_needed() {
    let house = House::sample().await;
    let manager = house.signed_in("manager").await;
    let fresh = "a fresh password, long enough";
    for (body, error) in [
        (
            json!({"current": PASSWORD, "new": "fourteen chars"}),
            wrong("/new", "too-short"),
        ),
        (
            json!({"current": PASSWORD, "new": "x".repeat(129)}),
            wrong("/new", "too-long"),
        ),
        (
            json!({"current": "something else entirely", "new": fresh}),
            wrong("/current", "mismatch"),
        ),
        (json!({"new": fresh}), wrong("/current", "required")),
    ] {
        assert_eq!(manager.put("/profile/password", body).await.wrong(), [error]);
    }
    house
        .browser()
        .sign_in("manager@example.test", PASSWORD)
        .await
        .expect(200);
}

#[tokio::test]
async fn a_reason_may_be_given_and_has_its_length() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let path = format!("/staff/{}/revocation", owner.id_of("manager").await);
    for (body, error) in [
        (json!({"reason": "x".repeat(501)}), wrong("/reason", "too-long")),
        (json!({"reason": 7}), wrong("/reason", "wrong-type")),
        (json!({"why": "x"}), wrong("/why", "unknown-member")),
    ] {
        assert_eq!(owner.put(&path, body).await.wrong(), [error]);
    }
    assert_eq!(owner.find("manager@example.test").await["status"], "active");
}
