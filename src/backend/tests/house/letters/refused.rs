//! What a mail server refuses, for now and for good, and what the owner sees and does about it.

use serde_json::json;

use super::{MINUTE, arrived, given_up, in_database, letters, tried};
use crate::support::{Encryption, House, MailServer, Manner, token_of};

#[tokio::test]
async fn what_is_refused_for_now_is_tried_again_after_a_minute() {
    for answer in [
        Manner::Recipient("451 4.7.1 greylisted, come back later"),
        Manner::Whole("452 4.3.1 the disk is full"),
    ] {
        let mut server = MailServer::start(Encryption::Tls).await;
        server.behave(answer);
        let house = House::sample_with(|config| server.configure(config)).await;
        let owner = house.owner().await;
        let mut listener = owner.listen().await;
        owner.invite("letter@example.test", &[]).await;
        let letter = tried(&owner, &mut listener).await;
        assert_eq!((&letter["state"], &letter["attempts"]), (&"waiting".into(), &1.into()));
        assert_eq!(letter["trouble"]["kind"], "delayed");
        assert_eq!(letter["next"], "2026-11-24T09:31:00Z");
        let member = owner.find("letter@example.test").await;
        assert_eq!(member["invitation"]["letter"]["state"], "waiting");
        server.behave(Manner::Takes);
        house.clock.advance(MINUTE - 1);
        assert_eq!(server.rest().len(), 0);
        house.clock.advance(1);
        assert_eq!(server.next().await.to, "letter@example.test");
        arrived(&owner, &mut listener).await;
    }
}

#[tokio::test]
async fn what_is_refused_for_good_is_given_up_at_once_and_told_and_its_link_forgotten() {
    let mut server = MailServer::start(Encryption::StartTls).await;
    server.behave(Manner::Recipient("550 5.1.1 no such person here"));
    let house = House::sample_with(|config| server.configure(config)).await;
    let owner = house.owner().await;
    let mut listener = owner.listen().await;
    let (id, token) = owner.invite("letter@example.test", &[]).await;
    let letter = tried(&owner, &mut listener).await;
    assert_eq!(letter["state"], "failed");
    assert_eq!(letter["trouble"]["kind"], "refused");
    assert!(
        letter["trouble"]["said"]
            .as_str()
            .is_some_and(|said| said.contains("no such person here"))
    );
    assert_eq!((&letter["next"], &letter["again"]), (&json!(null), &json!(false)));
    assert_eq!(in_database(&house).await, (1, 0), "its link is forgotten");
    let member = owner.find("letter@example.test").await;
    assert_eq!(member["invitation"]["letter"]["state"], "failed");
    let activity = owner.get("/activity?kind=letter-failed").await.expect(200);
    assert_eq!(activity.at("/items/0/subject/id"), id.as_str());
    assert_eq!(activity.at("/items/0/detail/letter"), "invitation");

    // The link itself still works, and a letter that held one cannot be sent as it was.
    house.browser().get(&format!("/invitations/{token}")).await.expect(200);
    let path = format!("/letters/{}", letter["id"].as_str().expect("an id"));
    let again = owner.post(&format!("{path}/attempts"), json!({})).await;
    assert_eq!(again.refusal(), (409, "state".into()));

    // A fresh invitation takes its place.
    server.behave(Manner::Takes);
    let resent = owner.ask("POST", &format!("/staff/{id}/invitation"), &[], None).await;
    let fresh = token_of(&resent.expect(201).text_at("/invitation/link"));
    let arrived_letter = server.next().await;
    assert!(arrived_letter.text().contains(&fresh));
    arrived(&owner, &mut listener).await;
}

#[tokio::test]
async fn what_held_no_link_can_be_tried_again_or_thrown_away() {
    let mut server = MailServer::start(Encryption::Tls).await;
    server.behave(Manner::Whole("554 5.7.1 looks like spam"));
    let house = House::trading().await;
    let house = house.restart_with(|config| server.configure(config)).await;
    let owner = house.owner().await;
    let mut listener = owner.listen().await;
    let cart = owner.first("carts", "status=waiting").await;
    let cart = crate::support::id(&cart);
    owner.command("carts", &cart, "remind", json!({})).await.expect(200);
    let letter = tried(&owner, &mut listener).await;
    assert_eq!(
        (&letter["kind"], &letter["state"], &letter["again"]),
        (&"cart".into(), &"failed".into(), &true.into())
    );
    let path = format!("/letters/{}", letter["id"].as_str().expect("an id"));

    let again = owner.post(&format!("{path}/attempts"), json!({})).await.expect(200);
    assert_eq!(again.at("/state"), "waiting");
    given_up(&owner, &mut listener).await;
    server.behave(Manner::Takes);
    owner.post(&format!("{path}/attempts"), json!({})).await.expect(200);
    let taken = server.next().await;
    assert_eq!(taken.to, letter["to"].as_str().expect("an address"));
    arrived(&owner, &mut listener).await;
    assert_eq!(owner.delete(&path).await.refusal(), (404, "not-found".into()));

    server.behave(Manner::Whole("554 5.7.1 looks like spam"));
    let other = owner.first("carts", "status=waiting").await;
    owner
        .command("carts", &crate::support::id(&other), "remind", json!({}))
        .await
        .expect(200);
    let letter = given_up(&owner, &mut listener).await;
    let path = format!("/letters/{}", letter["id"].as_str().expect("an id"));
    owner.delete(&path).await.expect(204);
    assert_eq!(letters(&owner).await.len(), 0);
    for (kind, count) in [("letter-failed", 3), ("letter-retried", 2), ("letter-discarded", 1)] {
        let told = owner.get(&format!("/activity?kind={kind}")).await.expect(200);
        assert_eq!(told.at("/total"), count, "{kind}");
        // A customer is not named.
        assert_eq!(told.at("/items/0/subject"), json!(null));
        assert!(!told.text.contains("looks like spam"));
    }
}

#[tokio::test]
async fn a_server_that_falls_silent_or_hangs_up_is_tried_again() {
    for manner in [Manner::Silent, Manner::HangsUp] {
        let mut server = MailServer::start(Encryption::StartTls).await;
        server.behave(manner);
        let house = House::sample_with(|config| server.configure_impatient(config)).await;
        let owner = house.owner().await;
        let mut listener = owner.listen().await;
        owner.invite("letter@example.test", &[]).await;
        let letter = tried(&owner, &mut listener).await;
        assert_eq!(
            (&letter["state"], &letter["trouble"]["kind"]),
            (&"waiting".into(), &"unreachable".into()),
            "{manner:?}"
        );
        server.behave(Manner::Takes);
        house.clock.advance(MINUTE);
        server.next().await;
        arrived(&owner, &mut listener).await;
    }
}

#[tokio::test]
async fn a_letter_that_cannot_be_addressed_is_told_of_too() {
    let mut server = MailServer::start(Encryption::Tls).await;
    let house = House::sample_with(|config| server.configure(config)).await;
    let owner = house.owner().await;
    // An address for the contract, and none for mail programs.
    owner.invite("a..b@example.test", &[]).await;
    let letters = letters(&owner).await;
    assert_eq!(
        (&letters[0]["state"], &letters[0]["trouble"]["kind"]),
        (&"failed".into(), &"address".into())
    );
    assert_eq!(server.rest().len(), 0);
}
