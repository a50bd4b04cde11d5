//! What is listed where: each product names the channels that it is listed on, and each channel has their number.
//!
//! It is kept with the product, as the fields of the names of the channels' resources, so that lists of products are
//! narrowed by it like by any other field. It changes in the transaction in which a product or a channel does: both have
//! their part in it, which is why it stands apart from both. A paused channel takes nothing in and lets nothing go.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use serde_json::Value;

use crate::problem::Refusal;
use crate::resources::Fields;
use crate::resources::question::Wanted;
use crate::resources::records::Stored;
use crate::resources::table::{Cell, scaled};
use crate::resources::work::Work;

/// The resources of channels; a product has a field of each name.
pub(super) const KINDS: [&str; 2] = ["social", "marketplaces"];

/// The field of a channel that says how many products are listed there.
pub(super) const FIELD: &str = "listed";

/// The categories that a channel is narrowed to; all where there is none.
fn categories(channel: &Fields) -> Vec<&str> {
    let rows = channel.get("categories").and_then(Value::as_array);
    let rows = rows.into_iter().flatten();
    rows.filter_map(|row| row["category"].as_str()).collect()
}

fn in_stock_only(channel: &Fields) -> bool {
    channel.get("inStockOnly") == Some(&Value::Bool(true))
}

/// Whether a channel takes a product: published, in the categories that were chosen, and in stock where only that is
/// wanted.
fn takes(channel: &Fields, product: &Fields) -> bool {
    let text = |name: &str| product.get(name).and_then(Value::as_str).unwrap_or_default();
    let categories = categories(channel);
    let stock = product.get("stock").and_then(Value::as_i64).unwrap_or_default();
    text("status") == "published"
        && (categories.is_empty() || categories.contains(&text("category")))
        && (!in_stock_only(channel) || stock > 0)
}

/// The same as conditions on the list of products.
fn wanted(channel: &Fields) -> Vec<(&'static str, Wanted)> {
    let mut wanted = vec![("status", Wanted::Any(vec![Cell::Text("published".into())]))];
    let categories = categories(channel).into_iter();
    let categories: Vec<Cell> = categories.map(|id| Cell::Text(id.to_owned())).collect();
    if !categories.is_empty() {
        wanted.push(("category", Wanted::Any(categories)));
    }
    if in_stock_only(channel) {
        wanted.push(("stock", Wanted::Between(scaled(Decimal::ONE).map(Cell::Number), None)));
    }
    wanted
}

/// The channels of one kind that a product is listed on.
fn named<'a>(product: &'a Fields, kind: &str) -> impl Iterator<Item = &'a str> {
    let named = product.get(kind).and_then(Value::as_array);
    named.into_iter().flatten().filter_map(Value::as_str)
}

fn name(product: &mut Fields, kind: &str, channels: &BTreeSet<String>) {
    if channels.is_empty() {
        product.remove(kind);
    } else {
        product.insert(kind.into(), channels.iter().cloned().collect());
    }
}

/// Lists on a channel all that it takes, and nothing else.
pub(super) async fn list(work: &mut Work<'_>, kind: &'static str, channel: &mut Stored) -> Result<(), Refusal> {
    let taken = work.ids("products", &wanted(&channel.fields)).await?;
    let count = taken.len();
    put_right(work, kind, channel.id.as_str(), taken.into_iter().collect()).await?;
    channel.fields.insert(FIELD.into(), count.into());
    channel.fields.insert("lastSync".into(), work.now.to_string().into());
    Ok(())
}

/// Takes everything off a channel.
pub(super) async fn clear(work: &mut Work<'_>, kind: &'static str, channel: &mut Stored) -> Result<(), Refusal> {
    put_right(work, kind, channel.id.as_str(), BTreeSet::new()).await?;
    channel.fields.insert(FIELD.into(), 0.into());
    Ok(())
}

/// How many products name a channel.
pub(super) async fn count(work: &mut Work<'_>, kind: &'static str, channel: &str) -> Result<u64, Refusal> {
    let here = Wanted::Has(vec![channel.to_owned()]);
    work.count("products", &[(kind, here)]).await
}

