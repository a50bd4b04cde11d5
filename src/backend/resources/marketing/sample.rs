//! Marketing of the sample store: something in each state there is, around the day on which it was filled.

use latchkey_contract::id::RecordId;
use latchkey_permissions::Time;
use serde_json::{Value, json};

use super::period::day;
use super::{campaigns, discounts, newsletters};
use crate::auth::token::sha256_hex;
use crate::problem::Refusal;
use crate::resources::Fields;
use crate::resources::records::Stored;
use crate::resources::work::Work;

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

/// Fills it.
pub(crate) async fn fill(work: &mut Work<'_>) -> Result<(), Refusal> {
    let today = day(work.now);
    let mut records: Vec<Stored> = campaigns(work.now, &work.currency)
        .into_iter()
        .map(|(kept, created, fields)| {
            let mut record = made("campaigns", "name", work.now, created, fields);
            campaigns::stand(&mut record.fields, kept, &today);
            record
        })
        .collect();
    work.add_all("campaigns", &mut records).await?;

    let mut records: Vec<Stored> = discounts(work.now, &work.currency)
        .into_iter()
        .map(|(created, fields)| {
            let mut record = made("discounts", "code", work.now, created, fields);
            discounts::stand(&mut record.fields, false, &today);
            record
        })
        .collect();
    work.add_all("discounts", &mut records).await?;

    let mut records = Vec::with_capacity(NEWSLETTERS.len());
    for letter in NEWSLETTERS {
        let reached = newsletters::recipients(work, letter.audience).await?;
        let fields = letter.fields(work.now, reached);
        records.push(made("newsletters", "subject", work.now, letter.days_ago, fields));
    }
    work.add_all("newsletters", &mut records).await
}

/// A record, made so many days ago. Its id follows from what it is called, so that it is the same each time.
fn made(resource: &str, name: &str, now: Time, days_ago: i64, fields: Value) -> Stored {
    let fields = match fields {
        Value::Object(fields) => fields,
        _ => Fields::new(),
    };
    let created = now.plus_millis(-days_ago * DAY);
    let called = fields.get(name).and_then(Value::as_str).unwrap_or_default();
    let id: String = sha256_hex(&[resource.as_bytes(), called.as_bytes()])
        .chars()
        .take(22)
        .collect();
    Stored {
        id: RecordId(id),
        ..Stored::new(fields, created)
    }
}

