//! Streams of events: everybody hears what they may know, once, and no stream outlives its session.

use serde_json::{Value, json};
use sqlx::query;

use crate::support::{Browser, Heard, House, Listener};

const DAY_MS: i64 = 24 * 60 * 60_000;

/// What a stream tells until a change of one's own language, which is told to oneself alone: all of it that is not told to
/// this one is not told at all.
pub(crate) async fn heard(browser: &Browser, listener: &mut Listener) -> Vec<(String, Value)> {
    let profile = browser.get("/profile").await.expect(200);
    let other = if profile.at("/language") == "sv" { "en" } else { "sv" };
    browser
        .patch("/profile", &profile.etag(), json!({"language": other}))
        .await
        .expect(200);
    let mut all = listener.until("session.changed").await;
    all.pop();
    all.into_iter().map(|heard| (heard.name, heard.data)).collect()
}

fn event(name: &str, data: Value) -> (String, Value) {
    (name.into(), data)
}

async fn grant(owner: &Browser, id: &str, change: Value) {
    let path = format!("/staff/{id}");
    let seen = owner.get(&path).await.etag();
    owner.patch(&path, &seen, change).await.expect(200);
}

#[tokio::test]
async fn a_stream_says_what_it_is_and_is_kept_by_nobody_on_the_way() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let so_far = owner
        .get("/session")
        .await
        .header("latchkey-events")
        .expect("it is said")
        .to_owned();
    let mut listener = owner.listen_after(None).await;
    let header = |name: &str| listener.headers[name].to_str().expect("text").to_owned();
    assert_eq!(header("content-type"), "text/event-stream");
    assert_eq!(header("cache-control"), "no-store");
    assert_eq!(header("x-accel-buffering"), "no");
    let opened = listener.next().await.expect("it opens");
    assert_eq!((opened.name.as_str(), opened.id), ("stream.opened", so_far));
}

#[tokio::test]
async fn staff_changes_are_told_to_the_owner_and_to_whom_they_concern() {
    let house = House::sample().await;
    let (owner, manager, designer) = (
        house.owner().await,
        house.signed_in("manager").await,
        house.signed_in("designer").await,
    );
    let id = owner.id_of("manager").await;
    let (mut hears_all, mut hears_own, mut hears_nothing) =
        (owner.listen().await, manager.listen().await, designer.listen().await);

    grant(&owner, &id, json!({"roles": [], "permissions": ["carts.view"]})).await;
    assert_eq!(hears_own.name().await, "session.changed");
    assert_eq!(
        heard(&owner, &mut hears_all).await,
        [
            event("staff.changed", json!({"id": id})),
            event("activity.changed", json!({}))
        ]
    );
    owner.invite("fresh@example.test", &["orders.view"]).await;
    let all = heard(&owner, &mut hears_all).await;
    // The change of the owner's own language before is among it.
    assert_eq!(
        all.iter().filter(|(name, _)| name == "staff.changed").count(),
        2,
        "{all:?}"
    );
    assert_eq!(heard(&manager, &mut hears_own).await, []);
    assert_eq!(heard(&designer, &mut hears_nothing).await, []);
}

#[tokio::test]
async fn a_role_tells_each_who_holds_it() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let (manager, designer) = (house.signed_in("manager").await, house.signed_in("designer").await);
    let (mut holds, mut does_not) = (manager.listen().await, designer.listen().await);
    let role = owner.get("/roles/store-manager").await.expect(200);
    let draft = json!({"name": role.at("/name"), "permissions": ["carts.view"]});
    owner
        .ask(
            "PUT",
            "/roles/store-manager",
            &[("if-match", &role.etag())],
            Some(&draft),
        )
        .await
        .expect(200);
    assert_eq!(holds.name().await, "session.changed");
    assert_eq!(heard(&designer, &mut does_not).await, []);
}

#[tokio::test]
async fn records_are_told_to_whoever_may_view_them_at_that_moment() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let (manager, nobody) = (house.signed_in("manager").await, house.signed_in("nobody").await);
    let id = owner.id_of("manager").await;
    grant(&owner, &id, json!({"roles": [], "permissions": ["website.view"]})).await;
    let (mut may, mut may_not) = (manager.listen().await, nobody.listen().await);
    let create = async |title: &str| {
        let page = json!({"title": title, "address": title.to_lowercase()});
        let made = owner.post("/resources/pages", page).await.expect(201);
        made.text_at("/id")
    };
    let page = create("First").await;
    let told = event("resource.changed", json!({"resource": "pages", "id": page}));
    assert_eq!(heard(&manager, &mut may).await, [told]);
    assert_eq!(heard(&nobody, &mut may_not).await, []);

    // Less is held, and in the same moment less is heard.
    grant(&owner, &id, json!({"roles": [], "permissions": ["carts.view"]})).await;
    create("Second").await;
    assert_eq!(may.name().await, "session.changed");
    assert_eq!(heard(&manager, &mut may).await, []);
}

