//! What else is known of an entry: what was other before, what was missing, from where it was done.

use latchkey_contract::activity::{Change, Entry, RoleName, Value};
use latchkey_contract::onboarding::TwoFactorPolicy;
use latchkey_contract::report::Unit;
use latchkey_permissions::{Catalogue, PermissionId, Text};

use crate::i18n::{self, figures, words};

/// One thing that is known.
pub(super) struct Fact {
    pub(super) name: String,
    pub(super) says: String,
}

/// All that is known. Reactive in the language.
pub(super) fn facts(entry: &Entry, catalogue: &Catalogue) -> Vec<Fact> {
    let detail = &entry.detail;
    let mut facts: Vec<Fact> = detail
        .changes
        .iter()
        .map(|change| Fact {
            name: field(change),
            says: said(change, catalogue),
        })
        .filter(|fact| !fact.says.is_empty())
        .collect();
    let mut know = |name: fn() -> String, says: String| {
        if !says.is_empty() {
            facts.push(Fact { name: name(), says });
        }
    };
    know(words::activity_call, detail.call.clone().unwrap_or_default());
    know(words::activity_missing, permissions(&detail.missing, catalogue));
    let people: Vec<_> = detail.people.iter().map(|person| person.name.clone()).collect();
    know(words::activity_people, i18n::format::list(&people));
    let days = detail.days.as_ref();
    let days = days.map(|(from, to)| format!("{} – {}", figures::whole_day(from), figures::whole_day(to)));
    know(words::reports_span, days.unwrap_or_default());
    know(words::activity_device, entry.device.clone());
    know(words::activity_address, entry.address.clone());
    know(words::activity_number, i18n::format::number(entry.number));
    facts
}

fn spoken(text: &Text) -> String {
    text.in_language(&i18n::language::tag()).to_owned()
}

fn field(change: &Change) -> String {
    if let Some(label) = &change.label {
        return spoken(label);
    }
    match change.field.as_str() {
        "name" => words::staff_form_name(),
        "permissions" => words::staff_form_permissions(),
        "periods" => words::staff_form_periods(),
        "plan" => words::activity_field_plan(),
        "roles" => words::roles_title(),
        "starts" => words::staff_form_starts(),
        "ends" => words::staff_form_ends(),
        "language" => words::frame_language(),
        "security-basics" => words::staff_step_basics(),
        "guided-tour" => words::staff_step_tour(),
        "basics" => words::activity_field_basics(),
        "twoFactor" => words::activity_field_two_factor(),
        "twoFactorRequired" => words::staff_form_two_factor(),
        // A field that this build has no words for.
        other => other.to_owned(),
    }
}

fn permissions(ids: &[PermissionId], catalogue: &Catalogue) -> String {
    let label = |id: &PermissionId| {
        let known = catalogue.permission(id);
        known.map_or_else(|| id.as_str().to_owned(), |known| spoken(&known.label))
    };
    i18n::format::list(&ids.iter().map(label).collect::<Vec<_>>())
}

/// What is other than before, in a line.
fn said(change: &Change, catalogue: &Catalogue) -> String {
    let none = Vec::new();
    let shown = |value: &Value| match value {
        Value::Text(policy) if change.field == "twoFactor" => required_of(policy),
        value => shown(value),
    };
    match (&change.before, &change.after) {
        (before, Some(Value::Permissions(after))) => {
            let before = match before {
                Some(Value::Permissions(before)) => before,
                _ => &none,
            };
            let beyond = |one: &[PermissionId], other: &[PermissionId]| {
                let ids: Vec<_> = one.iter().filter(|id| !other.contains(id)).cloned().collect();
                permissions(&ids, catalogue)
            };
            difference(&beyond(after, before), &beyond(before, after))
        }
        (before, Some(Value::Roles(after))) => {
            let before = match before {
                Some(Value::Roles(before)) => before.as_slice(),
                _ => &[],
            };
            let beyond = |one: &[RoleName], other: &[RoleName]| {
                let roles = one.iter().filter(|role| !other.contains(role));
                let roles: Vec<_> = roles.map(|role| spoken(&role.name)).collect();
                i18n::format::list(&roles)
            };
            difference(&beyond(after, before), &beyond(before, after))
        }
        (Some(before), Some(after)) => words::activity_was_now(&shown(after), &shown(before)),
        (None, Some(after)) => shown(after),
        (Some(before), None) => words::activity_was(&shown(before)),
        (None, None) => words::activity_changed(),
    }
}

/// Of whom a second factor is required.
fn required_of(policy: &str) -> String {
    match TwoFactorPolicy::ALL.into_iter().find(|known| known.as_str() == policy) {
        Some(TwoFactorPolicy::Optional) => words::two_factor_optional(),
        Some(TwoFactorPolicy::Sensitive) => words::two_factor_sensitive(),
        Some(TwoFactorPolicy::Everybody) => words::two_factor_everybody(),
        None => policy.to_owned(),
    }
}

fn difference(gained: &str, lost: &str) -> String {
    let gained = (!gained.is_empty()).then(|| words::activity_gained(gained));
    let lost = (!lost.is_empty()).then(|| words::activity_lost(lost));
    let both: Vec<_> = gained.into_iter().chain(lost).collect();
    both.join("; ")
}

fn shown(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Labels(labels) => i18n::format::list(&labels.iter().map(spoken).collect::<Vec<_>>()),
        Value::Number(number) => figures::figure(&Unit::Count, number),
        Value::Money(money) => figures::figure(&Unit::Money(money.currency.clone()), &money.amount),
        Value::Day(day) => figures::whole_day(day),
        Value::Time(time) => i18n::format::date_time(*time),
        Value::Switch(true) => words::resource_yes(),
        Value::Switch(false) => words::resource_no(),
        // Told as a difference.
        Value::Permissions(_) | Value::Roles(_) => String::new(),
    }
}
