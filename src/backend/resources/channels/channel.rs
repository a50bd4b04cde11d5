//! One channel: connected to an account, paused, or neither; and how many products are listed there.
//!
//! No channel is spoken to yet: what is kept is what the store wants, for a later sender to carry out.

use async_trait::async_trait;
use rust_decimal::Decimal;
use serde_json::Value;

use crate::problem::Refusal;
use crate::resources::Fields;
use crate::resources::behaviour::{Behaviour, Outcome};
use crate::resources::question::Wanted;
use crate::resources::records::Stored;
use crate::resources::table::{Cell, scaled};
use crate::resources::work::Work;

/// See the module.
pub(super) struct Channel;

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

/// Counts what is listed there: published, in the categories that were chosen, and in stock where only that is wanted.
pub(super) async fn list(work: &mut Work<'_>, channel: &mut Stored) -> Result<(), Refusal> {
    let mut wanted = vec![("status", Wanted::Any(vec![Cell::Text("published".into())]))];
    let rows = channel.fields.get("categories").and_then(Value::as_array);
    let categories: Vec<Cell> = rows
        .into_iter()
        .flatten()
        .filter_map(|row| Some(Cell::Text(row["category"].as_str()?.to_owned())))
        .collect();
    if !categories.is_empty() {
        wanted.push(("category", Wanted::Any(categories)));
    }
    if channel.fields.get("inStockOnly") == Some(&Value::Bool(true)) {
        wanted.push(("stock", Wanted::Between(scaled(Decimal::ONE).map(Cell::Number), None)));
    }
    let listed = work.count("products", &wanted).await?;
    channel.fields.insert("listed".into(), listed.into());
    channel.fields.insert("lastSync".into(), work.now.to_string().into());
    Ok(())
}
