//! Settings of the sample store, as somebody would have filled them in.

use serde_json::{Value, json};

use crate::problem::Refusal;
use crate::resources::work::Work;

/// Fills them in.
pub(crate) async fn fill(work: &mut Work<'_>) -> Result<(), Refusal> {
    let euros = |amount: &str| json!({"amount": amount, "currency": work.currency});
    let address = json!({
        "name": "Kunci & Nyckel", "street": "Nyckelgatan 4", "postcode": "621 57", "city": "Visby", "region": "Gotland",
        "country": "SE",
    });
    let zone = |zone: &str, countries: &str, rate: &str, price: &str, free: Option<&str>, days: u32| {
        let mut row = json!({
            "zone": zone, "countries": countries, "rate": rate, "price": euros(price), "days": days,
        });
        if let Some(free) = free {
            row["freeFrom"] = euros(free);
        }
        row
    };
    let changes = [
        (
            "general",
            json!({
                "name": "Kunci & Nyckel", "legalName": "Kunci & Nyckel Handelsbolag", "address": address,
                "email": "hello@example.test", "phone": "+46 498 555 010", "timeZone": "Europe/Stockholm",
                "terms": "1. Prices include tax.\n\n2. We send what is in stock within two working days.\n\n3. Keys that were cut \
                          for you cannot be returned.",
                "privacy": "We keep your name, address and orders, because the law and the parcel service ask for them. \
                            Newsletters come only to those who said yes.",
                "refunds": "Send back what you do not like within 30 days, unused. Your money is back within a week.",
            }),
        ),
        (
            "tax",
            json!({
                "pricesIncludeTax": true, "defaultRate": 25, "taxNumber": "SE556677889901",
                "rates": [
                    {"country": "SE", "name": "Moms", "rate": 25}, {"country": "FI", "name": "ALV", "rate": 25.5},
                    {"country": "DE", "name": "MwSt", "rate": 19}, {"country": "ID", "name": "PPN", "rate": 11},
                ],
            }),
        ),
        (
            "shipping",
            json!({
                "zones": [
                    zone("Sweden", "SE", "Parcel", "4.90", Some("50.00"), 3),
                    zone("Sweden", "SE", "Express", "11.90", None, 1),
                    zone("Nordic countries", "DK, FI, NO, IS", "Parcel", "9.90", Some("120.00"), 6),
                    zone("European Union", "AT, BE, DE, EE, FR, IE, IT, LT, LV, NL, PL, ES, PT", "Parcel", "14.90", Some("150.00"), 8),
                    zone("Indonesia", "ID", "Kurir", "3.50", Some("40.00"), 4),
                    zone("Everywhere else", "*", "Airmail", "24.90", None, 21),
                ],
                "pickupOn": true, "pickupAddress": address, "pickupHours": "Mon–Fri 10–18, Sat 10–14",
            }),
        ),
        (
            "payment",
            json!({
                "testMode": true, "invoiceOn": true, "invoiceDays": 30, "bankOn": true,
                "bankHolder": "Kunci & Nyckel Handelsbolag", "bankAccount": "SE45 5000 0000 0583 9825 7466",
                "bankName": "Gotlandsbanken", "cashOn": true,
            }),
        ),
        (
            "notifications",
            json!({
                "onOrder": true, "onLowStock": true, "lowStockAt": 5, "onReview": false,
                "admins": [{"email": "owner@example.test"}, {"email": "fulfilment@example.test"}],
                "senderName": "Kunci & Nyckel", "replyTo": "hello@example.test",
            }),
        ),
    ];
    for (resource, change) in changes {
        if let (Some(mut record), Value::Object(change)) = (work.get(resource, resource).await?, change) {
            record.fields.extend(change);
            work.save(resource, &mut record).await?;
        }
    }
    Ok(())
}
