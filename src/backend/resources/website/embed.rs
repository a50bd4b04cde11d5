//! The store on other sites: the code to copy follows from the choices, the store's name and its address.
//!
//! What the code shows is served by the online shop at its own address, and not by this backend, which keeps a shop's
//! settings and is none: so there is no code before there is such an address, and beside it stands whether that answers.

use async_trait::async_trait;
use latchkey_contract::problem::FieldCode;
use serde_json::Value;

use super::site_address;
use super::snippet::Snippet;
use crate::problem::Refusal;
use crate::resources::Fields;
use crate::resources::behaviour::Behaviour;
use crate::resources::records::Stored;
use crate::resources::work::Work;

/// See the module.
pub(super) struct Embed;

#[async_trait]
impl Behaviour for Embed {
    async fn change(&self, work: &mut Work<'_>, _: &Stored, after: &mut Stored) -> Result<(), Refusal> {
        if after.text("show") == "product" && !after.fields.contains_key("product") {
            let detail = "Choose the product that is shown.";
            return Err(Refusal::member("/product", FieldCode::Required, detail));
        }
        write(work, after, None, None).await
    }

    fn settles(&self) -> bool {
        true
    }

    async fn settle(&self, work: &mut Work<'_>) -> Result<(), Refusal> {
        follow(work, None, None).await
    }
}

/// Writes the code anew where the address, how it stands with that, or the name has changed. They are given where they are about to be kept.
pub(super) async fn follow(work: &mut Work<'_>, address: Option<&Fields>, name: Option<&str>) -> Result<(), Refusal> {
    let Some(mut embed) = work.get("embed", "embed").await? else {
        return Ok(());
    };
    let before = embed.fields.clone();
    write(work, &mut embed, address, name).await?;
    if embed.fields != before {
        work.save("embed", &mut embed).await?;
    }
    Ok(())
}

async fn write(
    work: &mut Work<'_>,
    embed: &mut Stored,
    address: Option<&Fields>,
    name: Option<&str>,
) -> Result<(), Refusal> {
    let kept = work.only("site-address").await?;
    let site = work.only("site").await?;
    let address = address.unwrap_or(&kept);
    let status = address.get("status").and_then(Value::as_str);
    let state = status.filter(|status| *status != "none").unwrap_or("noAddress");
    embed.fields.insert("state".into(), state.into());
    let Some(url) = site_address::url(address) else {
        embed.fields.remove("code");
        return Ok(());
    };
    let named = site.get("name").and_then(Value::as_str).unwrap_or_default();
    let product = embed.text("product");
    let code = Snippet {
        url: &url,
        store: name.unwrap_or(named),
        show: embed.text("show"),
        product: (embed.text("show") == "product").then_some(product),
        height: embed.fields.get("height").and_then(Value::as_i64).unwrap_or_default(),
        accent: embed.text("accent"),
        background: embed.text("background"),
    }
    .html();
    embed.fields.insert("code".into(), code.into());
    Ok(())
}