#[tokio::test]
async fn what_was_missed_comes_once_and_in_order_by_its_id() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let mut first = owner.listen().await;
    owner.invite("one@example.test", &["orders.view"]).await;
    let seen = first.until("activity.changed").await;
    drop(first);
    owner.invite("two@example.test", &["orders.view"]).await;
    owner.invite("three@example.test", &["orders.view"]).await;

    let last = seen.last().expect("something").id.clone();
    let mut again = owner.listen_after(Some(&last)).await;
    let opened = again.next().await.expect("it opens");
    assert_eq!(
        (opened.name.as_str(), opened.id.as_str()),
        ("stream.opened", last.as_str())
    );
    owner.invite("four@example.test", &["orders.view"]).await;
    let mut told: Vec<Heard> = Vec::new();
    for _ in 0..3 {
        told.extend(again.until("activity.changed").await);
    }
    let mut expected = Vec::new();
    for mailbox in ["two", "three", "four"] {
        expected.push(event("staff.changed", json!({"id": owner.id_of(mailbox).await})));
        expected.push(event("activity.changed", json!({})));
    }
    let said: Vec<_> = told
        .iter()
        .map(|heard| (heard.name.clone(), heard.data.clone()))
        .collect();
    assert_eq!(said, expected);
    let ids: std::collections::BTreeSet<_> = told.iter().map(|heard| &heard.id).collect();
    assert_eq!(ids.len(), told.len());
    assert_eq!(heard(&owner, &mut again).await, []);
}

#[tokio::test]
async fn what_is_no_longer_known_is_said_to_be_so() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let before = owner
        .get("/session")
        .await
        .header("latchkey-events")
        .expect("it is said")
        .to_owned();
    owner.invite("fresh@example.test", &[]).await;
    let last = owner
        .get("/session")
        .await
        .header("latchkey-events")
        .expect("it is said")
        .to_owned();
    let house = house.restart_with(|_| {}).await;
    let owner = owner.at(&house);
    let (entry, rest) = last.split_once('.').expect("an id");
    let other_past = format!("{entry}.0.000000000000");
    let to_come = format!("9{entry}.{rest}");
    for id in [
        before.as_str(),
        &other_past,
        &to_come,
        "nonsense",
        "x.99999999999999999999",
    ] {
        let mut listener = owner.listen_after(Some(id)).await;
        assert_eq!(listener.name().await, "stream.opened");
        assert_eq!(listener.name().await, "stream.reset", "{id}");
    }
    // Where nothing has happened since, nothing was missed, whoever it is that tells.
    let mut listener = owner.listen_after(Some(&last)).await;
    assert_eq!(listener.name().await, "stream.opened");
    assert_eq!(heard(&owner, &mut listener).await, []);
}

#[tokio::test]
async fn a_stream_ends_with_its_session_and_says_why() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let mut overhears = owner.listen().await;
    for (mailbox, method, what, reason) in [
        ("manager", "PUT", "revocation", "revoked"),
        ("designer", "PUT", "suspension", "suspended"),
        ("marketing", "DELETE", "sessions", "signed-out"),
    ] {
        let (desk, phone) = (house.signed_in(mailbox).await, house.signed_in(mailbox).await);
        let listeners = [desk.listen().await, phone.listen().await];
        let path = format!("/staff/{}/{what}", owner.id_of(mailbox).await);
        owner.ask(method, &path, &[], Some(&json!({}))).await.expect(200);
        for mut listener in listeners {
            let ended = listener.next().await.expect("it is said");
            assert_eq!(
                (ended.name.as_str(), ended.data),
                ("session.ended", json!({"reason": reason}))
            );
            listener.ends().await;
        }
    }
    let (here, elsewhere) = (house.signed_in("developer").await, house.signed_in("developer").await);
    let (mut stays, mut goes) = (here.listen().await, elsewhere.listen().await);
    here.delete("/sessions").await.expect(200);
    assert_eq!(goes.name().await, "session.ended");
    goes.ends().await;
    assert_eq!(heard(&here, &mut stays).await, []);
    here.delete("/session").await.expect(204);
    assert_eq!(stays.name().await, "session.ended");
    stays.ends().await;
    let all = heard(&owner, &mut overhears).await;
    assert!(all.iter().all(|(name, _)| name != "session.ended"), "{all:?}");
}

