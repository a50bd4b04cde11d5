//! The site's address: a domain that can be one, and whether it answers.

use std::time::Duration;

use async_trait::async_trait;
use serde_json::Value;

use super::{domain, embed};
use crate::problem::Refusal;
use crate::resources::Fields;
use crate::resources::behaviour::{Behaviour, Outcome};
use crate::resources::records::Stored;
use crate::resources::work::Work;

/// How long a name server is waited for; meanwhile nobody else can write.
const PATIENCE: Duration = Duration::from_secs(2);

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
            let status = if after.fields.contains_key("domain") {
                "unchecked"
            } else {
                "none"
            };
            after.fields.insert("status".into(), status.into());
            after.fields.remove("checkedAt");
        }
        let url = url(&after.fields, work.public_url);
        after.fields.insert("url".into(), url.into());
        Ok(())
    }

    async fn command(&self, work: &mut Work<'_>, _: &str, _: &Fields, record: &mut Stored) -> Result<Outcome, Refusal> {
        let host = (record.text("domain"), 443);
        let found = tokio::time::timeout(PATIENCE, tokio::net::lookup_host(host)).await;
        let found = matches!(found, Ok(Ok(mut addresses)) if addresses.next().is_some());
        let status = if found { "found" } else { "notFound" };
        record.fields.insert("status".into(), status.into());
        record.fields.insert("checkedAt".into(), work.now.to_string().into());
        Ok(Outcome::default())
    }
}

/// Where the store is: at its domain, or else where this backend is reached.
pub(super) fn url(fields: &Fields, public_url: &str) -> String {
    match fields.get("domain").and_then(Value::as_str) {
        Some(domain) => format!("https://{domain}"),
        None => public_url.to_owned(),
    }
}
