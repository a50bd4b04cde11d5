//! Abandoned carts: reminding whoever left one, a few times and not every hour.

use async_trait::async_trait;
use latchkey_contract::letter::LetterKind;
use latchkey_permissions::Time;
use serde_json::Value;

use crate::mail::{self, CartItem, CartMail, Outgoing, Recipient};
use crate::problem::Refusal;
use crate::resources::behaviour::{Behaviour, Outcome};
use crate::resources::records::Stored;
use crate::resources::work::Work;
use crate::resources::{Fields, money};

/// How often a customer is reminded of one cart.
const MOST: i64 = 3;

/// How long it is left between two reminders.
const PAUSE_MS: i64 = 24 * 60 * 60_000;

/// See the module.
pub(super) struct Carts;

#[async_trait]
impl Behaviour for Carts {
    fn commands(&self) -> &'static [&'static str] {
        &["remind"]
    }

    async fn command(
        &self,
        work: &mut Work<'_>,
        command: &str,
        _input: &Fields,
        cart: &mut Stored,
    ) -> Result<Outcome, Refusal> {
        if command != "remind" {
            return Err(Refusal::not_found());
        }
        let reminded = cart.fields.get("reminded").and_then(Value::as_i64).unwrap_or_default();
        if reminded >= MOST {
            return Err(Refusal::state(
                "This customer has been reminded three times, and that is enough.",
            ));
        }
        let last = cart.text("remindedAt").parse::<Time>();
        if last.is_ok_and(|last| work.now.millis() - last.millis() < PAUSE_MS) {
            return Err(Refusal::state("This customer was reminded less than a day ago."));
        }
        let letter = write(work, cart).await?;
        work.letters.push(letter);
        cart.fields.insert("status".into(), "reminded".into());
        cart.fields.insert("reminded".into(), (reminded + 1).into());
        cart.fields.insert("remindedAt".into(), work.now.to_string().into());
        Ok(Outcome::default())
    }
}

/// The letter to whoever left the cart.
async fn write(work: &mut Work<'_>, cart: &Stored) -> Result<Outgoing, Refusal> {
    let head = work.letterhead().await?;
    let lines = cart.fields.get("lines").and_then(Value::as_array);
    let items: Vec<CartItem<'_>> = lines
        .into_iter()
        .flatten()
        .map(|line| CartItem {
            name: line["name"].as_str().unwrap_or_default(),
            quantity: line["quantity"].as_u64().unwrap_or_default(),
        })
        .collect();
    let sum = money::amount(cart.fields.get("value")).unwrap_or_default();
    let to = Recipient {
        email: cart.text("email"),
        name: cart.text("customer"),
    };
    let mail = CartMail {
        items: &items,
        sum: &money::text(sum, &work.currency),
        currency: &work.currency,
        language: cart.text("language"),
    };
    let written = mail::cart(&head, to, mail).map_err(|error| {
        tracing::error!(cart = %cart.id, %error, "a reminder could not be written");
        Refusal::state("No letter can be addressed to this customer.")
    })?;
    Ok(Outgoing::new(LetterKind::Cart, to.email, Ok(written)))
}
