//! Paying back: some or all of what was paid, never more, however many try at once. The order is read within the
//! transaction that writes it, and there is one of those at a time.

use latchkey_contract::problem::FieldCode;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::orders::set;
use super::{ledger, stock};
use crate::problem::Refusal;
use crate::resources::records::Stored;
use crate::resources::work::Work;
use crate::resources::{Fields, money};

/// The most refunds of one order; as many as its schema has room for.
const MOST: usize = 100;

/// What is to be paid back.
#[derive(Debug, PartialEq, Eq)]
struct Refund {
    amount: Decimal,
    /// All that was paid is back then.
    whole: bool,
}

/// Why it is not.
#[derive(Debug, PartialEq, Eq)]
enum Fault {
    /// Nothing, or less.
    Nothing,
    /// More than what is left of what was paid.
    TooMuch,
}

/// Decides on a refund: `asked`, or all that is left.
fn decide(paid: Decimal, refunded: Decimal, asked: Option<Decimal>) -> Result<Refund, Fault> {
    let left = paid - refunded;
    let amount = asked.unwrap_or(left);
    if amount > left {
        Err(Fault::TooMuch)
    } else if amount <= Decimal::ZERO {
        Err(Fault::Nothing)
    } else {
        Ok(Refund {
            amount,
            whole: amount == left,
        })
    }
}

/// Pays back.
pub(super) async fn give(work: &mut Work<'_>, input: &Fields, order: &mut Stored) -> Result<(), Refusal> {
    let paid = money::amount(order.fields.get("total")).unwrap_or_default();
    let refunded = money::amount(order.fields.get("refunded")).unwrap_or_default();
    let refund = decide(paid, refunded, money::amount(input.get("amount"))).map_err(|fault| match fault {
        Fault::Nothing => Refusal::member("/amount", FieldCode::BelowMinimum, "Pay back more than nothing."),
        Fault::TooMuch => {
            let left = money::text(paid - refunded, &work.currency);
            let detail = format!("Of what was paid, {left} {} are left.", work.currency);
            Refusal::member("/amount", FieldCode::AboveMaximum, detail)
        }
    })?;
    let restock = input.get("restock") == Some(&Value::Bool(true));
    if restock && stock::is_back(order) {
        return Err(Refusal::state("The items are back in stock already."));
    }
    if restock && !matches!(order.text("fulfilment"), "shipped" | "delivered") {
        return Err(Refusal::state(
            "The items have not left. Cancel the order, and they go back in stock.",
        ));
    }
    let entry = json!({
        "moment": work.now.to_string(),
        "amount": money::money(refund.amount, &work.currency),
        "reason": input.get("reason").cloned().unwrap_or_default(),
        "by": work.by.unwrap_or_default(),
    });
    match order.fields.entry("refunds").or_insert_with(|| json!([])) {
        Value::Array(refunds) if refunds.len() < MOST => refunds.push(entry),
        _ => return Err(Refusal::state("This order has been paid back in too many parts.")),
    }
    let refunded = money::money(refunded + refund.amount, &work.currency);
    order.fields.insert("refunded".into(), refunded);
    set(
        order,
        "payment",
        if refund.whole { "refunded" } else { "partlyRefunded" },
    );
    ledger::spent(work, order, -refund.amount).await?;
    if restock {
        stock::put_back(work, order).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cents(cents: i64) -> Decimal {
        Decimal::new(cents, 2)
    }

    #[test]
    fn all_that_is_left_is_what_is_meant_where_nothing_is_said() {
        let refund = decide(cents(5_000), cents(1_999), None).expect("something is left");
        assert_eq!(
            refund,
            Refund {
                amount: cents(3_001),
                whole: true
            }
        );
        assert_eq!(decide(cents(5_000), cents(5_000), None), Err(Fault::Nothing));
        assert_eq!(decide(cents(5_000), cents(0), Some(cents(0))), Err(Fault::Nothing));
        assert_eq!(decide(cents(5_000), cents(0), Some(cents(5_001))), Err(Fault::TooMuch));
    }

    proptest! {
        #[test]
        fn no_row_of_refunds_gives_back_more_than_was_paid(
            paid in 1..1_000_000_i64,
            asked in proptest::collection::vec(proptest::option::of(-500_000..500_000_i64), 0..20),
        ) {
            let mut refunded = Decimal::ZERO;
            for asked in asked {
                let asked = asked.map(cents);
                match decide(cents(paid), refunded, asked) {
                    Ok(refund) => {
                        prop_assert!(refund.amount > Decimal::ZERO);
                        refunded += refund.amount;
                        prop_assert!(refunded <= cents(paid));
                        prop_assert_eq!(refund.whole, refunded == cents(paid));
                    }
                    Err(Fault::TooMuch) => prop_assert!(asked.is_some_and(|asked| refunded + asked > cents(paid))),
                    Err(Fault::Nothing) => {
                        prop_assert!(refunded == cents(paid) || asked.is_some_and(|asked| asked <= Decimal::ZERO));
                    }
                }
            }
        }
    }
}
