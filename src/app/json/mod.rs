//! Reads JSON with little code. `serde_json` says of every fault what and where it is, and reads each type in two ways;
//! in the browser an answer is either what the contract says or is not, and that costs a third of the program.
//!
//! `scan` knows JSON and no types, `read` hands what stands there to serde, `fault` is the one thing that can go wrong.

mod fault;
mod read;
mod scan;

use serde::de::DeserializeOwned;

pub(crate) use self::fault::Unreadable;
use self::scan::Scanner;

/// What a whole text says.
///
/// # Errors
/// Where it is no JSON, or says something else than a `T`.
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Result<T, Unreadable> {
    let mut scanner = Scanner::new(text);
    let value = T::deserialize(&mut scanner)?;
    scanner.end()?;
    Ok(value)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use latchkey_contract::problem::{Problem, ProblemCode};
    use latchkey_permissions::{CatalogueDocument, PRESET_CATALOGUE, Rule};
    use serde::Deserialize;
    use serde_json::{Value, json};

    use super::read;

    #[test]
    fn it_reads_what_serde_json_reads() {
        for text in [
            "null",
            " [ ] ",
            "{}",
            "[1, -2, 0, 18446744073709551615, -9223372036854775808]",
            "[1.5, -0.25, 1e3, 2E-2, 0.1]",
            r#"{"a": {"b": [true, false, null]}, "": "x"}"#,
            r#""plain \" \\ \/ \b \f \n \r \t \u00e5 \ud83d\ude00 å 😀""#,
            "\n\t[\r\n\"a\" , {\"b\" : 1 } ]\n",
        ] {
            let expected: Value = serde_json::from_str(text).expect("it is JSON");
            assert_eq!(read::<Value>(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn it_refuses_what_serde_json_refuses() {
        for text in [
            "",
            " ",
            "nul",
            "nulll",
            "[",
            "[1",
            "[1,",
            "[1,]",
            "[,1]",
            "[1 2]",
            "{",
            "{\"a\"",
            "{\"a\":",
            "{\"a\":1",
            "{\"a\":1,}",
            "{a:1}",
            "{\"a\" 1}",
            "{1:1}",
            "\"",
            "\"a",
            "\"\\\"",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\\u12g4\"",
            "\"\\ud800\"",
            "\"\\ud800\\u0041\"",
            "\"\\udc00\"",
            "\"a\nb\"",
            "01",
            "-",
            "1.",
            ".5",
            "1e",
            "+1",
            "1 2",
            "[]]",
            "True",
            "'a'",
            "[1]x",
        ] {
            assert!(serde_json::from_str::<Value>(text).is_err(), "{text}");
            assert!(read::<Value>(text).is_err(), "{text}");
        }
    }

    #[test]
    fn what_lies_too_deep_is_refused_and_not_followed() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(read::<Value>(&nested(100)).is_ok());
        assert!(read::<Value>(&nested(100_000)).is_err());
        assert!(read::<Problem>(&format!("{{\"x\":{}}}", nested(100_000))).is_err());
    }

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Sample {
        count: u64,
        offset: i64,
        #[serde(default)]
        note: Option<String>,
        names: BTreeMap<String, (u8, bool)>,
    }

    #[test]
    fn members_may_be_absent_unknown_or_null_but_neither_missing_nor_twice() {
        let sample =
            read::<Sample>(r#"{"count":1,"more":[{"a":"]"},1.5],"offset":-3,"note":null,"names":{"x":[7,true]}}"#);
        let names = BTreeMap::from([("x".to_owned(), (7, true))]);
        let expected = Sample {
            count: 1,
            offset: -3,
            note: None,
            names,
        };
        assert_eq!(sample, Ok(expected));
        for text in [
            r#"{"count":1,"offset":1}"#,
            r#"{"count":1,"count":1,"offset":1,"names":{}}"#,
            r#"{"count":-1,"offset":1,"names":{}}"#,
            r#"{"count":1.0,"offset":1,"names":{}}"#,
            r#"{"count":"1","offset":1,"names":{}}"#,
            r#"{"count":99999999999999999999,"offset":1,"names":{}}"#,
            r#"{"count":1,"offset":1,"names":{"x":[7,true,1]}}"#,
            r#"{"count":1,"offset":1,"names":{"x":[300,true]}}"#,
            "[1,1,null,{}]",
        ] {
            assert!(read::<Sample>(text).is_err(), "{text}");
        }
    }

    #[test]
    fn rules_problems_and_catalogues_are_read_as_they_travel() {
        for rule in [
            Rule::Owner,
            Rule::SignedIn,
            Rule::all(["orders.view"]),
            Rule::any(["a.b", "c.d"]),
        ] {
            let text = serde_json::to_string(&rule).expect("it is written");
            assert_eq!(read::<Rule>(&text), Ok(rule));
        }
        assert!(read::<Rule>(r#"{"all":[]}"#).is_err());
        assert!(read::<Rule>(r#"{"owner":1}"#).is_err());
        let problem = json!({"type": "x", "title": "x", "status": 409, "detail": "x", "code": "of-tomorrow"});
        let problem = read::<Problem>(&problem.to_string()).expect("a problem");
        assert_eq!(problem.code, ProblemCode::Unknown);
        let catalogue: CatalogueDocument = serde_json::from_str(PRESET_CATALOGUE).expect("the shipped catalogue");
        assert_eq!(read::<CatalogueDocument>(PRESET_CATALOGUE), Ok(catalogue));
    }
}
