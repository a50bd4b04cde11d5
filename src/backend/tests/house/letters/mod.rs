//! Letters on their way to a real mail server: sent, delayed, refused, and never lost.

mod away;
mod kept;
mod once;
mod refused;
mod sent;

use serde_json::Value;

use crate::support::{Browser, House, Listener};

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;

/// What has not arrived, but for news of the owner's own signing in again.
async fn letters(owner: &Browser) -> Vec<Value> {
    let page = owner.get("/letters").await.expect(200);
    let mut items = page.at("/items").as_array().expect("a list").clone();
    items.retain(|letter| letter["kind"] != "new-device");
    items
}

/// The one letter that has not arrived, once it has been tried in vain.
async fn tried(owner: &Browser, listener: &mut Listener) -> Value {
    the_one(owner, listener, |letter| !letter["trouble"].is_null()).await
}

/// The one letter that has not arrived, once it has been given up.
async fn given_up(owner: &Browser, listener: &mut Listener) -> Value {
    the_one(owner, listener, |letter| letter["state"] == "failed").await
}

/// The one letter that has not arrived, once it stands like this.
async fn the_one(owner: &Browser, listener: &mut Listener, stands: impl Fn(&Value) -> bool) -> Value {
    loop {
        let letters = letters(owner).await;
        assert_eq!(letters.len(), 1, "{letters:?}");
        if stands(&letters[0]) {
            return letters[0].clone();
        }
        listener.until("letters.changed").await;
    }
}

/// Waits until nothing is left to be sent.
async fn arrived(owner: &Browser, listener: &mut Listener) {
    while !letters(owner).await.is_empty() {
        listener.until("letters.changed").await;
    }
}

/// How many letters are in the database, and how many of them can still be opened.
async fn in_database(house: &House) -> (i64, i64) {
    sqlx::query_as("SELECT COUNT(*), COUNT(sealed) FROM letters WHERE kind <> 'new-device'")
        .fetch_one(house.app.database())
        .await
        .expect("it can be read")
}