/// Lets exactly these products name a channel.
async fn put_right(
    work: &mut Work<'_>,
    kind: &'static str,
    channel: &str,
    right: BTreeSet<String>,
) -> Result<(), Refusal> {
    let here = Wanted::Has(vec![channel.to_owned()]);
    let now: BTreeSet<String> = work.ids("products", &[(kind, here)]).await?.into_iter().collect();
    for id in right.symmetric_difference(&now) {
        let Some(mut product) = work.get("products", id).await? else {
            continue;
        };
        let mut channels: BTreeSet<String> = named(&product.fields, kind).map(str::to_owned).collect();
        if right.contains(id) {
            channels.insert(channel.to_owned());
        } else {
            channels.remove(channel);
        }
        name(&mut product.fields, kind, &channels);
        work.save("products", &mut product).await?;
    }
    Ok(())
}

/// A product comes or changes: says where it is listed now, and lets the channels count it.
pub(crate) async fn placed(work: &mut Work<'_>, before: Option<&Fields>, product: &mut Fields) -> Result<(), Refusal> {
    for kind in KINDS {
        let was = |id: &str| named(product, kind).any(|named| named == id);
        let mut channels = BTreeSet::new();
        for channel in work.all(kind).await? {
            let here = match channel.text("status") {
                "connected" => takes(&channel.fields, product),
                "paused" => was(channel.id.as_str()),
                _ => false,
            };
            if here {
                channels.insert(channel.id.0);
            }
        }
        name(product, kind, &channels);
    }
    moved(work, before, Some(product)).await
}

/// A product was listed where the one says, and is where the other says: the channels count it.
pub(crate) async fn moved(work: &mut Work<'_>, before: Option<&Fields>, after: Option<&Fields>) -> Result<(), Refusal> {
    for kind in KINDS {
        let set = |product: Option<&Fields>| -> BTreeSet<String> {
            let named = product.into_iter().flat_map(|product| named(product, kind));
            named.map(str::to_owned).collect()
        };
        let (before, after) = (set(before), set(after));
        for id in before.symmetric_difference(&after) {
            let Some(mut channel) = work.get(kind, id).await? else {
                continue;
            };
            let count = channel.fields.get(FIELD).and_then(Value::as_i64).unwrap_or_default();
            let by = if after.contains(id) { 1 } else { -1 };
            channel.fields.insert(FIELD.into(), (count + by).max(0).into());
            work.save(kind, &mut channel).await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn fields(value: Value) -> Fields {
        match value {
            Value::Object(fields) => fields,
            other => panic!("{other}"),
        }
    }

    #[test]
    fn a_channel_takes_what_is_published_chosen_and_in_stock() {
        let all = fields(json!({ "inStockOnly": false, "categories": [] }));
        let some = fields(json!({ "inStockOnly": true, "categories": [{ "category": "a" }, { "category": "b" }] }));
        let product = |status: &str, category: &str, stock: i64| {
            fields(json!({ "status": status, "category": category, "stock": stock }))
        };
        assert!(takes(&all, &product("published", "z", 0)));
        assert!(!takes(&all, &product("draft", "z", 9)));
        assert!(takes(&some, &product("published", "b", 1)));
        assert!(!takes(&some, &product("published", "z", 1)));
        assert!(!takes(&some, &product("published", "b", 0)));
        assert!(!takes(&some, &product("archived", "b", 1)));
    }

    /// Which channels there are is written down with them, and again where products are narrowed by them.
    #[test]
    fn products_know_every_channel() {
        let read = |text: &str| serde_json::from_str::<Value>(text).expect("it is JSON");
        let products = read(include_str!("../catalog/products.json"));
        for (kind, records) in [
            ("social", include_str!("social.records.json")),
            ("marketplaces", include_str!("marketplaces.records.json")),
        ] {
            let field = products["fields"].as_array().expect("they are fields").iter();
            let field = field.clone().find(|field| field["name"] == kind).expect("there is one");
            let choices = field["choices"].as_array().expect("they are choices").iter();
            let known: BTreeSet<(String, String)> = choices
                .map(|choice| (choice["value"].to_string(), choice["label"]["en"].to_string()))
                .collect();
            let records = read(records);
            let there: BTreeSet<(String, String)> = records
                .as_array()
                .expect("they are records")
                .iter()
                .map(|record| (record["id"].to_string(), record["fields"]["name"].to_string()))
                .collect();
            assert_eq!(known, there, "{kind}");
        }
    }
}
