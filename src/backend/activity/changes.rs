//! Which fields of a record are other than before, and the values of those of which values may be kept.

use latchkey_contract::activity::{Change, Value};
use latchkey_contract::money::Money;
use latchkey_contract::onboarding::OPTIONAL_STEPS;
use latchkey_contract::resource::{Field, Format, Kind, Shape};
use latchkey_permissions::Time;
use serde_json::Value as Json;

use crate::resources::Fields;
use crate::resources::model::Model;
use crate::store::onboarding::Chosen;

/// No longer text is kept; one that is longer is only said to have changed.
const TEXT_MAX: usize = 200;

/// A text that is other than before.
pub(crate) fn text(field: &str, before: &str, after: &str) -> Change {
    let value = |text: &str| (!text.is_empty()).then(|| Value::Text(text.to_owned()));
    Change {
        field: field.to_owned(),
        label: None,
        before: value(before),
        after: value(after),
    }
}

/// Whether the name of a record tells who somebody is.
pub(crate) fn name_is_personal(model: &Model) -> bool {
    let name = model.resource.name.as_ref();
    let field = name.and_then(|name| model.resource.field(name.as_str()));
    field.is_some_and(|field| is_personal(model, field))
}

/// What is other after than before. Of a new record, what it has.
pub(crate) fn of_record(model: &Model, before: Option<&Fields>, after: &Fields) -> Vec<Change> {
    // Of a record about somebody no value at all is kept: each tells something of that person.
    let about_somebody = model.resource.fields.iter().any(|field| is_personal(model, field));
    let value = |field: &Field, fields: &Fields| {
        let kept = !about_somebody && !model.is_write_only(&field.name);
        let value = fields.get(field.name.as_str()).filter(|_| kept)?;
        told(field, model.schema(&field.name).and_then(|schema| schema.format), value)
    };
    let none = Fields::new();
    let fields = model.resource.fields.iter();
    fields
        .filter(|field| {
            let name = field.name.as_str();
            before.unwrap_or(&none).get(name) != after.get(name)
        })
        .map(|field| Change {
            field: field.name.to_string(),
            label: Some(field.label.clone()),
            before: before.and_then(|before| value(field, before)),
            after: value(field, after),
        })
        .collect()
}

/// Whether a field tells something of a customer. A descriptor says so; an address that it forgot counts too, except
/// among settings, which are the store's own.
fn is_personal(model: &Model, field: &Field) -> bool {
    let contact = field.kind == Kind::Address
        || model
            .schema(&field.name)
            .is_some_and(|schema| schema.format == Some(Format::Email));
    field.personal || (contact && model.resource.shape != Shape::One)
}

fn told(field: &Field, format: Option<Format>, value: &Json) -> Option<Value> {
    let label = |chosen: &str| {
        let choice = field.choices.iter().find(|choice| choice.value == chosen);
        choice.map(|choice| choice.label.clone())
    };
    match field.kind {
        Kind::Text => short(value.as_str()?).map(Value::Text),
        Kind::Number => Some(Value::Number(value.as_number()?.to_string())),
        Kind::Money => serde_json::from_value::<Money>(value.clone()).ok().map(Value::Money),
        Kind::Date if format == Some(Format::DateTime) => value.as_str()?.parse::<Time>().ok().map(Value::Time),
        Kind::Date => short(value.as_str()?).map(Value::Day),
        Kind::Switch => value.as_bool().map(Value::Switch),
        Kind::Choice => Some(Value::Labels(vec![label(value.as_str()?)?])),
        Kind::Choices => {
            let chosen = value.as_array()?.iter().filter_map(Json::as_str);
            Some(Value::Labels(chosen.filter_map(label).collect()))
        }
        Kind::LongText | Kind::Image | Kind::Address | Kind::Lines | Kind::Reference | Kind::Unknown => None,
    }
}

fn short(text: &str) -> Option<String> {
    (!text.is_empty() && text.chars().count() <= TEXT_MAX).then(|| text.to_owned())
}

/// What is other in the steps before access: whether each is asked for, and which version the security basics are.
pub(crate) fn of_onboarding(before: &Chosen, after: &Chosen) -> Vec<Change> {
    let asked = OPTIONAL_STEPS.map(|step| Change {
        field: step.as_str().to_owned(),
        label: None,
        before: Some(Value::Switch(before.steps.contains(&step))),
        after: Some(Value::Switch(after.steps.contains(&step))),
    });
    let version = Change {
        field: "basics".to_owned(),
        label: None,
        before: Some(Value::Number(before.basics_version.to_string())),
        after: Some(Value::Number(after.basics_version.to_string())),
    };
    let policy = |chosen: &Chosen| Some(Value::Text(chosen.two_factor.as_str().to_owned()));
    let two_factor = Change {
        field: "twoFactor".to_owned(),
        label: None,
        before: policy(before),
        after: policy(after),
    };
    asked.into_iter().chain([version, two_factor]).collect()
}
