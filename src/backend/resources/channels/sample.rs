//! Sales channels of the sample store: some connected, one paused, the rest not.

use serde_json::{Value, json};

use super::listing;
use crate::problem::Refusal;
use crate::resources::Fields;
use crate::resources::work::Work;

const HOUR: i64 = 3_600_000;

/// Connects them.
pub(crate) async fn fill(work: &mut Work<'_>) -> Result<(), Refusal> {
    let now = work.now;
    let ago = |hours: i64| now.plus_millis(-hours * HOUR).to_string();
    let changes = [
        (
            "social",
            "instagram",
            json!({"status": "connected", "account": "@kuncinyckel", "lastSync": ago(3)}),
        ),
        (
            "social",
            "facebook",
            json!({"status": "connected", "account": "kunci.nyckel", "lastSync": ago(3)}),
        ),
        (
            "social",
            "pinterest",
            json!({"status": "paused", "account": "kuncinyckel", "lastSync": ago(400)}),
        ),
        (
            "marketplaces",
            "google-shopping",
            json!({
                "status": "connected", "account": "Kunci & Nyckel", "lastSync": ago(5),
            }),
        ),
        (
            "marketplaces",
            "etsy",
            json!({
                "status": "connected", "account": "KunciNyckelShop", "lastSync": ago(20), "priceAdjustment": 8,
            }),
        ),
        (
            "marketplaces",
            "tokopedia",
            json!({
                "status": "paused", "account": "kunci-nyckel", "lastSync": ago(240), "priceAdjustment": 4,
            }),
        ),
    ];
    for (resource, id, change) in changes {
        if let (Some(mut channel), Value::Object(change)) = (work.get(resource, id).await?, change) {
            listing::list(work, resource, &mut channel).await?;
            channel.fields.extend::<Fields>(change);
            work.save(resource, &mut channel).await?;
        }
    }
    Ok(())
}
