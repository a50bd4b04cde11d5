//! Once where nothing ends in between, and at least once where something does.

use std::time::Duration;

use tokio::time::timeout;

use super::{HOUR, MINUTE, arrived, letters};
use crate::support::{Encryption, House, MailServer, Manner};

/// How many letters two backends have between them.
const LETTERS: usize = 12;

/// Long for a letter that is on its way.
const SHORT: Duration = Duration::from_secs(2);

#[tokio::test]
async fn a_letter_that_was_taken_unheard_comes_again_as_the_same_letter() {
    let mut server = MailServer::start(Encryption::StartTls).await;
    server.behave(Manner::TakesSilently);
    let house = House::sample_with(|config| {
        server.configure(config);
    })
    .await;
    let owner = house.owner().await;
    owner.invite("letter@example.test", &[]).await;
    let first = server.next().await;
    // The backend ends before it hears that the letter was taken.
    server.behave(Manner::Takes);
    let house = house.restart_with(|config| server.configure(config)).await;
    let owner = owner.at(&house);
    let mut listener = owner.listen().await;
    assert_eq!(letters(&owner).await.len(), 1);
    house.clock.advance(HOUR);
    let second = server.next().await;
    assert_eq!(second.raw, first.raw);
    assert_eq!(second.header("Message-ID"), first.header("Message-ID"));
    arrived(&owner, &mut listener).await;
    assert_eq!(server.rest().len(), 0);
}

#[tokio::test]
async fn of_two_backends_over_one_database_one_sends_each_letter() {
    let mut server = MailServer::start(Encryption::Tls).await;
    server.away().await;
    let house = House::sample_with(|config| server.configure_impatient(config)).await;
    let beside = house.beside(|config| server.configure_impatient(config)).await;
    let owner = house.owner().await;
    let address = |number| format!("letter{number}@example.test");
    for number in 0..LETTERS {
        owner.invite(&address(number), &[]).await;
    }
    server.back().await;
    let mut taken = Vec::new();
    while taken.len() < LETTERS {
        match timeout(SHORT, server.next()).await {
            Ok(letter) => taken.push(letter.to),
            // Both wake at once. A step is far shorter than the claim on a letter that is being tried.
            Err(_) => house.clock.advance(MINUTE + 1000),
        }
    }
    // Of what the other has delivered nobody tells here.
    while !letters(&owner).await.is_empty() {
        tokio::time::sleep(SHORT).await;
    }
    beside.close().await;
    taken.extend(server.rest().into_iter().map(|letter| letter.to));
    taken.sort();
    let mut each: Vec<_> = (0..LETTERS).map(address).collect();
    each.sort();
    assert_eq!(taken, each);
}

#[tokio::test]
async fn a_link_is_not_used_up_by_whoever_only_looks() {
    let mut server = MailServer::start(Encryption::Tls).await;
    let house = House::sample_with(|config| server.configure(config)).await;
    let owner = house.owner().await;
    owner.invite("letter@example.test", &["orders.view"]).await;
    let text = server.next().await.text();
    let link = text
        .lines()
        .find(|line| line.contains("/join/"))
        .expect("a link")
        .to_owned();
    let token = crate::support::token_of(&link);
    // A scanner opens it, page and call, and again.
    for _ in 0..3 {
        for method in ["HEAD", "GET"] {
            let page = axum::http::Request::builder()
                .method(method)
                .uri(format!("/join/{token}"));
            house
                .browser()
                .send(page.body(axum::body::Body::empty()).expect("a request"))
                .await;
            house
                .browser()
                .ask(method, &format!("/invitations/{token}"), &[], None)
                .await
                .expect(200);
        }
    }
    let body = serde_json::json!({"name": "Letter", "password": "a password that is long enough"});
    let path = format!("/invitations/{token}");
    house.browser().post(&path, body.clone()).await.expect(201);
    let again = house.browser().post(&path, body).await;
    assert_eq!(again.refusal(), (410, "invitation-used".into()));
}
