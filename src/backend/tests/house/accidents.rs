//! What nobody means to happen: a clock that is wrong, a name that is long and from right to left, ten thousand people, and
//! a folder that an earlier version left behind.

use std::io::Read;
use std::time::{Duration, Instant};

use flate2::read::GzDecoder;
use latchkey_backend::{Clock, Seed};
use serde_json::json;
use sqlx::query;
use tempfile::TempDir;

use crate::support::House;

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

/// A store with a little trade and one open invitation, as the backend with migrations up to the seventeenth left it. Later
/// versions add theirs; none is taken away.
const OLDER: [(&str, &[u8]); 1] = [("0017", include_bytes!("older/store-0017.sqlite.gz"))];

#[tokio::test]
async fn a_folder_of_an_earlier_version_goes_on_as_it_is() {
    for (version, packed) in OLDER {
        let folder = TempDir::new().expect("there is room for a folder");
        let mut database = Vec::new();
        GzDecoder::new(packed)
            .read_to_end(&mut database)
            .expect("it is unpacked");
        std::fs::write(folder.path().join("latchkey.sqlite"), database).expect("it is written");
        let house = House::of_folder(folder, Seed::Empty, |config| {
            if let Clock::Manual(clock) = &config.clock {
                // It was left on the 27th of November 2026.
                clock.advance(4 * DAY);
            }
        })
        .await;
        let owner = house.owner().await;
        let people = owner.get("/staff").await.expect(200);
        assert_eq!(people.at("/total"), 12, "{version}");
        let kept = owner.find("kept@example.test").await;
        assert_eq!(kept["status"], "invited", "{version}");
        assert_eq!(
            kept["periods"]["permissions"]["orders.view"]["ends"], "2026-12-31T00:00:00Z",
            "{version}"
        );
        assert_eq!(
            owner.get("/activity/verification").await.expect(200).at("/ok"),
            true,
            "{version}"
        );
        assert_eq!(
            owner.get("/resources/orders?limit=1").await.expect(200).at("/total"),
            100,
            "{version}"
        );
        // What came later works in it.
        owner.get("/ownership").await.expect(200);
        owner.get("/letters").await.expect(200);
        owner.invite("after@example.test", &["orders.view"]).await;
        house.signed_in("fulfilment").await.get("/session").await.expect(200);
    }
}

#[tokio::test]
async fn a_clock_that_is_set_back_or_far_ahead_opens_nothing_that_was_closed() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let manager = house.signed_in("manager").await;
    let id = owner.id_of("manager").await;
    owner
        .put(&format!("/staff/{id}/revocation"), json!({}))
        .await
        .expect(200);

    // Set back by a day: what was revoked stays revoked, who is signed in stays so, and what is done is written down.
    house.clock.advance(-DAY);
    assert_eq!(manager.get("/session").await.refusal(), (401, "signed-out".into()));
    let (_, token) = owner.invite("early@example.test", &["orders.view"]).await;
    let again = house
        .browser()
        .sign_in("manager@example.test", crate::support::PASSWORD)
        .await;
    assert_eq!(again.refusal().0, 401);
    assert_eq!(owner.get("/activity/verification").await.expect(200).at("/ok"), true);

    // Ten years ahead: every session and every link is over, and nothing else is lost.
    house.clock.advance(3_650 * DAY);
    assert_eq!(owner.get("/session").await.refusal(), (401, "signed-out".into()));
    let link = house.browser().get(&format!("/invitations/{token}")).await;
    assert_eq!(link.refusal(), (410, "invitation-expired".into()));
    let owner = house.owner().await;
    assert_eq!(owner.get("/activity/verification").await.expect(200).at("/ok"), true);
    // And back to what it is: a session that was begun in the future is none that lives for ever.
    house.clock.advance(-3_649 * DAY);
    let listed = owner.get("/session").await;
    assert!(matches!(listed.status.as_u16(), 200 | 401), "{listed:?}");
    house.owner().await.get("/staff").await.expect(200);
}

#[tokio::test]
async fn a_name_of_two_hundred_letters_from_right_to_left_is_kept_found_and_told() {
    let house = House::sample().await;
    let owner = house.owner().await;
    let name: String = "נעמה אבולעפיה ".chars().cycle().take(199).chain(['ה']).collect();
    let invited = owner
        .post(
            "/staff",
            json!({"email": "naama@example.test", "name": name, "permissions": ["orders.view"]}),
        )
        .await
        .expect(201);
    assert_eq!(invited.text_at("/account/name"), name);
    let found = owner
        .get("/staff?q=%D7%90%D7%91%D7%95%D7%9C%D7%A2%D7%A4%D7%99%D7%94")
        .await
        .expect(200);
    assert_eq!(found.at("/items/0/name"), json!(name));
    let told = owner.get("/activity?limit=1").await.expect(200);
    assert!(told.text.contains(&name), "{}", told.text);
    // One letter more is one too many, and marks that turn the direction of what follows are no part of a name.
    let longer = json!({"email": "more@example.test", "name": format!("{name}א"), "permissions": []});
    assert_eq!(
        owner.post("/staff", longer).await.wrong(),
        [("/name".into(), "too-long".into())]
    );
}

#[tokio::test]
async fn ten_thousand_people_are_listed_page_by_page_each_once() {
    let house = House::sample().await;
    let sql = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) \
               INSERT INTO accounts (id, email, email_key, name, name_key, search, owner, status, status_rank, two_factor, \
               version, created) \
               SELECT printf('%032x', i), printf('p%d@many.test', i), printf('p%d@many.test', i), \
               printf('Person %d', i % 97), printf('person %d', i % 97), printf('person %d' || char(10) || 'p%d@many.test', i % 97, i), \
               0, 'ended', 4, 0, 1, 0 FROM n";
    query(sql).execute(house.app.database()).await.expect("they are there");
    let owner = house.owner().await;
    let (mut seen, mut cursor) = (std::collections::BTreeSet::new(), String::new());
    loop {
        let begun = Instant::now();
        let page = owner
            .get(&format!("/staff?limit=200&sort=name{cursor}"))
            .await
            .expect(200);
        assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
        for member in page.at("/items").as_array().expect("a list") {
            assert!(seen.insert(member["id"].to_string()), "{member} comes twice");
        }
        match page.at("/next").as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    assert_eq!(seen.len(), 10_011);
    let found = owner.get("/staff?q=p9999@many").await.expect(200);
    assert_eq!(found.at("/total"), 1);
}