/// What has been made of it, how many days ago it was made, and its fields.
type Campaign = (Option<&'static str>, i64, Value);

fn campaigns(now: Time, currency: &str) -> Vec<Campaign> {
    let on = |days: i64| day(now.plus_millis(days * DAY));
    let euros = |amount: &str| json!({"amount": amount, "currency": currency});
    vec![
        (
            None,
            160,
            json!({
                "name": "Summer in the archipelago", "channel": "social", "goal": "Padlocks for boats and sheds",
                "starts": on(-150), "ends": on(-90), "budget": euros("1800.00"),
            }),
        ),
        (
            None,
            120,
            json!({
                "name": "Back to school lockers", "channel": "search", "goal": "Combination padlocks",
                "starts": on(-105), "ends": on(-70), "budget": euros("950.00"),
                "note": "Sold out in the second week; order more next year.",
            }),
        ),
        (
            None,
            75,
            json!({
                "name": "Old keys, new homes", "channel": "display", "goal": "Be known to people who restore old houses",
                "starts": on(-60), "ends": on(45), "budget": euros("2400.00"),
            }),
        ),
        (
            None,
            40,
            json!({
                "name": "Search: locks and handles", "channel": "search", "goal": "To be found by name",
                "starts": on(-35), "budget": euros("600.00"), "note": "Runs all year; look at the words each month.",
            }),
        ),
        (
            None,
            20,
            json!({
                "name": "Batik weeks", "channel": "social", "goal": "Textiles to customers who know us for locks",
                "starts": on(-9), "ends": on(12), "budget": euros("1200.00"),
            }),
        ),
        (
            Some("paused"),
            30,
            json!({
                "name": "A flat in Visby, with Tove", "channel": "creator", "goal": "Handles and lamps in a film of hers",
                "starts": on(-14), "ends": on(30), "budget": euros("3000.00"), "note": "Paused until the film is cut.",
            }),
        ),
        (
            None,
            12,
            json!({
                "name": "Gifts that open something", "channel": "email", "goal": "Gift cards before the holidays",
                "starts": on(6), "ends": on(30), "budget": euros("400.00"),
            }),
        ),
        (
            None,
            5,
            json!({
                "name": "Locksmiths' fair", "channel": "print", "goal": "Two hundred visitors at the stand",
                "starts": on(48), "ends": on(50), "budget": euros("1500.00"),
            }),
        ),
        (
            Some("ended"),
            55,
            json!({
                "name": "Lamps for dark evenings", "channel": "display", "goal": "Pendant lamps",
                "starts": on(-40), "ends": on(-22), "budget": euros("800.00"), "note": "Ended early: hardly anybody clicked.",
            }),
        ),
    ]
}

fn discounts(now: Time, currency: &str) -> Vec<(i64, Value)> {
    let on = |days: i64| day(now.plus_millis(days * DAY));
    let euros = |amount: &str| json!({"amount": amount, "currency": currency});
    vec![
        (
            140,
            json!({"code": "WELCOME10", "kind": "percent", "percent": 10, "active": true, "used": 312, "starts": on(-140)}),
        ),
        (
            90,
            json!({
                "code": "FRIEND5", "kind": "amount", "amount": euros("5.00"), "minimumOrder": euros("40.00"), "active": true,
                "used": 41, "limit": 500, "starts": on(-90),
            }),
        ),
        (
            30,
            json!({
                "code": "BATIK15", "kind": "percent", "percent": 15, "active": true, "used": 27, "starts": on(-9),
                "ends": on(12),
            }),
        ),
        (
            12,
            json!({
                "code": "NYCKEL25", "kind": "percent", "percent": 25, "active": true, "used": 0, "limit": 100, "starts": on(3),
                "ends": on(6),
            }),
        ),
        (
            60,
            json!({
                "code": "FIRSTFIFTY", "kind": "amount", "amount": euros("10.00"), "minimumOrder": euros("60.00"), "active": true,
                "used": 50, "limit": 50, "starts": on(-60),
            }),
        ),
        (
            45,
            json!({
                "code": "LOCKSMITH", "kind": "percent", "percent": 20, "active": false, "used": 8,
                "minimumOrder": euros("250.00"),
            }),
        ),
        (
            150,
            json!({
                "code": "SUMMER", "kind": "percent", "percent": 12, "active": true, "used": 188, "starts": on(-150),
                "ends": on(-90),
            }),
        ),
        (
            100,
            json!({
                "code": "KUNCI", "kind": "amount", "amount": euros("8.00"), "active": true, "used": 64, "starts": on(-100),
                "ends": on(-40),
            }),
        ),
    ]
}

/// A newsletter.
struct Newsletter {
    days_ago: i64,
    subject: &'static str,
    preheader: &'static str,
    audience: &'static str,
    body: &'static str,
    /// How many of those who would get it today there were when it was sent, of a hundred; none where it is a draft.
    sent: Option<u64>,
}

impl Newsletter {
    /// `reached` is how many would get it today.
    fn fields(&self, now: Time, reached: u64) -> Value {
        let mut fields = json!({
            "subject": self.subject, "preheader": self.preheader, "audience": self.audience, "body": self.body,
            "status": "draft",
        });
        if let Some(percent) = self.sent {
            let sent = now.plus_millis(-self.days_ago * DAY + 2 * HOUR);
            fields["status"] = "sent".into();
            fields["sentAt"] = sent.to_string().into();
            fields["recipients"] = (reached * percent / 100).into();
        }
        fields
    }
}

const NEWSLETTERS: &[Newsletter] = &[
    Newsletter {
        days_ago: 132,
        subject: "Padlocks that like salt water",
        preheader: "For boats, sheds and summer houses",
        audience: "everyone",
        body: "Hello,\n\nsummer is short, and rust is quick. We have tried eleven padlocks on a jetty in Nynäshamn for a \
               year; four of them still open as on the first day.\n\nThose are the four we sell.",
        sent: Some(62),
    },
    Newsletter {
        days_ago: 96,
        subject: "A key for every door in Kota Tua",
        preheader: "How Pak Hendra forges our joglo keys",
        audience: "everyone",
        body: "Hello,\n\nPak Hendra has forged keys in Semarang for forty years. We visited him with a camera.\n\nHis keys \
               are in the store from today; each is a little different.",
        sent: Some(71),
    },
    Newsletter {
        days_ago: 61,
        subject: "Is your first lock still a plan?",
        preheader: "10 per cent off with WELCOME10",
        audience: "newcomers",
        body: "Hello,\n\nyou said that you want to hear from us, and then you heard little. Here is a beginning: WELCOME10 \
               takes ten per cent off your first order.",
        sent: Some(80),
    },
    Newsletter {
        days_ago: 33,
        subject: "Darker evenings, warmer lamps",
        preheader: "Pendants of brass and rattan",
        audience: "everyone",
        body: "Hello,\n\nthe new pendant lamps are here. They are made in Småland and in Yogyakarta, and they hang well \
               beside each other.",
        sent: Some(90),
    },
    Newsletter {
        days_ago: 9,
        subject: "Batik weeks",
        preheader: "15 per cent off everything woven, with BATIK15",
        audience: "buyers",
        body: "Hello,\n\nfor three weeks everything woven is a little cheaper. The code is BATIK15.\n\nThe indigo runners \
               are few: there were eleven when this was written.",
        sent: Some(97),
    },
    Newsletter {
        days_ago: 3,
        subject: "Gifts that open something",
        preheader: "Gift cards, and what fits into a small box",
        audience: "everyone",
        body: "Hello,\n\nsome people have everything, but nobody has enough hooks.",
        sent: None,
    },
    Newsletter {
        days_ago: 1,
        subject: "Thank you for your year with us",
        preheader: "And a look at what comes next",
        audience: "buyers",
        body: "Hello,\n\nyou have opened a great many doors this year. Here is what we plan for the next one.",
        sent: None,
    },
];
