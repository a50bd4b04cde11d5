//! Discounts of the sample store.

use latchkey_permissions::Time;
use serde_json::{Value, json};

use super::DAY;
use crate::resources::marketing::period::day;

/// Discounts around this moment, and how many days ago each was made.
pub(super) fn all(now: Time, currency: &str) -> Vec<(i64, Value)> {
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
