//! Forgotten passwords: a link by mail, once, for an hour; nothing is said of who exists, and no second factor is stepped
//! round.

use std::time::Duration;

use mailparse::MailHeaderMap;
use serde_json::{Value, json};
use sqlx::query_scalar;

use crate::support::{Browser, House, PASSWORD, wrong};
use crate::two_factor::{code, set_up};

const EMAIL: &str = "accountant@example.test";
const NEW: &str = "the password that came after";
const HOUR: i64 = 60 * 60_000;

/// The letters to somebody: each its subject and its text.
pub(crate) fn letters_to(house: &House, email: &str) -> Vec<(String, String)> {
    let mut files: Vec<_> = std::fs::read_dir(house.folder().join("outbox"))
        .map(|files| files.map(|file| file.expect("a file").path()).collect())
        .unwrap_or_default();
    // One that is still being written is hidden.
    files.retain(|file| {
        !file
            .file_name()
            .is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
    });
    files.sort();
    let read = |file| {
        let raw = std::fs::read(file).expect("it is read");
        let letter = mailparse::parse_mail(&raw).expect("it is a message");
        let to = letter.headers.get_first_value("To").expect("it is to somebody");
        let subject = letter.headers.get_first_value("Subject").expect("it has a subject");
        let text = letter.subparts[0].get_body().expect("it has a text");
        to.contains(email).then_some((subject, text))
    };
    files.iter().filter_map(read).collect()
}

fn token_in(text: &str) -> String {
    let (_, rest) = text.split_once("/reset/").expect("it has a link");
    rest.split_whitespace().next().expect("it has a token").to_owned()
}

