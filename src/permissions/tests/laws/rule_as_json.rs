//! A rule travels as JSON and comes back the same; what is no rule is refused in words.

use latchkey_permissions::Rule;
use proptest::prelude::*;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::support::{config, rule, with_catalogue};

#[test]
fn its_form_is_fixed() {
    let written = |rule: &Rule| serde_json::to_string(rule).expect("it can be written");
    assert_eq!(written(&Rule::Owner), r#""owner""#);
    assert_eq!(written(&Rule::SignedIn), r#""signedIn""#);
    assert_eq!(written(&Rule::all(["orders.view"])), r#"{"all":["orders.view"]}"#);
    assert_eq!(
        written(&Rule::any(["orders.view", "carts.view"])),
        r#"{"any":["orders.view","carts.view"]}"#
    );
}

#[test]
fn an_empty_rule_is_refused_in_words() {
    for empty in [r#"{"all":[]}"#, r#"{"any":[]}"#] {
        let refusal = serde_json::from_str::<Rule>(empty).expect_err("it names nothing");
        assert!(
            refusal.to_string().contains("a rule names at least one permission"),
            "{refusal}"
        );
    }
}

#[test]
fn what_is_no_rule_is_refused() {
    let wrong = [
        "null",
        "true",
        "{}",
        "[]",
        r#""""#,
        r#""Owner""#,
        r#""everybody""#,
        r#""all""#,
        r#"["orders.view"]"#,
        r#"{"all":"orders.view"}"#,
        r#"{"all":[1]}"#,
        r#"{"all":[null]}"#,
        r#"{"none":["orders.view"]}"#,
        r#"{"owner":true}"#,
        r#"{"all":["orders.view"],"any":["carts.view"]}"#,
        r#"{"all":["orders.view"],"note":"why"}"#,
        r#"{"All":["orders.view"]}"#,
    ];
    for json in wrong {
        assert!(serde_json::from_str::<Rule>(json).is_err(), "{json}");
    }
}

#[test]
fn a_rule_names_its_permissions() {
    assert!(Rule::Owner.permissions().is_empty() && Rule::SignedIn.permissions().is_empty());
    let ids = ["orders.view".into(), "carts.view".into()];
    assert_eq!(Rule::all(ids.clone()).permissions(), ids);
    assert_eq!(Rule::any(ids.clone()).permissions(), ids);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn it_survives_the_journey((catalogue, rule) in with_catalogue(rule)) {
        let json = serde_json::to_string(&rule).expect("a rule can be written");
        let empty = matches!(&rule, Rule::All(ids) | Rule::Any(ids) if ids.is_empty());
        match serde_json::from_str::<Rule>(&json) {
            Ok(read) => {
                prop_assert_eq!(&read, &rule);
                prop_assert_eq!(read.compile(&catalogue), rule.compile(&catalogue));
            }
            Err(_) => prop_assert!(empty),
        }
        prop_assert_eq!(empty, serde_json::from_str::<Rule>(&json).is_err());
    }
}
