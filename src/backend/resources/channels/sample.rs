//! Sales channels of the sample store: some connected, one paused, the rest not.

use serde_json::{Value, json};

use crate::problem::Refusal;
use crate::resources::Fields;
use crate::resources::work::Work;

const HOUR: i64 = 3_600_000;

/// Connects them.
pub(crate) async fn fill(work: &mut Work<'_>) -> Result<(), Refusal> {
    let ago = |hours: i64| work.now.plus_millis(-hours * HOUR).to_string();
    let changes = [
        (
            "social",
            "instagram",
            json!({"status": "connected", "account": "@kuncinyckel", "listed": 96, "lastSync": ago(3)}),
        ),
        (
            "social",
            "facebook",
            json!({"status": "connected", "account": "kunci.nyckel", "listed": 96, "lastSync": ago(3)}),
        ),
        (
            "social",
            "pinterest",
            json!({"status": "paused", "account": "kuncinyckel", "listed": 40, "lastSync": ago(400)}),
        ),
        (
            "marketplaces",
            "google-shopping",
            json!({
                "status": "connected", "account": "Kunci & Nyckel", "listed": 96, "lastSync": ago(5),
            }),
        ),
        (
            "marketplaces",
            "etsy",
            json!({
                "status": "connected", "account": "KunciNyckelShop", "listed": 34, "lastSync": ago(20), "priceAdjustment": 8,
            }),
        ),
        (
            "marketplaces",
            "tokopedia",
            json!({
                "status": "paused", "account": "kunci-nyckel", "listed": 51, "lastSync": ago(240), "priceAdjustment": 4,
            }),
        ),
    ];
    for (resource, id, change) in changes {
        if let (Some(mut channel), Value::Object(change)) = (work.get(resource, id).await?, change) {
            channel.fields.extend::<Fields>(change);
            work.save(resource, &mut channel).await?;
        }
    }
    Ok(())
}