/// Asks for a link, which is sent once everything has been answered.
async fn asked(house: &House, email: &str) -> String {
    let mailbox = email.trim().to_lowercase();
    let before = letters_to(house, &mailbox);
    let visitor = house.browser();
    let answer = visitor
        .post("/password-links", json!({"email": email}))
        .await
        .expect(202);
    assert_eq!(answer.text, "");
    for _ in 0..3_000 {
        // Those of one moment stand in any order.
        let letters = letters_to(house, &mailbox);
        let is_new = |letter: &&(String, String)| letter.1.contains("/reset/") && !before.contains(letter);
        let new = letters.iter().find(is_new);
        if let Some((_, text)) = new {
            return token_in(text);
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("no letter came");
}

async fn choose(house: &House, token: &str, new: &str, otp: Option<&str>) -> crate::support::Answer {
    let mut body = json!({"new": new});
    if let Some(otp) = otp {
        body["otp"] = json!(otp);
    }
    house.browser().post(&format!("/password-links/{token}"), body).await
}

#[tokio::test]
async fn a_link_comes_by_mail_and_works_once() {
    let house = House::sample().await;
    let signed_in = house.signed_in("accountant").await;
    let token = asked(&house, " Accountant@Example.TEST").await;
    // A mail program that looks at it first uses nothing up.
    for _ in 0..3 {
        let link = house
            .browser()
            .get(&format!("/password-links/{token}"))
            .await
            .expect(200);
        assert_eq!(link.at("/email"), EMAIL);
        assert_eq!(link.at("/twoFactor"), false);
        assert_eq!(link.at("/expires"), "2026-11-24T10:30:00Z");
    }
    signed_in.get("/session").await.expect(200);
    for (new, fault) in [("too short", "too-short"), ("123456789012345", "too-common")] {
        assert_eq!(choose(&house, &token, new, None).await.wrong(), [wrong("/new", fault)]);
    }
    let chosen = choose(&house, &token, NEW, None).await.expect(204);
    assert!(chosen.header("set-cookie").is_none(), "nobody is signed in by it");
    assert_eq!(signed_in.get("/session").await.refusal(), (401, "signed-out".into()));
    let door = house.browser();
    door.sign_in(EMAIL, PASSWORD).await.expect(401);
    door.sign_in(EMAIL, NEW).await.expect(200);
    let again = choose(&house, &token, "another password, and long", None).await;
    assert_eq!(again.refusal(), (410, "password-link-over".into()));
    let letters = letters_to(&house, EMAIL);
    let told = letters.iter().filter(|(subject, _)| subject.contains("was changed"));
    assert_eq!(told.count(), 1, "it is told: {letters:?}");
    let kept: i64 = query_scalar("SELECT COUNT(*) FROM password_links WHERE token_hash = $1")
        .bind(token)
        .fetch_one(house.app.database())
        .await
        .expect("it is counted");
    assert_eq!(kept, 0, "only a hash is kept");
}

#[tokio::test]
async fn it_works_for_an_hour_and_a_later_one_takes_its_place() {
    let house = House::sample().await;
    let first = asked(&house, EMAIL).await;
    let second = asked(&house, EMAIL).await;
    assert_eq!(
        choose(&house, &first, NEW, None).await.refusal(),
        (410, "password-link-over".into())
    );
    house.clock.advance(HOUR - 1);
    house
        .browser()
        .get(&format!("/password-links/{second}"))
        .await
        .expect(200);
    house.clock.advance(1);
    assert_eq!(
        choose(&house, &second, NEW, None).await.refusal(),
        (410, "password-link-over".into())
    );
    assert_eq!(
        choose(&house, "nothing", NEW, None).await.refusal(),
        (404, "not-found".into())
    );
    house.browser().sign_in(EMAIL, PASSWORD).await.expect(200);
}

#[tokio::test]
async fn nothing_is_said_of_who_exists() {
    let house = House::sample().await;
    let visitor = house.browser();
    let mut answers = Vec::new();
    for email in [
        "nobody-at-all@example.test",
        "newcomer@example.test",
        "former@example.test",
        EMAIL,
    ] {
        let answer = visitor
            .post("/password-links", json!({"email": email}))
            .await
            .expect(202);
        let mut headers = answer.headers;
        // By chance, whoever asks.
        headers.remove("x-request-id");
        answers.push((answer.text, headers));
    }
    let first = answers[0].clone();
    assert!(answers.iter().all(|answer| *answer == first), "{answers:?}");
    // Whoever exists has the letter; by then the others would have had theirs.
    asked(&house, EMAIL).await;
    while letters_to(&house, EMAIL).len() < 2 {
        tokio::task::yield_now().await;
    }
    assert_eq!(letters_to(&house, "").len(), 2, "the two to the accountant");
    let malformed = visitor.post("/password-links", json!({"email": "no address"})).await;
    assert_eq!(malformed.wrong(), [wrong("/email", "malformed")]);
}

#[tokio::test]
async fn nobody_is_sent_letters_without_end() {
    let house = House::sample().await;
    let visitor = house.browser();
    for email in [EMAIL, "nobody-at-all@example.test"] {
        for _ in 0..5 {
            visitor
                .post("/password-links", json!({"email": email}))
                .await
                .expect(202);
        }
        let refused = visitor.post("/password-links", json!({"email": email})).await;
        assert_eq!(refused.refusal(), (429, "too-many-attempts".into()));
    }
    // It keeps nobody from signing in.
    visitor.sign_in(EMAIL, PASSWORD).await.expect(200);
}

#[tokio::test]
async fn the_second_factor_is_asked_for_as_ever() {
    let house = House::sample().await;
    let browser = house.signed_in("accountant").await;
    let (secret, codes) = set_up(&browser).await;
    let token = asked(&house, EMAIL).await;
    let link = house
        .browser()
        .get(&format!("/password-links/{token}"))
        .await
        .expect(200);
    assert_eq!(link.at("/twoFactor"), true);
    assert_eq!(
        choose(&house, &token, NEW, None).await.refusal(),
        (401, "otp-required".into())
    );
    // The code that set it up has been used.
    let used = choose(&house, &token, NEW, Some(&code(&secret, 0))).await;
    assert_eq!(used.wrong(), [wrong("/otp", "mismatch")]);
    browser.get("/session").await.expect(200);
    house.clock.advance(30_000);
    // Eight characters do beside it.
    choose(&house, &token, "vqzkw7hf", Some(&code(&secret, 30)))
        .await
        .expect(204);
    let door = house.browser();
    let asked_for = door.sign_in(EMAIL, "vqzkw7hf").await;
    assert_eq!(asked_for.refusal(), (401, "otp-required".into()), "it is still there");

    // A recovery code does as well, and codes are not tried without end.
    let token = asked(&house, EMAIL).await;
    for _ in 0..4 {
        choose(&house, &token, NEW, Some("000000")).await.expect(422);
    }
    choose(&house, &token, NEW, codes[0].as_str()).await.expect(204);
    let token = asked(&house, EMAIL).await;
    for _ in 0..5 {
        choose(&house, &token, NEW, Some("000000")).await.expect(422);
    }
    let waits = choose(&house, &token, NEW, codes[1].as_str()).await;
    assert_eq!(waits.refusal(), (429, "too-many-attempts".into()));
}

#[tokio::test]
async fn two_who_use_one_link_at_once_choose_one_password() {
    let house = House::sample().await;
    let token = asked(&house, EMAIL).await;
    let other = "another password, and long";
    let (first, second) = tokio::join!(choose(&house, &token, NEW, None), choose(&house, &token, other, None));
    let mut both = [(first, NEW), (second, other)];
    both.sort_by_key(|(answer, _)| answer.status);
    let [(chosen, kept), (late, lost)] = both;
    chosen.expect(204);
    assert_eq!(late.refusal(), (410, "password-link-over".into()));
    house.browser().sign_in(EMAIL, lost).await.expect(401);
    house.browser().sign_in(EMAIL, kept).await.expect(200);
}

#[tokio::test]
async fn a_link_that_was_sent_before_the_password_was_changed_opens_nothing() {
    let house = House::sample().await;
    let browser = house.signed_in("accountant").await;
    let token = asked(&house, EMAIL).await;
    let change = json!({"current": PASSWORD, "new": NEW});
    browser.put("/profile/password", change).await.expect(204);
    let replayed = choose(&house, &token, "another password, and long", None).await;
    assert_eq!(replayed.refusal(), (410, "password-link-over".into()));
    browser.get("/session").await.expect(200);
}

async fn send(owner: &Browser, mailbox: &str) -> crate::support::Answer {
    let path = format!("/staff/{}/password-link", owner.id_of(mailbox).await);
    owner.post(&path, json!({})).await
}

#[tokio::test]
async fn the_owner_has_one_sent_and_never_sees_it() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let accountant = house.signed_in("accountant").await;
    let answer = send(&owner, "accountant").await.expect(204);
    assert_eq!(answer.text, "");
    let (_, text) = letters_to(&house, EMAIL).remove(0);
    assert!(text.contains("Astrid Lindqvist"), "it says who asked for it: {text}");
    // Until it is used, nothing changes.
    accountant.get("/session").await.expect(200);
    choose(&house, &token_in(&text), NEW, None).await.expect(204);
    house.browser().sign_in(EMAIL, NEW).await.expect(200);
    for mailbox in ["newcomer", "former"] {
        assert_eq!(
            send(&owner, mailbox).await.refusal(),
            (409, "state".into()),
            "{mailbox}"
        );
    }
    let entries = owner
        .get("/activity?kind=password-link-sent,password-reset")
        .await
        .expect(200);
    assert_eq!(entries.at("/total"), 2);
    assert_eq!(entries.at("/items/1/actor/name"), "Astrid Lindqvist");
    assert_eq!(entries.at("/items/0/kind"), "password-reset");
    assert_ne!(entries.at("/items/0/actor"), Value::Null);
}

#[tokio::test]
async fn whoever_is_revoked_meanwhile_has_no_use_for_it() {
    let house = House::sample().await;
    let token = asked(&house, EMAIL).await;
    let owner = house.owner().await;
    let path = format!("/staff/{}/revocation", owner.id_of("accountant").await);
    owner.put(&path, json!({})).await.expect(200);
    assert_eq!(
        choose(&house, &token, NEW, None).await.refusal(),
        (410, "password-link-over".into())
    );
}
