//! Without a mail server: letters lie in a folder, and the owner is told.

use serde_json::json;

use super::{MINUTE, arrived, letters};
use crate::support::{Encryption, House, MailServer};

#[tokio::test]
async fn the_owner_is_told_that_letters_reach_nobody() {
    let house = House::sample().await;
    let owner = house.owner().await;
    owner.invite("letter@example.test", &[]).await;
    let page = owner.get("/letters").await.expect(200);
    assert_eq!(
        page.json(),
        json!({"items": [], "next": null, "total": 0, "delivery": "kept"})
    );
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_is_told_of_and_tried_again() {
    let house = House::sample().await;
    let outbox = house.folder().join("outbox");
    std::fs::write(&outbox, "in the way").expect("it is written");
    let owner = house.owner().await;
    let mut listener = owner.listen().await;
    owner.invite("letter@example.test", &[]).await;
    let waiting = letters(&owner).await;
    assert_eq!(waiting[0]["trouble"]["kind"], "folder", "{waiting:?}");
    std::fs::remove_file(&outbox).expect("it is taken away");
    house.clock.advance(MINUTE);
    arrived(&owner, &mut listener).await;
    assert_eq!(std::fs::read_dir(&outbox).expect("there is an outbox").count(), 1);
}

#[tokio::test]
async fn a_newsletter_for_its_customers_is_laid_down_even_where_letters_are_sent() {
    let mut server = MailServer::start(Encryption::Tls).await;
    let house = House::trading().await;
    let house = house.restart_with(|config| server.configure(config)).await;
    let owner = house.owner().await;
    let mut listener = owner.listen().await;
    let newsletter = json!({"subject": "Keys of winter", "body": "Hello!", "audience": "everyone"});
    let newsletter = owner
        .post("/resources/newsletters", newsletter)
        .await
        .expect(201)
        .text_at("/id");
    owner
        .command("newsletters", &newsletter, "send-test", json!({}))
        .await
        .expect(200);
    assert_eq!(server.next().await.to, "owner@example.test");
    owner
        .command("newsletters", &newsletter, "send", json!({}))
        .await
        .expect(200);
    arrived(&owner, &mut listener).await;
    assert_eq!(
        std::fs::read_dir(house.folder().join("outbox"))
            .expect("there is an outbox")
            .count(),
        1
    );
    assert_eq!(server.rest().len(), 0);
}
