//! A sign-in on a device that was never used before is told: by mail, in the other sessions, and in the list of them.

use serde_json::json;

use crate::events::heard;
use crate::password_links::letters_to;
use crate::support::{Browser, House, PASSWORD};

const EMAIL: &str = "accountant@example.test";

async fn unrecognised(browser: &Browser) -> usize {
    let page = browser.get("/sessions").await.expect(200).at("/items");
    let items = page.as_array().expect("items");
    items.iter().filter(|item| item["unrecognised"] == true).count()
}

#[tokio::test]
async fn the_first_device_is_nobodys_news_and_the_second_is() {
    let house = House::sample().await;
    let here = house.signed_in("accountant").await;
    assert!(letters_to(&house, EMAIL).is_empty());
    // The same browser is known again, whatever session it has.
    here.delete("/session").await.expect(204);
    here.sign_in(EMAIL, PASSWORD).await.expect(200);
    assert!(letters_to(&house, EMAIL).is_empty());

    let mut hears = here.listen().await;
    let there = house.signed_in("accountant").await;
    assert_eq!(hears.name().await, "session.elsewhere");
    let letters = letters_to(&house, EMAIL);
    assert_eq!(letters.len(), 1);
    assert!(letters[0].1.contains("Firefox · Linux"), "{}", letters[0].1);
    assert!(letters[0].1.contains("24 November 2026 at 09:30"), "{}", letters[0].1);
    assert_eq!(unrecognised(&here).await, 1);

    // Once known, it is known.
    there.sign_in(EMAIL, PASSWORD).await.expect(200);
    assert_eq!(letters_to(&house, EMAIL).len(), 1);
    assert_eq!(unrecognised(&here).await, 0, "the session of the new device has ended");
}

#[tokio::test]
async fn the_session_in_which_it_happened_is_not_told_of_itself() {
    let house = House::sample().await;
    house.signed_in("accountant").await;
    let there = house.browser();
    let answer = there.sign_in(EMAIL, PASSWORD).await.expect(200);
    let so_far = answer
        .header("latchkey-events")
        .expect("it says where events begin")
        .to_owned();
    let mut hears = there.listen_after(Some(&so_far)).await;
    assert_eq!(hears.name().await, "stream.opened");
    assert_eq!(heard(&there, &mut hears).await, []);
}

#[tokio::test]
async fn whoever_it_was_can_say_so() {
    let house = House::sample().await;
    let here = house.signed_in("accountant").await;
    house.signed_in("accountant").await;
    let stranger = house.signed_in("designer").await;
    let items = here.get("/sessions").await.expect(200).at("/items");
    let new = items
        .as_array()
        .expect("items")
        .iter()
        .find(|item| item["unrecognised"] == true);
    let path = format!(
        "/sessions/{}/recognition",
        new.expect("one")["id"].as_str().expect("an id")
    );
    assert_eq!(
        stranger.put(&path, json!({})).await.refusal(),
        (404, "not-found".into())
    );
    here.put(&path, json!({})).await.expect(204);
    assert_eq!(unrecognised(&here).await, 0);
}

#[tokio::test]
async fn the_mark_is_a_cookie_that_no_page_reads_and_that_is_kept_as_a_hash() {
    let house = House::sample().await;
    let browser = house.browser();
    let answer = browser.sign_in(EMAIL, PASSWORD).await.expect(200);
    let cookies: Vec<_> = answer.headers.get_all("set-cookie").iter().collect();
    let mark = cookies[1].to_str().expect("text");
    assert!(mark.starts_with("latchkey-device="), "{mark}");
    assert!(mark.contains("; HttpOnly; SameSite=Strict; Max-Age=34560000"), "{mark}");
    let value = browser.mark().expect("it is kept");
    let value = value.split_once('=').expect("a value").1.to_owned();
    let rows: Vec<String> = sqlx::query_scalar("SELECT mark_hash FROM known_devices")
        .fetch_all(house.app.database())
        .await
        .expect("they are read");
    assert_eq!(rows.len(), 1);
    assert_ne!(rows[0], value);
    // A mark alone opens nothing.
    let other = house.browser();
    let headers = [("cookie", format!("latchkey-device={value}"))];
    let headers = headers.each_ref().map(|(name, value)| (*name, value.as_str()));
    assert_eq!(other.ask("GET", "/session", &headers, None).await.status, 401);
}

#[tokio::test]
async fn a_program_is_known_by_what_it_is_and_where_it_comes_from() {
    let house = House::sample().await;
    let sign_in = async || {
        let bearer = json!({"email": EMAIL, "password": PASSWORD, "token": true});
        let answer = house.browser().post("/session", bearer).await.expect(200);
        assert!(answer.header("set-cookie").is_none());
    };
    house.signed_in("accountant").await;
    sign_in().await;
    assert_eq!(letters_to(&house, EMAIL).len(), 1);
    sign_in().await;
    assert_eq!(letters_to(&house, EMAIL).len(), 1);
}
