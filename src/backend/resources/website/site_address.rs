//! The site's address: a domain that can be one, and whether it answers.

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
        locate(&mut after.fields, work.public_url);
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
        Ok(Outcome::default())
    }

    fn settles(&self) -> bool {
        true
    }

    /// The backend may have been started under another address.
    async fn settle(&self, work: &mut Work<'_>) -> Result<(), Refusal> {
        if let Some(mut address) = work.get("site-address", "site-address").await? {
            let before = address.text("url").to_owned();
            locate(&mut address.fields, work.public_url);
            if address.text("url") != before {
                work.save("site-address", &mut address).await?;
            }
        }
        Ok(())
    }
}

/// Where the store is: at its domain, or else where this backend is reached.
pub(super) fn url(fields: &Fields, public_url: &str) -> String {
    match fields.get("domain").and_then(Value::as_str) {
        Some(domain) => format!("https://{domain}"),
        None => public_url.to_owned(),
    }
}

fn locate(fields: &mut Fields, public_url: &str) {
    let url = url(fields, public_url);
    fields.insert("url".into(), url.into());
}
