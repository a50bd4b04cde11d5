//! What happened: that each act leaves its entry, that nothing else does, and that a changed one is found.

mod bounds;
mod kinds;
mod lists;
mod private;
mod sequences;
mod tampering;

use serde_json::Value;

use crate::support::{Browser, House};

/// All entries, the oldest first.
pub(crate) async fn entries(owner: &Browser) -> Vec<Value> {
    let page = owner.get("/activity?limit=200").await.expect(200);
    let mut items = page.at("/items").as_array().expect("items").clone();
    items.reverse();
    items
}

/// Notes how many entries there are, so that what comes after can be told.
pub(crate) struct Since(usize);

impl Since {
    pub(crate) async fn now(house: &House) -> Self {
        let count: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM activity")
            .fetch_one(house.app.database())
            .await
            .expect("they are counted");
        Self(usize::try_from(count).expect("not less than none"))
    }

    /// The entries since.
    pub(crate) async fn entries(&self, owner: &Browser) -> Vec<Value> {
        entries(owner).await.split_off(self.0)
    }

    /// Their kinds, as they are kept: no matter how many they are.
    pub(crate) async fn kinds_kept(&self, house: &House) -> Vec<String> {
        sqlx::query_scalar("SELECT kind FROM activity WHERE number > $1 ORDER BY number")
            .bind(i64::try_from(self.0).expect("not so many"))
            .fetch_all(house.app.database())
            .await
            .expect("they are read")
    }

    /// Their kinds.
    pub(crate) async fn kinds(&self, owner: &Browser) -> Vec<String> {
        let text = |entry: Value| entry["kind"].as_str().expect("a kind").to_owned();
        self.entries(owner).await.into_iter().map(text).collect()
    }
}
