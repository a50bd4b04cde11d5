//! One channel: connected to an account, paused, or neither; and how many products are listed there.

use async_trait::async_trait;
use serde_json::Value;

use crate::problem::Refusal;
use crate::resources::Fields;
use crate::resources::behaviour::{Behaviour, Outcome};
use crate::resources::records::Stored;
use crate::resources::work::Work;

/// A channel of the resource of this id.
pub(super) struct Channel(pub(super) &'static str);

#[async_trait]
impl Behaviour for Channel {
    fn commands(&self) -> &'static [&'static str] {
        &["connect", "sync", "pause", "resume", "disconnect"]
    }

    async fn change(&self, work: &mut Work<'_>, before: &Stored, after: &mut Stored) -> Result<(), Refusal> {
        let what = ["inStockOnly", "groups"];
        if after.text("status") == "connected"
            && what
                .iter()
                .any(|name| before.fields.get(*name) != after.fields.get(*name))
        {
            list(work, after).await?;
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
                list(work, record).await?;
            }
            "resume" => {
                record.fields.insert("status".into(), "connected".into());
                list(work, record).await?;
            }
            "sync" => list(work, record).await?,
            "pause" => drop(record.fields.insert("status".into(), "paused".into())),
            _ => {
                record.fields.insert("status".into(), "notConnected".into());
                record.fields.insert("listed".into(), 0.into());
                record.fields.remove("account");
                record.fields.remove("lastSync");
            }
        }
        Ok(Outcome::default())
    }
}
