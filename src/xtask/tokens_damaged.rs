//! Whatever is damaged in the tokens of a theme: reading them ends, and what cannot be taken is named.

#[path = "../../tests/damage/document.rs"]
mod document;
#[path = "../../tests/damage/text.rs"]
mod text;

use proptest::prelude::*;
use serde_json::Value;

use document::altered;
use text::{damaged, hold};

const TOKENS: &str = include_str!("../../style/tokens.json");
const TIMES: u32 = 200;

/// A stylesheet is one layer whose brackets close, whatever the values say; and what is refused is refused in words.
fn holds(text: &str) -> Result<(), TestCaseError> {
    match super::stylesheet(text) {
        Err(words) => prop_assert!(!words.is_empty()),
        Ok(css) => {
            let count = |mark| css.matches(mark).count();
            prop_assert_eq!(count('{'), count('}'), "{}", css);
        }
    }
    Ok(())
}

#[test]
fn a_theme() {
    hold(TIMES, &damaged(TOKENS), |text| holds(&text));
    let document: Value = serde_json::from_str(TOKENS).expect("the tokens are JSON");
    hold(TIMES, &altered(&document), |document| holds(&document.to_string()));
}
