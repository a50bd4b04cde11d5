//! A mail server that is away: nothing is lost, nothing is sent that is no longer true, and it ends some day.

use super::{HOUR, MINUTE, arrived, given_up, in_database, letters, tried};
use crate::support::{Encryption, House, MailServer};

const DAY: i64 = 24 * HOUR;

#[tokio::test]
async fn after_an_hour_everything_arrives_once() {
    let mut server = MailServer::start(Encryption::StartTls).await;
    let house = House::sample_with(|config| server.configure(config)).await;
    let owner = house.owner().await;
    let mut listener = owner.listen().await;
    server.away().await;
    for name in ["a", "b", "c"] {
        owner.invite(&format!("{name}@example.test"), &[]).await;
    }
    // Tried at first, and again after each pause until the hour is over.
    for minutes in [0, 1, 5, 15, 39] {
        house.clock.advance(minutes * MINUTE);
        listener.until("letters.changed").await;
    }
    assert!(letters(&owner).await.iter().all(|letter| letter["state"] == "waiting"));
    server.back().await;
    for _ in 0..4 {
        house.clock.advance(HOUR);
        tokio::task::yield_now().await;
    }
    arrived(&owner, &mut listener).await;
    let mut taken: Vec<_> = server.rest().into_iter().map(|letter| letter.to).collect();
    taken.sort();
    assert_eq!(taken, ["a@example.test", "b@example.test", "c@example.test"]);
}

#[tokio::test]
async fn what_waits_is_sent_after_a_restart() {
    let mut server = MailServer::start(Encryption::Tls).await;
    server.away().await;
    let house = House::sample_with(|config| server.configure(config)).await;
    let owner = house.owner().await;
    let mut listener = owner.listen().await;
    let (_, token) = owner.invite("letter@example.test", &[]).await;
    tried(&owner, &mut listener).await;
    server.back().await;
    let house = house.restart_with(|config| server.configure(config)).await;
    house.clock.advance(MINUTE);
    assert!(server.next().await.text().contains(&token));
}

#[tokio::test]
async fn an_invitation_that_is_taken_back_or_made_anew_is_not_sent_later() {
    let mut server = MailServer::start(Encryption::Tls).await;
    server.away().await;
    let house = House::sample_with(|config| server.configure(config)).await;
    let owner = house.owner().await;
    let (gone, _) = owner.invite("gone@example.test", &[]).await;
    let (anew, old) = owner.invite("anew@example.test", &[]).await;
    let (_, joined) = owner.invite("joined@example.test", &[]).await;
    owner.delete(&format!("/staff/{gone}/invitation")).await.expect(204);
    owner
        .ask("POST", &format!("/staff/{anew}/invitation"), &[], None)
        .await
        .expect(201);
    let body = serde_json::json!({"name": "Joined", "password": "a password that is long enough"});
    house
        .browser()
        .post(&format!("/invitations/{joined}"), body)
        .await
        .expect(201);
    assert_eq!(in_database(&house).await, (1, 1));
    server.back().await;
    house.clock.advance(2 * MINUTE);
    let letter = server.next().await;
    assert_eq!(letter.to, "anew@example.test");
    assert!(!letter.text().contains(&old));
    assert_eq!(server.rest().len(), 0);
}

#[tokio::test]
async fn after_two_days_it_is_given_up() {
    let mut server = MailServer::start(Encryption::Tls).await;
    server.away().await;
    let house = House::sample_with(|config| server.configure(config)).await;
    let owner = house.owner().await;
    let mut listener = owner.listen().await;
    owner.invite("letter@example.test", &[]).await;
    tried(&owner, &mut listener).await;
    house.clock.advance(2 * DAY);
    // The session is over by then.
    let owner = house.owner().await;
    let mut listener = owner.listen().await;
    let letter = given_up(&owner, &mut listener).await;
    assert_eq!(letter["trouble"]["kind"], "unreachable");
    assert_eq!(in_database(&house).await, (1, 0));
    // And it is not shown for ever.
    house.clock.advance(31 * DAY);
    let owner = house.owner().await;
    server.back().await;
    let mut listener = owner.listen().await;
    owner.invite("other@example.test", &[]).await;
    arrived(&owner, &mut listener).await;
    assert_eq!(in_database(&house).await, (0, 0));
}

#[tokio::test]
async fn what_no_key_opens_any_more_is_given_up_in_its_time() {
    let mut server = MailServer::start(Encryption::Tls).await;
    server.away().await;
    let house = House::sample_with(|config| server.configure(config)).await;
    let owner = house.owner().await;
    let mut listener = owner.listen().await;
    owner.invite("letter@example.test", &[]).await;
    tried(&owner, &mut listener).await;
    std::fs::write(house.folder().join("letters.key"), [7; 32]).expect("it is written");
    server.back().await;
    let house = house.restart_with(|config| server.configure(config)).await;
    house.clock.advance(DAY);
    let owner = house.owner().await;
    assert_eq!(letters(&owner).await[0]["state"], "waiting");
    house.clock.advance(DAY);
    let owner = house.owner().await;
    let mut listener = owner.listen().await;
    given_up(&owner, &mut listener).await;
    // The owner's own news of having signed in again may have come through meanwhile.
    assert!(server.rest().iter().all(|letter| letter.to != "letter@example.test"));
}
