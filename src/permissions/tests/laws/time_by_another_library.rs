//! The calendar of the `time` crate agrees with ours. Natively only: it is here for its opinion, not for the browser.

use latchkey_permissions::Time;
use proptest::prelude::*;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::support::config;

/// What the other library reads, in milliseconds; its finer digits dropped as ours are.
fn other(text: &str) -> Option<i64> {
    let read = OffsetDateTime::parse(text, &Rfc3339).ok()?;
    i64::try_from(read.unix_timestamp_nanos().div_euclid(1_000_000)).ok()
}

fn ours(text: &str) -> Option<i64> {
    text.parse().ok().map(Time::millis)
}

/// Texts that are nearly always well formed, with numbers that are nearly always right.
fn written() -> impl Strategy<Value = String> {
    let date = (0..10_000_u32, 0..=13_u32, 0..=32_u32);
    let clock = (0..=24_u32, 0..=60_u32, 0..=59_u32);
    let fraction = prop_oneof![2 => Just(String::new()), 1 => "\\.[0-9]{1,9}"];
    let offset = prop_oneof![2 => "[Zz]", 1 => "[+-][01][0-9]:[0-5][0-9]", 1 => "[+-][0-9]{2}:[0-9]{2}"];
    (date, clock, "[Tt ]", fraction, offset).prop_map(
        |((year, month, day), (hour, minute, second), separator, fraction, offset)| {
            format!("{year:04}-{month:02}-{day:02}{separator}{hour:02}:{minute:02}:{second:02}{fraction}{offset}")
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, ..config() })]

    #[test]
    fn the_same_texts_are_moments_and_the_same_ones(text in written()) {
        prop_assert_eq!(ours(&text), other(&text).map(|millis| Time::from_millis(millis).millis()), "{}", text);
    }

    #[test]
    fn a_damaged_text_is_refused_by_both(
        text in written(),
        place in any::<prop::sample::Index>(),
        character in "[0-9A-Za-z:.+é-]",
        replace in any::<bool>(),
    ) {
        prop_assume!(text.is_ascii());
        let place = place.index(text.len());
        // Any character may stand between date and clock in the other library; the same three may in ours.
        prop_assume!(place != 10);
        let mut damaged = text.clone();
        damaged.replace_range(place..place + usize::from(replace), &character);
        // Leap seconds exist there at the end of a month only; here they are read everywhere.
        prop_assume!(damaged.get(17..19) != Some("60"));
        prop_assert_eq!(ours(&damaged), other(&damaged).map(|millis| Time::from_millis(millis).millis()), "{}", damaged);
    }

    #[test]
    fn moments_are_written_alike(millis in Time::MIN.millis()..=Time::MAX.millis()) {
        let theirs = OffsetDateTime::from_unix_timestamp_nanos(i128::from(millis) * 1_000_000)
            .expect("in its range")
            .format(&Rfc3339)
            .expect("it can be written");
        // The other library drops zeros at the end of a fraction; the moment is the same.
        let trimmed = |text: &str| match text.split_once('.') {
            Some((whole, fraction)) => format!("{whole}.{}", fraction.trim_end_matches('Z').trim_end_matches('0')),
            None => text.to_owned(),
        };
        prop_assert_eq!(trimmed(&Time::from_millis(millis).to_string()), trimmed(&theirs));
    }
}
