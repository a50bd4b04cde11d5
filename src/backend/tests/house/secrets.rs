//! Passwords and tokens are nowhere but with the person: not in the database, not in the log, not in an answer.

use std::io::Write;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use latchkey_backend::logging::{Form, subscriber};
use serde_json::json;

use crate::support::{House, PASSWORD, token_of};

/// Keeps what is logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Log {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap_or_else(PoisonError::into_inner)).into_owned()
    }
}

/// Every byte of the database and what belongs to it.
fn database(folder: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the folder is read") {
        let path = entry.expect("an entry").path();
        if path.is_file() {
            bytes.extend(std::fs::read(path).expect("the file is read"));
        }
    }
    bytes
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[tokio::test]
async fn secrets_are_kept_nowhere_and_told_to_nobody() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = subscriber("trace", Form::Json, move || writer.clone()).expect("the filter is read");
    let guard = tracing::subscriber::set_default(subscriber);

    let house = House::sample().await;
    let owner = house.owner().await;
    let key = "8e03978e-40d5-43dd-bc93-6894a57f9324";
    let body = json!({"email": "secret@example.test", "permissions": [], "message": "a word in private"});
    let invited = owner
        .ask("POST", "/staff", &[("idempotency-key", key)], Some(&body))
        .await
        .expect(201);
    let link = token_of(&invited.text_at("/invitation/link"));
    let chosen = "the password that was chosen";
    let browser = house.browser();
    let join = json!({"name": "Secret", "password": chosen});
    browser
        .ask(
            "POST",
            &format!("/invitations/{link}"),
            &[("idempotency-key", key)],
            Some(&join),
        )
        .await
        .expect(201);
    let cookie = browser.cookie().expect("it is signed in");
    let session = cookie.split('=').nth(1).expect("a token").to_owned();
    let bearer = json!({"email": "owner@example.test", "password": PASSWORD, "token": true});
    let bearer = house
        .browser()
        .post("/session", bearer)
        .await
        .expect(200)
        .text_at("/token");
    let mistyped = "a password in the wrong field";
    let answer = house.browser().sign_in(mistyped, "a wrong password entirely").await;
    assert_eq!(answer.status, 401);
    let fresh = "the password that came after";
    browser
        .put("/profile/password", json!({"current": chosen, "new": fresh}))
        .await
        .expect(204);
    let judged = "a password that is only looked at";
    let question = json!({"password": judged, "words": ["a word that goes along"]});
    browser.post("/passwords/strength", question).await.expect(200);
    let renewed = browser.cookie().expect("it is signed in");
    let renewed = renewed.split('=').nth(1).expect("a token").to_owned();
    let answers: Vec<_> = ["/staff", "/session", "/sessions", "/profile"].into();
    for path in answers {
        let answer = owner.get(path).await.expect(200);
        for secret in ["argon2", "hash", &link, chosen, fresh] {
            assert!(!answer.text.contains(secret), "{path} tells {secret}");
        }
    }
    drop(guard);

    let log = log.text();
    assert!(
        log.contains("signed in") && log.contains("answered"),
        "the log is empty"
    );
    let database = database(house.folder());
    assert!(
        holds(&database, "secret@example.test") && holds(&database, "$argon2id$"),
        "the database is empty"
    );
    for secret in [
        PASSWORD,
        chosen,
        fresh,
        mistyped,
        judged,
        "a word that goes along",
        "a wrong password entirely",
        &link,
        &session,
        &renewed,
        &bearer,
        key,
    ] {
        assert!(!log.contains(secret), "the log holds {secret}");
        assert!(!holds(&database, secret), "the database holds {secret}");
    }
    for private in ["a word in private", "secret@example.test", "argon2"] {
        assert!(!log.contains(private), "the log holds {private}");
    }
}
