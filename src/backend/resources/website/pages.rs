//! Pages: each has an address that no other page has and that the site does not need for itself.

use async_trait::async_trait;
use latchkey_contract::problem::FieldCode;

use super::slug;
use crate::problem::Refusal;
use crate::resources::behaviour::Behaviour;
use crate::resources::records::Stored;
use crate::resources::work::Work;

/// See the module.
pub(super) struct Pages;

#[async_trait]
impl Behaviour for Pages {
    async fn create(&self, work: &mut Work<'_>, record: &mut Stored) -> Result<(), Refusal> {
        addressed(work, record).await
    }

    async fn change(&self, work: &mut Work<'_>, _: &Stored, after: &mut Stored) -> Result<(), Refusal> {
        addressed(work, after).await
    }

    async fn restore(&self, work: &mut Work<'_>, record: &mut Stored) -> Result<(), Refusal> {
        if is_free(work, record, record.text("address")).await? {
            Ok(())
        } else {
            Err(Refusal::state("Another page has the address of this one by now."))
        }
    }
}

/// Holds the address that was typed, or makes one where none was.
async fn addressed(work: &mut Work<'_>, page: &mut Stored) -> Result<(), Refusal> {
    if page.fields.contains_key("address") {
        return if is_free(work, page, page.text("address")).await? {
            Ok(())
        } else {
            let detail = "Another page or the site itself has this address; choose another.";
            Err(Refusal::member("/address", FieldCode::Taken, detail))
        };
    }
    let wanted = slug::from_title(page.text("title"));
    let mut address = wanted.clone();
    let mut number = 2;
    while !is_free(work, page, &address).await? {
        address = slug::numbered(&wanted, number);
        number += 1;
    }
    page.fields.insert("address".into(), address.into());
    Ok(())
}

async fn is_free(work: &mut Work<'_>, page: &Stored, address: &str) -> Result<bool, Refusal> {
    if slug::ITS_OWN.contains(&address) {
        return Ok(false);
    }
    let having = work.having("pages", "address", &address.into()).await?;
    Ok(having.iter().all(|other| other.id == page.id))
}
