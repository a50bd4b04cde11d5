//! The sample store: filled once, with everybody there is to see.

use latchkey_backend::{Config, Seed, StartError, app};
use tempfile::TempDir;

use crate::support::{House, OwnDatabase, PASSWORD, address};

#[tokio::test]
async fn it_is_filled_once_and_its_password_is_told_once() {
    let folder = TempDir::new().expect("there is room for a folder");
    let database = OwnDatabase::new(None);
    let config = || Config {
        database: database.as_ref().map(address),
        ..Config::new(folder.path().join("new/data"), "http://127.0.0.1:8787")
    };
    let first = app(config()).await.expect("it starts");
    let sample = first.sample.as_ref().expect("it was filled just now");
    let password = sample.password.clone().expect("one was made up");
    let mailboxes: Vec<_> = sample
        .people
        .iter()
        .map(|person| person.email.trim_end_matches("@example.test"))
        .collect();
    assert_eq!(
        mailboxes,
        [
            "owner",
            "manager",
            "fulfilment",
            "marketing",
            "assistant",
            "accountant",
            "developer",
            "designer",
            "nobody",
            "newcomer",
            "paused",
            "former"
        ]
    );
    assert!(
        sample
            .people
            .iter()
            .all(|person| !person.name.is_empty() && !person.shows.is_empty())
    );
    let browser = crate::support::Browser::new(first.router.clone());
    browser.sign_in("manager@example.test", &password).await.expect(200);
    let token = crate::support::token_of(&sample.invitation);
    browser.get(&format!("/invitations/{token}")).await.expect(200);
    first.close().await;

    let second = app(config()).await.expect("it starts again");
    assert!(second.sample.is_none() && second.set_up.is_none());
    let browser = crate::support::Browser::new(second.router.clone());
    browser.sign_in("manager@example.test", &password).await.expect(200);
    second.close().await;
}

#[tokio::test]
async fn everybody_who_is_active_can_sign_in() {
    let house = House::sample().await;
    for mailbox in [
        "owner",
        "manager",
        "fulfilment",
        "marketing",
        "assistant",
        "accountant",
        "developer",
        "designer",
        "nobody",
    ] {
        house
            .browser()
            .sign_in(&format!("{mailbox}@example.test"), PASSWORD)
            .await
            .expect(200);
    }
    let nobody = house.signed_in("nobody").await;
    assert_eq!(nobody.get("/session").await.at("/permissions"), serde_json::json!([]));
}

#[tokio::test]
async fn what_it_cannot_start_with_is_said() {
    let folder = TempDir::new().expect("there is room for a folder");
    let file = folder.path().join("file");
    std::fs::write(&file, "no folder").expect("it is written");
    let config = || Config::new(folder.path().join("data"), "http://127.0.0.1:8787");

    let under_a_file = Config { data: file, ..config() };
    assert!(matches!(app(under_a_file).await.err(), Some(StartError::Data(..))));
    let nowhere = Config {
        public_url: "127.0.0.1:8787".into(),
        ..config()
    };
    assert!(matches!(app(nowhere).await.err(), Some(StartError::PublicUrl(_))));
    let short = Config {
        seed: Seed::Sample {
            password: Some("fourteen chars".into()),
        },
        ..config()
    };
    assert!(matches!(app(short).await.err(), Some(StartError::SamplePassword)));
    let broken = Config {
        data: folder.path().to_owned(),
        ..config()
    };
    std::fs::write(folder.path().join("latchkey.sqlite"), "no database at all").expect("it is written");
    assert!(matches!(app(broken).await.err(), Some(StartError::Database(..))));
}

#[cfg(unix)]
#[tokio::test]
async fn nobody_else_on_the_machine_can_read_the_data() {
    use std::os::unix::fs::PermissionsExt;

    let folder = TempDir::new().expect("there is room for a folder");
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o755)).expect("it is opened to all");
    let config = Config {
        seed: Seed::Empty,
        ..Config::new(folder.path(), "http://127.0.0.1:8787")
    };
    let app = app(config).await.expect("it starts");
    let mut files = 0;
    for entry in std::fs::read_dir(folder.path()).expect("the folder is read") {
        let entry = entry.expect("an entry");
        let mode = entry.metadata().expect("it is there").permissions().mode();
        assert_eq!(mode & 0o077, 0, "{}", entry.path().display());
        files += 1;
    }
    assert!(files >= 2, "the database and its log");
    app.close().await;
}
