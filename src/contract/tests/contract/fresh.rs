//! The description that is kept in the tree is the one that is generated.

use std::path::Path;

use latchkey_contract::openapi;

#[test]
fn the_kept_description_is_fresh() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/openapi.json");
    let generated = serde_json::to_string_pretty(&openapi::document()).expect("it can be written") + "\n";
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    // Not assert_eq: two descriptions of seven thousand lines help nobody.
    assert!(
        kept == generated,
        "public/openapi.json no longer says what the contract says: run `cargo xtask openapi` and commit it"
    );
}

#[test]
fn generating_it_twice_gives_the_same() {
    assert_eq!(openapi::document().to_string(), openapi::document().to_string());
}
