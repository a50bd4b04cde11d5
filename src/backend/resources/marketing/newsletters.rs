//! Newsletters: written, tried out, and sent once. What has been sent stays as it was read.

use async_trait::async_trait;
use latchkey_contract::letter::LetterKind;
use rust_decimal::Decimal;
use serde_json::Value;

use crate::mail::{self, NewsletterMail, Outgoing, Recipient};
use crate::problem::Refusal;
use crate::resources::Fields;
use crate::resources::behaviour::{Behaviour, Outcome};
use crate::resources::question::Wanted;
use crate::resources::records::Stored;
use crate::resources::table::{Cell, scaled};
use crate::resources::work::Work;

/// See the module.
pub(super) struct Newsletters;

#[async_trait]
impl Behaviour for Newsletters {
    fn commands(&self) -> &'static [&'static str] {
        &["preview", "send-test", "send", "copy"]
    }

    async fn change(&self, _: &mut Work<'_>, before: &Stored, _: &mut Stored) -> Result<(), Refusal> {
        is_draft(before)
    }

    async fn delete(&self, _: &mut Work<'_>, record: &Stored) -> Result<(), Refusal> {
        is_draft(record)
    }

    async fn command(
        &self,
        work: &mut Work<'_>,
        command: &str,
        _: &Fields,
        record: &mut Stored,
    ) -> Result<Outcome, Refusal> {
        match command {
            "preview" => Ok(Outcome {
                preview: Some(mail::newsletter_preview(
                    &work.letterhead().await?,
                    written(record, None),
                )),
                ..Outcome::default()
            }),
            "copy" => {
                let mut fields = record.fields.clone();
                for name in ["sentAt", "recipients"] {
                    fields.remove(name);
                }
                fields.insert("status".into(), "draft".into());
                let copy = Stored::new(fields, work.now);
                let copy = work.add("newsletters", copy).await?;
                Ok(Outcome {
                    record: Some(copy),
                    ..Outcome::default()
                })
            }
            "send-test" => {
                let (name, email) = (work.by.unwrap_or_default(), work.email.unwrap_or_default());
                let letter = letter(work, record, email, name, None).await?;
                work.letters.push(letter);
                Ok(Outcome::default())
            }
            _ => {
                send(work, record).await?;
                Ok(Outcome::default())
            }
        }
    }
}

fn is_draft(newsletter: &Stored) -> Result<(), Refusal> {
    if newsletter.text("status") == "draft" {
        Ok(())
    } else {
        Err(Refusal::state(
            "This newsletter has been sent and stays as it is. Copy it to write another.",
        ))
    }
}

/// Lays it down for its customers, and marks it as sent.
async fn send(work: &mut Work<'_>, newsletter: &mut Stored) -> Result<(), Refusal> {
    let recipients = recipients(work, newsletter.text("audience")).await?;
    if recipients == 0 {
        return Err(Refusal::state(
            "No customer of this kind has said yes to newsletters, so nobody would get it.",
        ));
    }
    let general = work.only("general").await?;
    let text = |name: &str| general.get(name).and_then(Value::as_str).unwrap_or_default();
    let email = match text("email") {
        "" => work.email.unwrap_or_default(),
        email => email,
    };
    let letter = letter(work, newsletter, email, text("name"), Some(recipients)).await?;
    work.letters.push(letter);
    let fields = &mut newsletter.fields;
    fields.insert("status".into(), "sent".into());
    fields.insert("sentAt".into(), work.now.to_string().into());
    fields.insert("recipients".into(), recipients.into());
    Ok(())
}

/// How many customers have said yes and belong to this audience.
pub(super) async fn recipients(work: &mut Work<'_>, audience: &str) -> Result<u64, Refusal> {
    let yes = ("marketing", Wanted::Any(vec![Cell::Number(1)]));
    let ordered = ("orders", Wanted::Between(scaled(Decimal::ONE).map(Cell::Number), None));
    let everyone = work.count("customers", std::slice::from_ref(&yes)).await?;
    let buyers = work.count("customers", &[yes, ordered]).await?;
    Ok(match audience {
        "buyers" => buyers,
        "newcomers" => everyone - buyers,
        _ => everyone,
    })
}

async fn letter(
    work: &mut Work<'_>,
    newsletter: &Stored,
    email: &str,
    name: &str,
    recipients: Option<u64>,
) -> Result<Outgoing, Refusal> {
    let head = work.letterhead().await?;
    let mail = written(newsletter, recipients);
    let letter = mail::newsletter(&head, Recipient { email, name }, mail).map_err(|error| {
        tracing::error!(newsletter = %newsletter.id, %error, "a newsletter could not be written");
        Refusal::internal()
    })?;
    let kind = match recipients {
        None => LetterKind::NewsletterTrial,
        Some(_) => LetterKind::Newsletter,
    };
    Ok(Outgoing::new(kind, email, Ok(letter)))
}

/// What a newsletter says.
fn written(newsletter: &Stored, recipients: Option<u64>) -> NewsletterMail<'_> {
    NewsletterMail {
        subject: newsletter.text("subject"),
        preheader: newsletter.text("preheader"),
        body: newsletter.text("body"),
        recipients,
    }
}
