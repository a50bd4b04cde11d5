//! A text is found in the language asked for, or in the nearest there is.

use latchkey_permissions::Text;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn text(pairs: &[(&str, &str)]) -> Text {
    Text(pairs.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect())
}

#[test]
fn from_region_to_language_to_english_to_any() {
    let both = text(&[("en", "Orders"), ("sv", "Order")]);
    assert_eq!(both.in_language("sv"), "Order");
    assert_eq!(both.in_language("sv-FI"), "Order");
    assert_eq!(both.in_language("id"), "Orders");
    assert_eq!(both.in_language(""), "Orders");
    assert_eq!(text(&[("sv", "Order")]).in_language("id"), "Order");
    assert_eq!(text(&[]).in_language("en"), "");

    let regional = text(&[("en", "Colour"), ("en-US", "Color")]);
    assert_eq!(regional.in_language("en-US"), "Color");
    assert_eq!(regional.in_language("en-GB"), "Colour");
}

#[test]
fn blank_english_does_not_count() {
    assert!(text(&[("en", "Orders")]).has_english());
    assert!(!text(&[("en", " ")]).has_english());
    assert!(!text(&[("en", "")]).has_english());
    assert!(!text(&[("sv", "Order")]).has_english());
}
