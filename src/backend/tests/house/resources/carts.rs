//! Abandoned carts: reminding whoever left one.

use mailparse::MailHeaderMap;
use serde_json::json;

use crate::support::{House, id};

const DAY: i64 = 86_400_000;

/// The letters in the outbox, the earliest first.
fn letters(house: &House) -> Vec<Vec<u8>> {
    let mut files: Vec<_> = std::fs::read_dir(house.folder().join("outbox"))
        .map(|files| files.map(|file| file.expect("a file").path()).collect())
        .unwrap_or_default();
    files.sort();
    files
        .iter()
        .map(|file| std::fs::read(file).expect("it is read"))
        .collect()
}

#[tokio::test]
async fn a_customer_is_reminded_by_a_letter_three_times_and_once_a_day() {
    let house = House::trading().await;
    let manager = house.signed_in("manager").await;
    let cart = manager.first("carts", "status=waiting").await;
    let fields = &cart["fields"];
    let id = id(&cart);
    for count in 1..=3 {
        let reminded = manager.command("carts", &id, "remind", json!({})).await.expect(200);
        assert_eq!(reminded.at("/record/fields/status"), "reminded");
        assert_eq!(reminded.at("/record/fields/reminded"), count);
        assert_eq!(letters(&house).len(), count);
        let again = manager.command("carts", &id, "remind", json!({})).await;
        assert_eq!(again.refusal(), (409, "state".into()), "that soon");
        house.clock.advance(DAY);
        manager
            .sign_in("manager@example.test", crate::support::PASSWORD)
            .await
            .expect(200);
    }
    let enough = manager.command("carts", &id, "remind", json!({})).await;
    assert_eq!(enough.refusal(), (409, "state".into()));
    let letters = letters(&house);
    assert_eq!(letters.len(), 3);

    let letter = mailparse::parse_mail(&letters[0]).expect("it is a message");
    let to = letter.headers.get_first_value("To").expect("it is to somebody");
    assert!(to.contains(fields["email"].as_str().expect("an address")), "{to}");
    let text = letter.subparts[0].get_body().expect("it has a text");
    for line in fields["lines"].as_array().expect("lines") {
        assert!(text.contains(line["name"].as_str().expect("a name")), "{text}");
    }
    let greeting = match fields["language"].as_str() {
        Some("sv") => "Hej ",
        Some("id") => "Halo ",
        other => panic!("{other:?}"),
    };
    assert!(text.starts_with(greeting), "{text}");
}

#[tokio::test]
async fn carts_that_were_bought_need_no_letter_and_not_everybody_writes_one() {
    let house = House::trading().await;
    let manager = house.signed_in("manager").await;
    let bought = id(&manager.first("carts", "status=recovered").await);
    let answer = manager.command("carts", &bought, "remind", json!({})).await;
    assert_eq!(answer.refusal(), (409, "state".into()));

    let waiting = id(&manager.first("carts", "status=waiting").await);
    let owner = house.owner().await;
    let seeing = owner.id_of("assistant").await;
    let path = format!("/staff/{seeing}");
    let etag = owner.get(&path).await.etag();
    owner
        .patch(&path, &etag, json!({"permissions": ["carts.view"]}))
        .await
        .expect(200);
    let assistant = house.signed_in("assistant").await;
    let answer = assistant.command("carts", &waiting, "remind", json!({})).await;
    assert_eq!(answer.refusal(), (403, "missing-permission".into()));
    assert_eq!(answer.at("/missing"), json!(["carts.manage"]));
    assert!(letters(&house).is_empty());
}
