//! No secret and nothing personal of a customer is in any entry.

use serde_json::{Value, json};
use sqlx::query_scalar;

use crate::support::{House, PASSWORD, euros, id};

async fn written(house: &House) -> String {
    let rows: Vec<String> = query_scalar(
        "SELECT kind || COALESCE(actor_name, '') || COALESCE(subject_name, '') || detail || reason || search FROM activity",
    )
    .fetch_all(house.app.database())
    .await
    .expect("they are read");
    rows.join("\n")
}

fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) if text.len() > 3 => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(members) => members.values().for_each(|member| texts(member, found)),
        _ => {}
    }
}

#[tokio::test]
async fn of_customers_and_orders_only_the_names_of_fields_are_kept() {
    let house = House::trading().await;
    let manager = house.signed_in("manager").await;
    let customer = json!({
        "name": "Quintilia Xyst", "email": "quintilia@xyst.example", "phone": "+46 70 555 01 99", "language": "sv",
        "address": {"name": "Quintilia Xyst", "street": "Ormgatan 77", "postcode": "99123", "city": "Xystköping",
                    "region": "", "country": "SE"},
        "note": "Rings twice at the back door",
    });
    let made = manager.post("/resources/customers", customer.clone()).await.expect(201);
    let path = format!("/resources/customers/{}", made.text_at("/id"));
    let changed = json!({"name": "Quintilia Wyvern", "note": "Has moved to Wyvernby"});
    manager.patch(&path, &made.etag(), changed.clone()).await.expect(200);
    let order = manager.first("orders", "payment=paid&fulfilment=toShip").await;
    let refund = json!({"amount": euros("1.50"), "reason": "A scratch"});
    manager
        .command("orders", &id(&order), "refund", refund)
        .await
        .expect(200);
    let written = written(&house).await;
    assert!(
        written.contains("\"field\":\"note\""),
        "the entry is not there: {written}"
    );
    let mut personal = Vec::new();
    texts(&customer["name"], &mut personal);
    texts(&customer["email"], &mut personal);
    texts(&customer["phone"], &mut personal);
    texts(&customer["address"]["street"], &mut personal);
    texts(&customer["note"], &mut personal);
    texts(&changed, &mut personal);
    for member in ["email", "address"] {
        texts(&order["fields"][member], &mut personal);
    }
    texts(&order["fields"]["customer"]["name"], &mut personal);
    assert!(personal.len() > 10, "{personal:?}");
    for text in personal {
        assert!(!written.contains(&text), "an entry holds {text}");
    }
}

#[tokio::test]
async fn secrets_are_in_no_entry() {
    let house = House::trading().await;
    let owner = house.owner().await;
    let payment = owner.get("/resources/payment/payment").await.expect(200);
    let key = "sk_live_51Secret0fTheStore9876";
    let body = json!({"cardSecretKey": key, "invoiceDays": 21});
    owner
        .patch("/resources/payment/payment", &payment.etag(), body)
        .await
        .expect(200);
    let card = json!({"amount": euros("25.00"), "recipient": "Xenia", "email": "xenia@example.test"});
    let made = owner
        .post("/resources/gift-cards/commands/issue", card)
        .await
        .expect(200);
    let code = made.text_at("/reveal");
    let (_, token) = owner.invite("new@example.test", &[]).await;
    house
        .browser()
        .sign_in("a password in the wrong field", "wrong all the same")
        .await
        .expect(401);

    let written = written(&house).await;
    assert!(written.contains("cardSecretKey") && written.contains("21"), "{written}");
    for secret in [
        key,
        &code,
        &token,
        PASSWORD,
        "in the wrong field",
        "wrong all the same",
        "Xenia",
        "argon2",
    ] {
        assert!(!written.contains(secret), "an entry holds {secret}");
    }
}
