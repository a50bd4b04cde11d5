//! Words and formats against a real `Intl`: run as Wasm, in Node.

use latchkey_languages::message::Argument;
use latchkey_permissions::Time;
use leptos::prelude::{Get, Memo, Owner};
use wasm_bindgen_test::wasm_bindgen_test;

use super::format;
use super::language::{Dictionary, speak, tag, text, text_with};

const PEOPLE: &str = "{0?=0:Nobody|one:One person|:{0} people}";

fn speak_with(language: &str, messages: &[&str]) {
    speak(Dictionary {
        language: language.to_owned(),
        messages: messages.iter().map(|&message| message.to_owned()).collect(),
    });
}

#[wasm_bindgen_test]
fn counts_follow_the_language() {
    speak_with("en", &[PEOPLE]);
    let of = |count| text_with(0, &[Argument::Number(count)]);
    assert_eq!([of(0), of(1), of(1200)], ["Nobody", "One person", "1,200 people"]);
    speak_with("sv", &[PEOPLE]);
    assert_eq!([of(1), of(1200)], ["One person", "1\u{a0}200 people"]);
    speak_with("id", &["{0} orang"]);
    assert_eq!([of(1), of(1200)], ["1 orang", "1.200 orang"]);
}

#[wasm_bindgen_test]
fn a_word_that_is_not_there_is_nothing() {
    speak_with("", &[]);
    assert_eq!(text(7), "");
    assert_eq!(tag(), "");
    assert_eq!(format::number(1), "1");
    assert_eq!(format::sentence_case("x"), "X");
}

#[wasm_bindgen_test]
fn words_follow_the_language_where_something_observes() {
    let owner = Owner::new();
    owner.with(|| {
        speak_with("en", &["Staff accounts"]);
        let shown = Memo::new(|_| text(0));
        assert_eq!(shown.get(), "Staff accounts");
        speak_with("sv", &["Personalkonton"]);
        assert_eq!(shown.get(), "Personalkonton");
    });
}

/// A dictionary with the three words for moments at their places would be as long as all words; the browser's own
/// are looked at here, and ours in the journeys.
#[wasm_bindgen_test]
fn moments_and_lists_are_the_browsers() {
    let now = Time::from_millis(1_795_516_140_000);
    let minutes = |count: i64| now.plus_millis(count * 60_000);
    let items = ["Sales", "Catalog", "Reports"].map(str::to_owned);

    speak_with("en", &[]);
    assert_eq!(format::relative(minutes(-2), now), "2 minutes ago");
    assert_eq!(format::relative(minutes(-3 * 1440), now), "3 days ago");
    assert_eq!(format::relative_alone(minutes(1440), now), "Tomorrow");
    assert_eq!(
        format::relative(minutes(-20 * 1440), now),
        format::date(minutes(-20 * 1440))
    );
    assert_eq!(format::date(now), "November 24, 2026");
    assert_eq!(format::list(&items), "Sales, Catalog, and Reports");

    speak_with("sv", &[]);
    assert_eq!(format::relative(minutes(-2), now), "för 2 minuter sedan");
    assert_eq!(format::relative_alone(minutes(1440), now), "I morgon");
    assert_eq!(format::date(now), "24 november 2026");
    assert_eq!(format::list(&items), "Sales, Catalog och Reports");

    speak_with("id", &[]);
    assert_eq!(format::relative(minutes(-2), now), "2 menit yang lalu");
    assert_eq!(format::date(now), "24 November 2026");
    assert!(
        format::date_time(now).starts_with("24 Nov 2026"),
        "{}",
        format::date_time(now)
    );
}
