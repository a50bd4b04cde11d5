//! Whatever is damaged in a catalogue, a rule or a grant: reading it ends, and what cannot be taken is named.

#[path = "../../../../tests/damage/document.rs"]
mod document;
#[path = "../../../../tests/damage/text.rs"]
mod text;

use latchkey_permissions::{Access, Catalogue, Decision, PRESET_CATALOGUE, PermissionId, PermissionSet, Rule};
use proptest::prelude::*;
use serde_json::Value;

use document::altered;
use text::{damaged, hold};

const TIMES: u32 = 400;

/// The catalogue that a text makes, or why it makes none, in words.
fn read(text: &str) -> Result<Catalogue, String> {
    serde_json::from_str::<Catalogue>(text).map_err(|error| error.to_string())
}

/// What can be read is a catalogue in every respect; what cannot is refused in words.
fn holds(text: &str) -> Result<(), TestCaseError> {
    match read(text) {
        Err(words) => prop_assert!(words.len() > 10, "{words:?}"),
        Ok(catalogue) => {
            let all: Vec<PermissionId> = catalogue.permissions().map(|entry| entry.id.clone()).collect();
            let set = catalogue.set(all.iter().cloned());
            prop_assert!(set.unknown.is_empty());
            for id in &all {
                let rule = Rule::all([id.clone()]).compile(&catalogue);
                let nothing = rule.decide(&Access::Granted(PermissionSet::EMPTY));
                prop_assert!(matches!(nothing, Decision::Denied(_)), "{id} asks for nothing");
                prop_assert!(matches!(rule.decide(&Access::Granted(set.known)), Decision::Allowed));
            }
        }
    }
    Ok(())
}

#[test]
fn a_catalogue() {
    hold(TIMES, &damaged(PRESET_CATALOGUE), |text| holds(&text));
    let document: Value = serde_json::from_str(PRESET_CATALOGUE).expect("the catalogue is JSON");
    hold(TIMES, &altered(&document), |document| holds(&document.to_string()));
}

#[test]
fn a_rule() {
    let rule = r#"{"all":["orders.view","orders.refund","products.manage"]}"#;
    let catalogue = read(PRESET_CATALOGUE).expect("it is whole");
    hold(TIMES, &damaged(rule), |text| {
        match serde_json::from_str::<Rule>(&text) {
            Err(error) => prop_assert!(!error.to_string().is_empty()),
            // Nobody gets past it by holding nothing.
            Ok(rule) => {
                let decided = rule.compile(&catalogue).decide(&Access::Granted(PermissionSet::EMPTY));
                prop_assert!(
                    rule == Rule::SignedIn || matches!(decided, Decision::Denied(_)),
                    "{rule:?}"
                );
            }
        }
        Ok(())
    });
}

#[test]
fn a_grant() {
    let grant = r#"["orders.view","orders.refund","products.manage","website.design"]"#;
    let catalogue = read(PRESET_CATALOGUE).expect("it is whole");
    hold(TIMES, &damaged(grant), |text| {
        match serde_json::from_str::<Vec<PermissionId>>(&text) {
            Err(error) => prop_assert!(!error.to_string().is_empty()),
            // What is not known is reported, and gives nothing.
            Ok(ids) => {
                let recognised = catalogue.set(ids.iter().cloned());
                for id in &ids {
                    let known = catalogue.permission(id).is_some();
                    prop_assert_ne!(known, recognised.unknown.contains(id), "{}", id);
                }
            }
        }
        Ok(())
    });
}