#[tokio::test]
async fn a_stream_follows_the_clock() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let (idle, manager) = (house.signed_in("designer").await, house.signed_in("manager").await);
    let id = owner.id_of("manager").await;
    let (mut idle_hears, mut hears) = (idle.listen().await, manager.listen().await);
    grant(
        &owner,
        &id,
        json!({"starts": "2026-11-24T10:00:00Z", "ends": "2026-11-24T11:00:00Z"}),
    )
    .await;
    assert_eq!(hears.name().await, "session.changed");
    assert_eq!(manager.get("/session").await.at("/permissions"), json!([]));

    house.clock.advance(30 * 60_000 - 1);
    assert_eq!(heard(&manager, &mut hears).await, []);
    house.clock.advance(1);
    assert_eq!(hears.name().await, "session.changed");
    assert_ne!(manager.get("/session").await.at("/permissions"), json!([]));
    house.clock.advance(60 * 60_000);
    let ended = hears.next().await.expect("it is said");
    assert_eq!(
        (ended.name.as_str(), ended.data),
        ("session.ended", json!({"reason": "ended"}))
    );
    hears.ends().await;

    // A page that is only open does not keep a session alive.
    house.clock.advance(DAY_MS);
    let ended = idle_hears.next().await.expect("it is said");
    assert_eq!(
        (ended.name.as_str(), ended.data),
        ("session.ended", json!({"reason": "signed-out"}))
    );
    idle_hears.ends().await;
}

#[tokio::test]
async fn a_stream_follows_the_dates_of_a_single_permission() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let nobody = house.signed_in("nobody").await;
    let id = owner.id_of("nobody").await;
    let mut hears = nobody.listen().await;
    let dates = json!({"starts": "2026-11-24T10:00:00Z", "ends": "2026-11-24T11:00:00Z"});
    grant(
        &owner,
        &id,
        json!({"permissions": ["carts.view"], "periods": {"permissions": {"carts.view": dates}}}),
    )
    .await;
    assert_eq!(hears.name().await, "session.changed");
    assert_eq!(nobody.get("/session").await.at("/permissions"), json!([]));
    house.clock.advance(30 * 60_000);
    hears.until("session.changed").await;
    assert_eq!(nobody.get("/session").await.at("/permissions"), json!(["carts.view"]));
    house.clock.advance(60 * 60_000);
    hears.until("session.changed").await;
    assert_eq!(nobody.get("/session").await.at("/permissions"), json!([]));
}

#[tokio::test]
async fn what_another_program_writes_is_found_out() {
    let house = House::sample().await;
    let browser = house.signed_in("manager").await;
    let mut listener = browser.listen().await;
    query("DELETE FROM sessions")
        .execute(house.app.database())
        .await
        .expect("they are gone");
    house.clock.advance(30_000);
    assert_eq!(listener.name().await, "session.ended");
    listener.ends().await;
}

#[tokio::test]
async fn one_who_does_not_read_is_told_to_ask_for_everything_and_nothing_is_kept_for_them() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let mut slow = owner.listen().await;
    let mut profile = owner.get("/profile").await.expect(200);
    for turn in 0..800 {
        let language = if turn % 2 == 0 { "sv" } else { "en" };
        profile = owner
            .patch("/profile", &profile.etag(), json!({"language": language}))
            .await
            .expect(200);
    }
    let all = slow.until("stream.reset").await;
    assert_eq!(all.len(), 1, "{all:?}");
    assert_eq!(heard(&owner, &mut slow).await, []);
}

#[tokio::test]
async fn streams_end_when_the_backend_stops_and_none_begins() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let listener = owner.listen().await;
    house.app.end_streams();
    listener.ends().await;
    owner.listen().await.ends().await;
}

#[tokio::test]
async fn there_is_an_end_to_the_streams_of_one_session() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let mut all = Vec::new();
    for _ in 0..16 {
        all.push(owner.listen().await);
    }
    let answer = owner.get("/events").await;
    assert_eq!(answer.refusal(), (503, "unavailable".into()));
    assert_eq!(answer.header("retry-after"), Some("60"));
    all.pop();
    drop(owner.listen().await);
}
