//! A moment travels as RFC 3339 text and comes back the same; what is no moment is refused.

use latchkey_permissions::{Time, TimeError};
use proptest::prelude::*;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::support::config;

fn read(text: &str) -> Result<i64, TimeError> {
    text.parse().map(Time::millis)
}

#[test]
fn known_moments() {
    let known = [
        ("1970-01-01T00:00:00Z", 0),
        ("1970-01-01T00:00:00.001Z", 1),
        ("1969-12-31T23:59:59.999Z", -1),
        ("2000-02-29T12:00:00Z", 951_825_600_000),
        ("2026-11-24T09:30:00Z", 1_795_512_600_000),
        ("0000-01-01T00:00:00Z", Time::MIN.millis()),
        ("9999-12-31T23:59:59.999Z", Time::MAX.millis()),
    ];
    for (text, millis) in known {
        assert_eq!(read(text), Ok(millis), "{text}");
        assert_eq!(Time::from_millis(millis).to_string(), text);
    }
}

#[test]
fn every_way_to_write_one_moment() {
    let same = [
        "2026-11-24T09:30:00Z",
        "2026-11-24t09:30:00z",
        "2026-11-24 09:30:00Z",
        "2026-11-24T09:30:00.0Z",
        "2026-11-24T09:30:00.000000000Z",
        "2026-11-24T09:30:00.0009Z",
        "2026-11-24T09:30:00+00:00",
        "2026-11-24T09:30:00-00:00",
        "2026-11-24T16:30:00+07:00",
        "2026-11-24T03:00:00-06:30",
        "2026-11-25T09:29:00+23:59",
    ];
    for text in same {
        assert_eq!(read(text), Ok(1_795_512_600_000), "{text}");
    }
    assert_eq!(read("2026-11-24T09:30:00.5Z"), Ok(1_795_512_600_500));
    assert_eq!(read("2026-11-24T09:30:00.05Z"), Ok(1_795_512_600_050));
    assert_eq!(read("2026-11-24T09:30:00.1234567Z"), Ok(1_795_512_600_123));
}

#[test]
fn a_leap_second_is_the_last_ordinary_one() {
    assert_eq!(read("2016-12-31T23:59:60Z"), read("2016-12-31T23:59:59Z"));
    assert_eq!(read("2016-12-31T23:59:61Z"), Err(TimeError));
}

/// An offset can lead out of what can be written; the nearest end is taken, so that order is kept.
#[test]
fn the_ends_of_time_hold() {
    assert_eq!(read("0000-01-01T00:00:00+23:59"), Ok(Time::MIN.millis()));
    assert_eq!(read("9999-12-31T23:59:59-23:59"), Ok(Time::MAX.millis()));
    assert_eq!(Time::from_millis(i64::MIN), Time::MIN);
    assert_eq!(Time::from_millis(i64::MAX), Time::MAX);
    assert_eq!(Time::MAX.plus_millis(1), Time::MAX);
    assert_eq!(Time::MAX.plus_millis(i64::MAX), Time::MAX);
    assert_eq!(Time::MIN.plus_millis(i64::MIN), Time::MIN);
    assert_eq!(Time::from_millis(5).plus_millis(-7), Time::from_millis(-2));
    for inside in [Time::MIN.millis() + 1, Time::MAX.millis() - 1] {
        assert_eq!(Time::from_millis(inside).millis(), inside);
    }
}

#[test]
fn what_is_no_moment_is_refused() {
    let wrong = [
        "",
        "now",
        "2026",
        "2026-11-24",
        "2026-11-24T09:30Z",
        "2026-11-24T09:30:00",
        "2026-11-24T09:30:00z ",
        " 2026-11-24T09:30:00Z",
        "2026-11-24T09:30:00ZZ",
        "2026-11-24T09:30:00.Z",
        "2026-11-24T09:30:00,5Z",
        "2026-11-24_09:30:00Z",
        "2026/11/24T09:30:00Z",
        "26-11-24T09:30:00Z",
        "+2026-11-24T09:30:00Z",
        "-001-11-24T09:30:00Z",
        "12026-11-24T09:30:00Z",
        "2026-1-24T09:30:00Z",
        "2026-11-4T09:30:00Z",
        "2026-00-24T09:30:00Z",
        "2026-13-24T09:30:00Z",
        "2026-11-00T09:30:00Z",
        "2026-11-31T09:30:00Z",
        "2026-02-29T09:30:00Z",
        "2100-02-29T09:30:00Z",
        "2026-11-24T24:00:00Z",
        "2026-11-24T09:60:00Z",
        "2026-11-24T09:30:61Z",
        "2026-11-24T09:30:00+7:00",
        "2026-11-24T09:30:00+0700",
        "2026-11-24T09:30:00+07",
        "2026-11-24T09:30:00+24:00",
        "2026-11-24T09:30:00+07:60",
        "2026-11-24T09:30:00+07:00Z",
        "2026-11-24T09:30:00 Z",
        "２０２６-11-24T09:30:00Z",
        "2026-11-24T09:30:0éZ",
        "+026-11-24T09:30:00Z",
    ];
    for text in wrong {
        assert_eq!(read(text), Err(TimeError), "{text:?}");
    }
    assert_eq!(
        TimeError.to_string(),
        "not an RFC 3339 time such as 2026-11-24T09:30:00Z"
    );
    assert!(serde_json::from_str::<Time>("\"now\"").is_err_and(|error| error.to_string().contains("RFC 3339")));
    assert!(serde_json::from_str::<Time>("0").is_err());
}

/// Every day of four centuries, after which the calendar repeats itself, and both ends of every month of ten thousand
/// years: each is written as it is counted, and read back; the day after the last of a month is refused.
#[test]
fn the_whole_calendar() {
    let days_in = |year: u32, month: u32| match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let text = |year, month, day| format!("{year:04}-{month:02}-{day:02}T00:00:00Z");
    let mut now = Time::MIN;
    for (year, month) in (0..10_000).flat_map(|year| (1..=12).map(move |month| (year, month))) {
        let last = days_in(year, month);
        for day in 1..=last {
            if (1600..2000).contains(&year) || day == 1 || day == last {
                let text = text(year, month, day);
                assert_eq!(now.to_string(), text);
                assert_eq!(read(&text), Ok(now.millis()));
            }
            now = now.plus_millis(86_400_000);
        }
        assert_eq!(read(&text(year, month, last + 1)), Err(TimeError), "{year} {month}");
    }
    assert_eq!(now, Time::MAX);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_moment_survives_the_journey(millis in Time::MIN.millis()..=Time::MAX.millis()) {
        let time = Time::from_millis(millis);
        prop_assert_eq!(time.millis(), millis);
        prop_assert_eq!(read(&time.to_string()), Ok(millis));
        let json = serde_json::to_string(&time).expect("a moment can be written");
        prop_assert_eq!(&json, &format!("\"{time}\""));
        prop_assert_eq!(serde_json::from_str::<Time>(&json).expect("and read"), time);
    }

    /// As text, moments sort as they come, as long as none has a fraction.
    #[test]
    fn text_keeps_the_order(seconds in any::<[i32; 2]>()) {
        let [a, b] = seconds.map(|seconds| Time::from_millis(i64::from(seconds) * 1000));
        prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
    }

    #[test]
    fn any_text_is_read_or_refused_but_never_breaks_it(text in "[0-9TZtz:.+\\- é]{0,32}") {
        if let Ok(millis) = read(&text) {
            prop_assert!((Time::MIN.millis()..=Time::MAX.millis()).contains(&millis));
        }
    }
}
