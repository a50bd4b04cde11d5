//! Marketing: where campaigns and discounts stand, newsletters that are sent once, and texts that are filled in.

use std::fs;

use mailparse::MailHeaderMap;
use serde_json::{Value, json};

use super::parcels::holding;
use crate::support::{Browser, House, wrong};

const DAY: i64 = 86_400_000;

fn campaign() -> Value {
    json!({"name": "Doors of spring", "channel": "search", "starts": "2026-11-26", "ends": "2026-11-30"})
}

/// Makes a record and answers its path.
async fn made(browser: &Browser, resource: &str, fields: Value) -> String {
    let path = format!("/resources/{resource}");
    let id = browser.post(&path, fields).await.expect(201).text_at("/id");
    format!("{path}/{id}")
}

async fn status(browser: &Browser, path: &str) -> String {
    browser.get(path).await.expect(200).text_at("/fields/status")
}

async fn command(browser: &Browser, path: &str, command: &str) -> crate::support::Answer {
    browser.post(&format!("{path}/commands/{command}"), json!({})).await
}

/// The letters that were laid down, the oldest first.
fn letters(house: &House) -> Vec<String> {
    let Ok(files) = fs::read_dir(house.folder().join("outbox")) else {
        return Vec::new();
    };
    let mut files: Vec<_> = files.map(|file| file.expect("it is read").path()).collect();
    files.sort();
    files
        .iter()
        .map(|file| fs::read_to_string(file).expect("it is read"))
        .collect()
}

/// So many days later, when whoever was signed in has to sign in again.
async fn later(house: &House, days: i64, mailbox: &str) -> Browser {
    house.clock.advance(days * DAY);
    house.signed_in(mailbox).await
}

/// Whether a list of what runs has it.
async fn is_running(browser: &Browser, name: &str) -> bool {
    let list = browser
        .get("/resources/campaigns?status=running&limit=200")
        .await
        .expect(200);
    let items = list.at("/items");
    let mut items = items.as_array().expect("a list").iter();
    items.any(|item| item["fields"]["name"] == name)
}

#[tokio::test]
async fn a_campaign_begins_and_ends_by_itself() {
    let house = House::sample().await;
    let browser = house.signed_in("assistant").await;
    let path = made(&browser, "campaigns", campaign()).await;
    assert_eq!(status(&browser, &path).await, "planned");
    assert!(!is_running(&browser, "Doors of spring").await);
    let browser = later(&house, 2, "assistant").await;
    assert!(
        is_running(&browser, "Doors of spring").await,
        "whoever only looks at the list sees it run"
    );
    assert_eq!(status(&browser, &path).await, "running");
    let browser = later(&house, 5, "assistant").await;
    assert_eq!(status(&browser, &path).await, "ended");
    assert_eq!(command(&browser, &path, "pause").await.refusal(), (409, "state".into()));
    let seen = browser.get(&path).await.etag();
    let longer = browser
        .patch(&path, &seen, json!({"ends": "2026-12-24"}))
        .await
        .expect(200);
    assert_eq!(longer.at("/fields/status"), "running");
}

#[tokio::test]
async fn what_somebody_paused_or_ended_stays_so() {
    let house = House::sample().await;
    let browser = house.signed_in("marketing").await;
    let path = made(&browser, "campaigns", campaign()).await;
    let paused = command(&browser, &path, "pause").await.expect(200);
    assert_eq!(paused.at("/record/fields/status"), "paused");
    let browser = later(&house, 2, "marketing").await;
    assert_eq!(status(&browser, &path).await, "paused");
    let resumed = command(&browser, &path, "resume").await.expect(200);
    assert_eq!(resumed.at("/record/fields/status"), "running");
    let ended = command(&browser, &path, "end").await.expect(200);
    assert_eq!(ended.at("/record/fields/status"), "ended");
    assert_eq!(ended.at("/record/fields/ends"), "2026-11-26");
    assert_eq!(
        command(&browser, &path, "resume").await.refusal(),
        (409, "state".into())
    );
    let seen = browser.get(&path).await.etag();
    let noted = browser
        .patch(&path, &seen, json!({"note": "It was short."}))
        .await
        .expect(200);
    assert_eq!(noted.at("/fields/status"), "ended");
}

#[tokio::test]
async fn a_campaign_that_has_not_begun_ends_on_its_first_day() {
    let house = House::sample().await;
    let browser = house.signed_in("marketing").await;
    let path = made(&browser, "campaigns", campaign()).await;
    let ended = command(&browser, &path, "end").await.expect(200);
    assert_eq!(ended.at("/record/fields/status"), "ended");
    let browser = later(&house, 2, "marketing").await;
    assert_eq!(status(&browser, &path).await, "ended");
}

