//! The site's address: a domain that can be one, and whether it answers. Before there is a domain there is no address:
//! where this backend is reached is where the shop is looked after, and no customer finds it there.

use async_trait::async_trait;
use serde_json::{Value, json};

use super::{domain, embed};
use crate::names::Names;
use crate::problem::Refusal;
use crate::resources::Fields;
use crate::resources::behaviour::{Behaviour, Outcome};
use crate::resources::records::Stored;
use crate::resources::work::Work;

/// See the module.
pub(super) struct SiteAddress;

#[async_trait]
impl Behaviour for SiteAddress {
    fn commands(&self) -> &'static [&'static str] {
        &["check"]
    }

    async fn change(&self, work: &mut Work<'_>, before: &Stored, after: &mut Stored) -> Result<(), Refusal> {
        if let Some(Value::String(typed)) = after.fields.get_mut("domain") {
            *typed = domain::checked(typed).map_err(|(code, detail)| Refusal::member("/domain", code, detail))?;
        }
        if before.text("domain") != after.text("domain") {
            let has_one = after.fields.contains_key("domain");
            after
                .fields
                .insert("status".into(), if has_one { "unchecked" } else { "none" }.into());
            after.fields.remove("checkedAt");
        }
        locate(&mut after.fields);
        embed::follow(work, Some(&after.fields), None).await
    }

    fn looks(&self) -> &'static [&'static str] {
        &["check"]
    }

    async fn look(&self, names: &Names, _: &str, record: &Stored) -> Option<Value> {
        let domain = record.text("domain");
        Some(json!({"domain": domain, "found": names.know(domain).await}))
    }

    async fn command(&self, work: &mut Work<'_>, _: &str, _: &Fields, record: &mut Stored) -> Result<Outcome, Refusal> {
        let seen = work.seen.take().unwrap_or_default();
        if seen["domain"] != record.text("domain") {
            return Err(Refusal::state("The domain has just been changed. Check it again."));
        }
        let found = seen["found"] == true;
        record
            .fields
            .insert("status".into(), if found { "found" } else { "notFound" }.into());
        record.fields.insert("checkedAt".into(), work.now.to_string().into());
        embed::follow(work, Some(&record.fields), None).await?;
        Ok(Outcome::default())
    }

    fn settles(&self) -> bool {
        true
    }

    /// An earlier version may have written down where this backend is reached.
    async fn settle(&self, work: &mut Work<'_>) -> Result<(), Refusal> {
        if let Some(mut address) = work.get("site-address", "site-address").await? {
            let before = address.text("url").to_owned();
            locate(&mut address.fields);
            if address.text("url") != before {
                work.save("site-address", &mut address).await?;
            }
        }
        Ok(())
    }
}

/// Where customers find the store, once it has a domain.
pub(super) fn url(fields: &Fields) -> Option<String> {
    let domain = fields.get("domain").and_then(Value::as_str)?;
    Some(format!("https://{domain}"))
}

fn locate(fields: &mut Fields) {
    match url(fields) {
        Some(url) => drop(fields.insert("url".into(), url.into())),
        None => drop(fields.remove("url")),
    }
}
