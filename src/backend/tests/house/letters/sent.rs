//! What is sent, over which connection, and what is left of it.

use super::{arrived, in_database, letters, tried};
use crate::support::{Encryption, House, MailServer, Manner};

#[tokio::test]
async fn a_letter_is_sent_over_an_encrypted_connection_and_nothing_is_left_of_it() {
    for encryption in [Encryption::Tls, Encryption::StartTls] {
        let mut server = MailServer::start(encryption).await;
        let house = House::sample_with(|config| server.configure(config)).await;
        let owner = house.owner().await;
        let mut listener = owner.listen().await;
        let (_, token) = owner.invite("letter@example.test", &[]).await;
        let letter = server.next().await;
        assert!(letter.encrypted && letter.signed_in, "{encryption:?}: {letter:?}");
        assert_eq!(letter.from, "letters@shop.example.test");
        assert_eq!(letter.to, "letter@example.test");
        assert!(letter.text().contains(&format!("/join/{token}")), "{}", letter.text());
        assert!(letter.header("From").contains("letters@shop.example.test"));
        assert!(letter.header("Message-ID").ends_with("@shop.example.test>"));
        for header in ["Date", "Subject", "MIME-Version"] {
            assert!(!letter.header(header).is_empty(), "{header}");
        }
        arrived(&owner, &mut listener).await;
        assert_eq!(in_database(&house).await, (0, 0));
        assert!(!house.folder().join("outbox").exists());
        assert_eq!(owner.get("/letters").await.at("/delivery"), "sent");
        let member = owner.find("letter@example.test").await;
        assert_eq!(member["invitation"].get("letter"), None);
    }
}

#[tokio::test]
async fn nothing_is_said_to_a_server_that_does_not_encrypt() {
    let mut server = MailServer::start(Encryption::StartTls).await;
    server.behave(Manner::Plain);
    let house = House::sample_with(|config| server.configure(config)).await;
    let owner = house.owner().await;
    let mut listener = owner.listen().await;
    owner.invite("letter@example.test", &[]).await;
    let letter = tried(&owner, &mut listener).await;
    assert_eq!(
        (&letter["state"], &letter["trouble"]["kind"]),
        (&"waiting".into(), &"insecure".into())
    );
    assert_eq!(server.rest().len(), 0);
}

#[tokio::test]
async fn nothing_is_said_to_a_server_that_cannot_prove_who_it_is() {
    for encryption in [Encryption::Tls, Encryption::StartTls] {
        let mut server = MailServer::start(encryption).await;
        let house = House::sample_with(|config| {
            server.configure(config);
            config.smtp = Some(server.untrusted());
        })
        .await;
        let owner = house.owner().await;
        let mut listener = owner.listen().await;
        owner.invite("letter@example.test", &[]).await;
        let letter = tried(&owner, &mut listener).await;
        assert_eq!(letter["trouble"]["kind"], "insecure", "{letter}");
        assert_eq!(server.rest().len(), 0);
    }
}

#[tokio::test]
async fn a_wrong_password_is_the_settings_fault_and_no_letters() {
    let server = MailServer::start(Encryption::Tls).await;
    let house = House::sample_with(|config| {
        server.configure(config);
        config.smtp = Some(server.smtp().signed_in("latchkey".to_owned(), "wrong".to_owned()));
    })
    .await;
    let owner = house.owner().await;
    let mut listener = owner.listen().await;
    owner.invite("letter@example.test", &[]).await;
    let letter = tried(&owner, &mut listener).await;
    assert_eq!(
        (&letter["state"], &letter["trouble"]["kind"]),
        (&"waiting".into(), &"sign-in".into())
    );
    assert!(
        letter["trouble"]["said"]
            .as_str()
            .is_some_and(|said| said.contains("wrong name or password"))
    );
}

#[tokio::test]
async fn a_letter_that_waits_cannot_be_read_in_the_data() {
    let mut server = MailServer::start(Encryption::Tls).await;
    server.away().await;
    let house = House::sample_with(|config| server.configure(config)).await;
    let owner = house.owner().await;
    let mut listener = owner.listen().await;
    let (_, token) = owner.invite("letter@example.test", &[]).await;
    tried(&owner, &mut listener).await;
    assert_eq!(in_database(&house).await, (1, 1));
    for file in std::fs::read_dir(house.folder()).expect("there is a folder") {
        let file = file.expect("a file").path();
        let bytes = std::fs::read(&file).expect("it is read");
        let found = bytes.windows(token.len()).any(|window| window == token.as_bytes());
        assert!(!found, "{}", file.display());
    }
    assert!(!owner.get("/letters").await.text.contains(&token));
}

#[tokio::test]
async fn whoever_is_not_invited_gets_no_letter() {
    let mut server = MailServer::start(Encryption::Tls).await;
    let house = House::sample_with(|config| server.configure(config)).await;
    let owner = house.owner().await;
    let body = serde_json::json!({"email": "letter@example.test", "permissions": [], "roles": ["nobody"]});
    owner.post("/staff", body).await.expect(422);
    assert_eq!(letters(&owner).await.len(), 0);
    // What is sent next is the first that was sent.
    owner.invite("other@example.test", &[]).await;
    assert_eq!(server.next().await.to, "other@example.test");
}
