//! Campaigns of the sample store.

use latchkey_permissions::Time;
use serde_json::{Value, json};

use super::DAY;
use crate::resources::marketing::period::day;

/// What has been made of it, how many days ago it was made, and its fields.
pub(super) type Campaign = (Option<&'static str>, i64, Value);

/// Campaigns around this moment.
pub(super) fn all(now: Time, currency: &str) -> Vec<Campaign> {
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