#[tokio::test]
async fn nothing_ends_before_it_starts_and_nobody_says_where_it_stands() {
    let house = House::sample().await;
    let browser = house.signed_in("marketing").await;
    let mut early = campaign();
    early["ends"] = "2026-11-25".into();
    let answer = browser.post("/resources/campaigns", early).await;
    assert_eq!(answer.wrong(), [wrong("/ends", "ends-before-start")]);
    let mut forged = campaign();
    forged["status"] = "running".into();
    let answer = browser.post("/resources/campaigns", forged).await;
    assert_eq!(answer.wrong(), [wrong("/status", "unknown-member")]);
    let discount =
        json!({"code": "EARLY", "kind": "percent", "percent": 5, "starts": "2026-12-02", "ends": "2026-12-01"});
    let answer = browser.post("/resources/discounts", discount).await;
    assert_eq!(answer.wrong(), [wrong("/ends", "ends-before-start")]);
}

#[tokio::test]
async fn whoever_may_only_see_discounts_makes_none() {
    let house = House::sample().await;
    let assistant = house.signed_in("assistant").await;
    assistant.get("/resources/discounts").await.expect(200);
    let body = json!({"code": "MINE", "kind": "percent", "percent": 100});
    let answer = assistant.post("/resources/discounts", body).await;
    assert_eq!(answer.refusal(), (403, "missing-permission".into()));
    assert_eq!(answer.at("/missing"), json!(["discounts.manage"]));
    assert_eq!(
        assistant.get("/resources/automations").await.refusal(),
        (403, "missing-permission".into())
    );
    let manager = house.signed_in("manager").await;
    assert_eq!(
        manager.get("/resources/campaigns").await.refusal(),
        (403, "missing-permission".into())
    );
}

#[tokio::test]
async fn a_code_belongs_to_one_discount() {
    let house = House::sample().await;
    let browser = house.signed_in("marketing").await;
    let body = |code: &str| json!({"code": code, "kind": "percent", "percent": 20});
    let first = browser
        .post("/resources/discounts", body("spring-20"))
        .await
        .expect(201);
    assert_eq!(first.at("/fields/code"), "SPRING-20");
    assert_eq!(first.at("/fields/status"), "valid");
    assert_eq!(first.at("/fields/used"), 0);
    let again = browser.post("/resources/discounts", body("Spring-20")).await;
    assert_eq!(again.wrong(), [wrong("/code", "taken")]);

    let path = format!("/resources/discounts/{}", first.text_at("/id"));
    browser
        .ask("DELETE", &path, &[("if-match", &first.etag())], None)
        .await
        .expect(204);
    let second = browser
        .post("/resources/discounts", body("SPRING-20"))
        .await
        .expect(201);
    let back = browser.put(&format!("{path}/restoration"), json!({})).await;
    assert_eq!(back.refusal(), (409, "state".into()));
    let path = format!("/resources/discounts/{}", second.text_at("/id"));
    let renamed = browser.patch(&path, &second.etag(), json!({"code": "welcome10"})).await;
    assert_eq!(renamed.wrong(), [wrong("/code", "taken")]);
}

#[tokio::test]
async fn what_a_discount_takes_off_is_said_in_one_way() {
    let house = House::sample().await;
    let browser = house.signed_in("marketing").await;
    let euros = |amount: &str| json!({"amount": amount, "currency": "EUR"});
    let none = browser
        .post("/resources/discounts", json!({"code": "NOTHING", "kind": "percent"}))
        .await;
    assert_eq!(none.wrong(), [wrong("/percent", "required")]);
    let zero = json!({"code": "NOTHING", "kind": "amount", "amount": euros("0")});
    let zero = browser.post("/resources/discounts", zero).await;
    assert_eq!(zero.wrong(), [wrong("/amount/amount", "below-minimum")]);
    let all = json!({"code": "NOTHING", "kind": "percent", "percent": 101});
    let all = browser.post("/resources/discounts", all).await;
    assert_eq!(all.wrong(), [wrong("/percent", "above-maximum")]);
    let both = json!({"code": "BOTH", "kind": "percent", "percent": 10, "amount": euros("3.00")});
    let both = browser.post("/resources/discounts", both).await.expect(201);
    assert_eq!(both.at("/fields/amount"), Value::Null);
    let path = format!("/resources/discounts/{}", both.text_at("/id"));
    let turned = browser
        .patch(&path, &both.etag(), json!({"kind": "amount", "amount": euros("3")}))
        .await
        .expect(200);
    assert_eq!(turned.at("/fields/percent"), Value::Null);
    assert_eq!(turned.at("/fields/amount"), euros("3.00"));
}

