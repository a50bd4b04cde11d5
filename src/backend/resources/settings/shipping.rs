//! Shipping: that each country lies in one zone, and that there is a place where to pick up.

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use latchkey_contract::problem::FieldCode;
use serde_json::Value;

use super::countries;
use crate::problem::Refusal;
use crate::resources::Fields;
use crate::resources::behaviour::Behaviour;
use crate::resources::records::Stored;
use crate::resources::work::Work;
use crate::validate::Faults;

/// What stands for every country that is in no other zone.
const EVERYWHERE: &str = "*";

/// See the module.
pub(super) struct Shipping;

#[async_trait]
impl Behaviour for Shipping {
    async fn change(&self, work: &mut Work<'_>, _: &Stored, after: &mut Stored) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        zones(&after.fields, &mut faults);
        let pickup = switched(&after.fields, "pickupOn");
        if pickup && !after.fields.contains_key("pickupAddress") {
            faults.note(
                "/pickupAddress",
                FieldCode::Required,
                "Say where customers pick up, or switch picking up off.",
            );
        }
        if !pickup && switched(&work.only("payment").await?, "cashOn") {
            faults.note(
                "/pickupOn",
                FieldCode::Required,
                "Customers can pay cash when they pick up. Switch that off first, under payment methods.",
            );
        }
        faults.none()
    }
}

/// Whether a switch is on.
pub(super) fn switched(fields: &Fields, name: &str) -> bool {
    fields.get(name) == Some(&Value::Bool(true))
}

fn zones(fields: &Fields, faults: &mut Faults) {
    let mut zone_of = BTreeMap::new();
    let mut rates = BTreeSet::new();
    let rows = fields.get("zones").and_then(Value::as_array);
    for (n, row) in rows.into_iter().flatten().enumerate() {
        let text = |name: &str| row[name].as_str().unwrap_or_default();
        let zone = text("zone");
        for country in text("countries").split(',').map(str::trim) {
            let pointer = format!("/zones/{n}/countries");
            if country != EVERYWHERE && !countries::exists(country) {
                let detail = format!("There is no country {country}; use the two letters of ISO 3166.");
                faults.note(pointer, FieldCode::UnknownValue, detail);
            } else if *zone_of.entry(country).or_insert(zone) != zone {
                let detail = format!("{country} lies in the zone {} already.", zone_of[country]);
                faults.note(pointer, FieldCode::Taken, detail);
            }
        }
        if !rates.insert((zone, text("rate"))) {
            let detail = "This zone has a way of shipping with this name already.";
            faults.note(format!("/zones/{n}/rate"), FieldCode::Taken, detail);
        }
    }
}
