//! Values as they are kept: texts trimmed and composed, amounts with the decimals of their currency, moments in UTC.

use latchkey_contract::problem::FieldCode;
use latchkey_contract::resource::{Field, Format, Kind, Schema};
use latchkey_permissions::Time;
use rust_decimal::Decimal;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use super::Fields;
use super::money;
use crate::validate::{Faults, disturbs_a_line};

/// Puts a value as it came into the form in which it is kept. `object` is the schema whose member the field is,
/// `outermost` the one with the definitions. What has not even the right type is left to the schema.
pub(super) fn tidy(
    value: &mut Value,
    field: &Field,
    pointer: &str,
    object: &Schema,
    outermost: &Schema,
    faults: &mut Faults,
) {
    let schema = object.properties.get(&field.name);
    let needed = object.needs(&field.name);
    let secret = schema.is_some_and(|schema| schema.write_only);
    match field.kind {
        Kind::Text | Kind::LongText | Kind::Date | Kind::Choice | Kind::Reference => {
            if let Value::String(text) = value {
                if !secret {
                    line(text, field.kind == Kind::LongText, pointer, faults);
                }
                let moment = schema.is_some_and(|schema| schema.format == Some(Format::DateTime));
                if moment && !text.is_empty() {
                    match text.parse::<Time>() {
                        Ok(time) => *text = time.to_string(),
                        Err(_) => faults.note(pointer, FieldCode::Malformed, "Write a moment as RFC 3339 does."),
                    }
                }
                // A form sends what was left out as an empty text.
                if text.is_empty() && !needed {
                    *value = Value::Null;
                }
            }
        }
        Kind::Money => {
            let currency = value["currency"].as_str().unwrap_or_default().to_owned();
            if let Some(amount) = money::amount(Some(value)) {
                if amount.normalize().scale() > money::decimals(&currency) {
                    faults.note(
                        format!("{pointer}/amount"),
                        FieldCode::Malformed,
                        "This currency has fewer decimals.",
                    );
                }
                // Only what has the form is written anew: `1e3` is left to the schema, which refuses it.
                if value["amount"].as_str().is_some_and(is_amount) {
                    value["amount"] = money::text(amount, &currency).into();
                }
            }
        }
        Kind::Address | Kind::Image => {
            let resolved = schema.and_then(|schema| outermost.resolve(schema));
            let needs = |name: &str| {
                resolved.is_some_and(|schema| schema.required.iter().any(|needed| needed.as_str() == name))
            };
            if let Some(members) = value.as_object_mut() {
                for (name, member) in members.iter_mut() {
                    if let Value::String(text) = member
                        && name != "src"
                    {
                        line(text, false, &format!("{pointer}/{name}"), faults);
                    }
                }
                members.retain(|name, member| !member.is_null() && (member != "" || needs(name)));
            }
        }
        Kind::Lines => {
            let row = schema.and_then(|schema| schema.items.as_deref());
            let row = row.and_then(|row| outermost.resolve(row));
            if let (Some(row), Some(rows)) = (row, value.as_array_mut()) {
                for (n, members) in rows.iter_mut().enumerate() {
                    if let Some(members) = members.as_object_mut() {
                        tidy_row(members, &field.of, &format!("{pointer}/{n}"), row, outermost, faults);
                    }
                }
            }
        }
        Kind::Number => whole(value),
        Kind::Switch | Kind::Choices | Kind::Unknown => {}
    }
}

/// A row, or the input of a command. A client sends a row back as it came, so what is read-only in it is passed over.
pub(super) fn tidy_row(
    members: &mut Fields,
    fields: &[Field],
    pointer: &str,
    object: &Schema,
    outermost: &Schema,
    faults: &mut Faults,
) {
    for field in fields {
        let name = field.name.as_str();
        if object
            .properties
            .get(&field.name)
            .is_some_and(|schema| schema.read_only)
        {
            members.remove(name);
        } else if let Some(value) = members.get_mut(name) {
            tidy(value, field, &format!("{pointer}/{name}"), object, outermost, faults);
        }
    }
    members.retain(|_, value| !value.is_null());
}

fn line(text: &mut String, many: bool, pointer: &str, faults: &mut Faults) {
    *text = text.trim().nfc().collect();
    let disturbed = text
        .chars()
        .any(|c| disturbs_a_line(c) && !(many && matches!(c, '\n' | '\r' | '\t')));
    if disturbed {
        faults.note(pointer, FieldCode::Malformed, "Leave out control characters.");
    }
}

/// A whole number is one however it is written: JSON has but one kind, and `3.0` is 3.
#[expect(
    clippy::cast_possible_truncation,
    reason = "only numbers below 2^53, which are whole, get here"
)]
fn whole(value: &mut Value) {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if let Some(number) = value.as_f64().filter(|_| value.is_f64())
        && number.fract() == 0.0
        && number.abs() < EXACT
    {
        *value = (number as i64).into();
    }
}

fn is_amount(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-') && text.parse::<Decimal>().is_ok()
}

/// Puts a merge patch (RFC 7396) into a value.
pub(super) fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = Value::Object(Fields::new());
    }
    if let Some(members) = target.as_object_mut() {
        for (name, value) in patch {
            if value.is_null() {
                members.remove(name);
            } else {
                merge(members.entry(name.clone()).or_insert(Value::Null), value);
            }
        }
    }
}

/// The ids in a record that refer to other records, each with the resource and the pointer to it.
pub(super) fn references<'a>(fields: &'a [Field], values: &'a Fields) -> Vec<(&'a str, &'a str, String)> {
    let mut found = Vec::new();
    collect(fields, values, "", &mut found);
    found
}

fn collect<'a>(fields: &'a [Field], values: &'a Fields, pointer: &str, found: &mut Vec<(&'a str, &'a str, String)>) {
    for field in fields {
        let name = field.name.as_str();
        match (field.kind, values.get(name)) {
            (Kind::Reference, Some(Value::String(id))) => {
                if let Some(resource) = &field.resource {
                    found.push((resource.as_str(), id.as_str(), format!("{pointer}/{name}")));
                }
            }
            (Kind::Lines, Some(Value::Array(rows))) => {
                for (n, row) in rows.iter().enumerate() {
                    if let Value::Object(row) = row {
                        collect(&field.of, row, &format!("{pointer}/{name}/{n}"), found);
                    }
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_patch_changes_what_it_names() {
        let mut value = json!({ "a": 1, "b": { "c": 2, "d": 3 }, "e": [1, 2] });
        merge(
            &mut value,
            &json!({ "a": null, "b": { "c": 4 }, "e": [3], "f": { "g": null } }),
        );
        assert_eq!(value, json!({ "b": { "c": 4, "d": 3 }, "e": [3], "f": {} }));
    }

    #[test]
    fn a_whole_number_is_kept_as_one() {
        for (written, kept) in [
            ("3.0", "3"),
            ("-0.0", "0"),
            ("2.5", "2.5"),
            ("1e3", "1000"),
            ("1e300", "1e+300"),
        ] {
            let mut value: Value = serde_json::from_str(written).expect("a number");
            whole(&mut value);
            assert_eq!(value.to_string(), kept);
        }
    }

    #[test]
    fn only_plain_decimal_numbers_are_amounts() {
        assert!(is_amount("12.5") && is_amount("-3"));
        assert!(!is_amount("1e3") && !is_amount("1_000") && !is_amount("") && !is_amount("+1"));
    }
}