#[tokio::test]
async fn a_discount_is_ended_now_and_for_good() {
    let house = House::sample().await;
    let browser = house.signed_in("marketing").await;
    let body = json!({"code": "SHORT", "kind": "percent", "percent": 5, "limit": 10});
    let path = made(&browser, "discounts", body).await;
    let ended = command(&browser, &path, "end-now").await.expect(200);
    assert_eq!(ended.at("/record/fields/status"), "ended");
    assert_eq!(ended.at("/record/fields/ends"), "2026-11-24");
    assert_eq!(
        command(&browser, &path, "end-now").await.refusal(),
        (409, "state".into())
    );
    let seen = browser.get(&path).await.etag();
    let again = browser
        .patch(&path, &seen, json!({"ends": "2026-12-31", "active": false}))
        .await
        .expect(200);
    assert_eq!(again.at("/fields/status"), "off");
}

#[tokio::test]
async fn a_limit_is_not_below_what_was_used() {
    let house = House::sample().await;
    let browser = house.signed_in("marketing").await;
    let list = browser.get("/resources/discounts?status=usedUp").await.expect(200);
    let path = format!("/resources/discounts/{}", list.text_at("/items/0/id"));
    let seen = browser.get(&path).await.etag();
    let low = browser.patch(&path, &seen, json!({"limit": 49})).await;
    assert_eq!(low.wrong(), [wrong("/limit", "below-minimum")]);
    let more = browser.patch(&path, &seen, json!({"limit": 60})).await.expect(200);
    assert_eq!(more.at("/fields/status"), "valid");
}

#[tokio::test]
async fn a_newsletter_is_sent_once_and_stays_as_it_was() {
    let house = House::trading().await;
    let browser = house.signed_in("assistant").await;
    let body = json!({"subject": "Nycklar & hål", "audience": "everyone", "body": "Hej!\n\nHär är de."});
    let path = made(&browser, "newsletters", body).await;

    command(&browser, &path, "send-test").await.expect(200);
    let letter = letters(&house).pop().expect("there is a letter");
    let tried = mailparse::parse_mail(letter.as_bytes()).expect("it is a message");
    assert_eq!(
        tried.headers.get_first_value("To").unwrap_or_default(),
        "\"Dewi Anggraini\" <assistant@example.test>"
    );
    assert_eq!(status(&browser, &path).await, "draft");

    let sent = command(&browser, &path, "send").await.expect(200);
    assert_eq!(sent.at("/record/fields/status"), "sent");
    assert_eq!(sent.at("/record/fields/sentAt"), "2026-11-24T09:30:00Z");
    let count = sent.at("/record/fields/recipients").as_u64().expect("a number");
    assert!(count > 0);
    let all = letters(&house);
    assert_eq!(all.len(), 2, "one letter, however many get it");
    let letter = mailparse::parse_mail(all[1].as_bytes()).expect("it is a message");
    assert_eq!(
        letter.headers.get_first_value("X-Latchkey-Recipients"),
        Some(count.to_string())
    );
    assert_eq!(
        letter.headers.get_first_value("Subject").unwrap_or_default(),
        "Nycklar & hål"
    );

    assert_eq!(command(&browser, &path, "send").await.refusal(), (409, "state".into()));
    assert_eq!(
        command(&browser, &path, "send-test").await.refusal(),
        (409, "state".into())
    );
    let seen = browser.get(&path).await.etag();
    let changed = browser.patch(&path, &seen, json!({"subject": "Another"})).await;
    assert_eq!(changed.refusal(), (409, "state".into()));
    let gone = browser.ask("DELETE", &path, &[("if-match", &seen)], None).await;
    assert_eq!(gone.refusal(), (409, "state".into()));
    assert_eq!(letters(&house).len(), 2);

    let copy = command(&browser, &path, "copy").await.expect(200);
    assert_eq!(copy.at("/record/fields/status"), "draft");
    assert_eq!(copy.at("/record/fields/sentAt"), Value::Null);
    assert_eq!(copy.at("/record/fields/subject"), "Nycklar & hål");
    assert!(!path.ends_with(&copy.text_at("/record/id")));
}

