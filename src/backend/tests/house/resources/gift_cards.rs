//! Gift cards: a code is told once, and kept by nobody.

use serde_json::json;

use crate::support::{House, euros, id, wrong};

const ISSUE: &str = "/resources/gift-cards/commands/issue";

#[tokio::test]
async fn a_code_is_told_once_and_is_nowhere_afterwards() {
    let house = House::trading().await;
    let manager = house.signed_in("manager").await;
    let input =
        json!({"amount": euros("50.00"), "recipient": "Åsa Wijaya", "email": "asa@example.test", "message": "Hej!"});
    let issued = manager.post(ISSUE, input).await.expect(200);
    let code = issued.text_at("/reveal");
    assert_eq!(code.len(), 19, "{code}");
    let fields = issued.at("/record/fields");
    assert_eq!(fields["balance"], euros("50.00"));
    assert_eq!(fields["initial"], euros("50.00"));
    assert_eq!(fields["status"], "active");
    assert_eq!(fields["recipient"], "Åsa Wijaya");
    assert_eq!(fields["expires"], "2029-11-24");
    assert_eq!(fields["created"], "2026-11-24T09:30:00Z");
    let masked = fields["code"].as_str().expect("a code");
    assert!(masked.starts_with("••••") && masked.ends_with(&code[15..]), "{masked}");

    let card = format!("/resources/gift-cards/{}", issued.text_at("/record/id"));
    assert_eq!(manager.get(&card).await.at("/fields"), fields);
    let secret = &code[..14];
    let list = manager.get("/resources/gift-cards?limit=200").await.expect(200);
    assert!(!list.text.contains(secret));
    house.app.close().await;
    for file in std::fs::read_dir(house.folder()).expect("it is read") {
        let path = file.expect("a file").path();
        if path.is_file() {
            let bytes = std::fs::read(&path).expect("it is read");
            for written in [secret.to_owned(), secret.replace('-', "")] {
                let found = bytes.windows(written.len()).any(|window| window == written.as_bytes());
                assert!(!found, "{}", path.display());
            }
        }
    }
}

#[tokio::test]
async fn what_makes_no_card_is_refused() {
    let house = House::trading().await;
    let manager = house.signed_in("manager").await;
    let before = manager.get("/resources/gift-cards").await.at("/total");
    for (input, pointer, code) in [
        (json!({}), "/amount", "required"),
        (json!({"amount": euros("0.00")}), "/amount", "below-minimum"),
        (
            json!({"amount": euros("10.00"), "expires": "2026-11-23"}),
            "/expires",
            "below-minimum",
        ),
        (
            json!({"amount": euros("10.00"), "expires": "2026-02-30"}),
            "/expires",
            "malformed",
        ),
        (
            json!({"amount": euros("10.00"), "email": "nobody"}),
            "/email",
            "malformed",
        ),
        (
            json!({"amount": euros("10.00"), "code": "AAAA"}),
            "/code",
            "unknown-member",
        ),
    ] {
        let answer = manager.post(ISSUE, input.clone()).await;
        assert_eq!(answer.wrong(), [wrong(pointer, code)], "{input}");
    }
    assert_eq!(manager.get("/resources/gift-cards").await.at("/total"), before);
}

#[tokio::test]
async fn a_card_is_disabled_once_and_by_whom_it_may_be() {
    let house = House::trading().await;
    let owner = house.owner().await;
    let card = id(&owner.first("gift-cards", "status=active").await);
    let path = format!("/staff/{}", owner.id_of("assistant").await);
    let etag = owner.get(&path).await.etag();
    owner
        .patch(&path, &etag, json!({"permissions": ["giftcards.view"]}))
        .await
        .expect(200);
    let assistant = house.signed_in("assistant").await;
    for answer in [
        assistant.command("gift-cards", &card, "disable", json!({})).await,
        assistant.post(ISSUE, json!({"amount": euros("10.00")})).await,
    ] {
        assert_eq!(answer.refusal(), (403, "missing-permission".into()));
    }
    let disabled = owner
        .command("gift-cards", &card, "disable", json!({}))
        .await
        .expect(200);
    assert_eq!(disabled.at("/record/fields/status"), "disabled");
    let twice = owner.command("gift-cards", &card, "disable", json!({})).await;
    assert_eq!(twice.refusal(), (409, "state".into()));
}
