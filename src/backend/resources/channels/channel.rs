//! One channel: connected to an account, paused, or neither.
//!
//! No channel is spoken to yet: what is kept is what the store wants, for a later sender to carry out.

use async_trait::async_trait;
use serde_json::Value;

use super::listing;
use crate::problem::Refusal;
use crate::resources::Fields;
use crate::resources::behaviour::{Behaviour, Outcome};
use crate::resources::records::Stored;
use crate::resources::work::Work;

/// See the module. It has the id of its resource.
pub(super) struct Channel(pub(super) &'static str);

#[async_trait]
impl Behaviour for Channel {
    fn commands(&self) -> &'static [&'static str] {
        &["connect", "sync", "pause", "resume", "disconnect"]
    }

    async fn change(&self, work: &mut Work<'_>, before: &Stored, after: &mut Stored) -> Result<(), Refusal> {
        let what = ["inStockOnly", "categories"];
        if after.text("status") == "connected"
            && what
                .iter()
                .any(|name| before.fields.get(*name) != after.fields.get(*name))
        {
            listing::list(work, self.0, after).await?;
        }
        Ok(())
    }

    fn settles(&self) -> bool {
        true
    }

    /// A store of an earlier version has numbers without products that they are the numbers of.
    async fn settle(&self, work: &mut Work<'_>) -> Result<(), Refusal> {
        for mut channel in work.all(self.0).await? {
            let told = channel.fields.get(listing::FIELD).and_then(Value::as_u64);
            let there = listing::count(work, self.0, channel.id.as_str()).await?;
            if channel.text("status") != "notConnected" && told != Some(there) {
                listing::list(work, self.0, &mut channel).await?;
                work.save(self.0, &mut channel).await?;
            }
        }
        Ok(())
    }

    async fn command(
        &self,
        work: &mut Work<'_>,
        command: &str,
        input: &Fields,
        record: &mut Stored,
    ) -> Result<Outcome, Refusal> {
        match command {
            "connect" => {
                let account = input.get("account").and_then(Value::as_str).unwrap_or_default();
                record.fields.insert("account".into(), account.into());
                record.fields.insert("status".into(), "connected".into());
                listing::list(work, self.0, record).await?;
            }
            "resume" => {
                record.fields.insert("status".into(), "connected".into());
                listing::list(work, self.0, record).await?;
            }
            "sync" => listing::list(work, self.0, record).await?,
            "pause" => drop(record.fields.insert("status".into(), "paused".into())),
            _ => {
                record.fields.insert("status".into(), "notConnected".into());
                listing::clear(work, self.0, record).await?;
                record.fields.remove("account");
                record.fields.remove("lastSync");
            }
        }
        Ok(Outcome::default())
    }
}