#[tokio::test]
async fn a_newsletter_goes_only_to_those_who_said_yes() {
    let house = House::trading().await;
    let owner = house.owner().await;
    let total = |query: &'static str| {
        let owner = &owner;
        async move {
            let list = owner
                .get(&format!("/resources/customers?limit=1&{query}"))
                .await
                .expect(200);
            list.at("/total").as_u64().expect("a number")
        }
    };
    let yes = total("marketing=true").await;
    let buyers = total("marketing=true&orders=1..").await;
    assert!(0 < buyers && buyers < yes && yes < total("").await);
    for (audience, expected) in [("everyone", yes), ("buyers", buyers), ("newcomers", yes - buyers)] {
        let body = json!({"subject": audience, "audience": audience, "body": "Hej!"});
        let path = made(&owner, "newsletters", body).await;
        let sent = command(&owner, &path, "send").await.expect(200);
        assert_eq!(sent.at("/record/fields/recipients"), expected, "{audience}");
    }
}

#[tokio::test]
async fn an_automated_email_fills_in_what_it_knows() {
    let house = House::sample().await;
    let browser = house.signed_in("marketing").await;
    let path = "/resources/automations/order-confirmation";
    let seen = browser.get(path).await.expect(200);
    let body = json!({"subject": "Hej {name}", "body": "{order}: {total}, {birthday}"});
    let answer = browser.patch(path, &seen.etag(), body).await;
    assert_eq!(answer.wrong(), [wrong("/body", "unknown-value")]);
    let body = json!({"subject": "Hej {name}", "body": "{order}: {total} {och så vidare}"});
    browser.patch(path, &seen.etag(), body).await.expect(200);
    let preview = command(&browser, path, "preview").await.expect(200);
    assert_eq!(preview.at("/reveal"), Value::Null, "nothing of it is secret");
    assert_eq!(
        preview.at("/preview"),
        json!({"subject": "Hej Maja", "text": "1042: 49.90 EUR {och så vidare}"})
    );
}

#[tokio::test]
async fn a_newsletter_is_previewed_by_whoever_may_see_it_as_it_will_be_sent() {
    let house = House::trading().await;
    let writer = house.signed_in("assistant").await;
    let body = json!({
        "subject": "Nycklar  & hål", "preheader": "Tre nya", "audience": "everyone", "body": "Hej!\n\nHär är de:\nen\n<b>två</b>",
    });
    let path = made(&writer, "newsletters", body).await;
    let reader = holding(&house, &["newsletters.view"]).await;
    let seen = reader.get(&path).await.etag();
    let preview = command(&reader, &path, "preview").await.expect(200);
    let text = preview.text_at("/preview/text");
    assert_eq!(preview.at("/preview/subject"), "Nycklar & hål");
    assert_eq!(preview.at("/preview/ahead"), "Tre nya");
    assert!(text.starts_with("Hej!\n\nHär är de:\nen\n<b>två</b>\n\n"), "{text}");
    assert_eq!(reader.get(&path).await.etag(), seen, "looking changes nothing");
    assert_eq!(command(&reader, &path, "send-test").await.refusal().0, 403);
    assert!(letters(&house).is_empty());

    command(&writer, &path, "send").await.expect(200);
    let sent = letters(&house).pop().expect("there is a letter");
    let sent = mailparse::parse_mail(sent.as_bytes()).expect("it is a message");
    let plain = sent.subparts[0].get_body().expect("it is a text");
    assert_eq!(plain.replace("\r\n", "\n").trim_end(), text, "it is what is sent");
    command(&reader, &path, "preview").await.expect(200);

    let owner = house.owner().await;
    let told = owner
        .get("/activity?kind=command-done")
        .await
        .expect(200)
        .at("/items")
        .to_string();
    assert!(told.contains("\"Send\"") && !told.contains("\"Preview\""), "{told}");
    let without = holding(&house, &["campaigns.view"]).await;
    assert_eq!(command(&without, &path, "preview").await.refusal().0, 403);
}

#[tokio::test]
async fn which_automated_emails_there_are_is_fixed() {
    let house = House::sample().await;
    let owner = house.owner().await;
    assert_eq!(owner.get("/resources/automations").await.expect(200).at("/total"), 8);
    let new = json!({"name": "X", "delayHours": 0, "subject": "X", "body": "X"});
    let made = owner.post("/resources/automations", new).await;
    assert_eq!(made.refusal(), (405, "method-not-allowed".into()));
    let path = "/resources/automations/birthday";
    let seen = owner.get(path).await.expect(200).etag();
    let gone = owner.ask("DELETE", path, &[("if-match", &seen)], None).await;
    assert_eq!(gone.refusal(), (405, "method-not-allowed".into()));
}
