//! The facts put to the permission module.

use latchkey_permissions::{
    Access, Catalogue, Decision, Grant, OnboardingSteps, Person, RolePreset, Rule, Staff, Status, Text, Time, Window,
};
use serde_json::{Value, json};

use crate::facts::{self, Dates, Need, Role, Shop, Who};

/// The module's catalogue for a shop, read from JSON as it would be from a backend.
///
/// # Panics
/// Where the module finds a fault in it.
pub fn catalogue(shop: &Shop) -> Catalogue {
    let permission =
        |entry: &facts::Permission| json!({"id": entry.id, "label": {"en": entry.id}, "requires": entry.requires});
    let section = |entry: &facts::Section| {
        let permissions: Vec<Value> = entry.permissions.iter().map(permission).collect();
        json!({"id": entry.id, "label": {"en": entry.id}, "permissions": permissions})
    };
    let sections: Vec<Value> = shop.sections.iter().map(section).collect();
    let document = json!({"version": "facts", "sections": sections, "ownerPowers": ["staff", "billing"]});
    serde_json::from_value(document).expect("shops are drawn without a fault")
}

fn window(dates: Dates) -> Window {
    Window {
        starts: dates.starts.map(Time::from_millis),
        ends: dates.ends.map(Time::from_millis),
    }
}

fn status(name: &str) -> Status {
    let found = Status::ALL.into_iter().find(|status| status.as_str() == name);
    found.expect("statuses are drawn by their names")
}

/// Half of the roles reach the grant by way of a preset, the other half directly.
fn with_role(grant: Grant, role: &Role, catalogue: &Catalogue) -> Grant {
    let ids = if role.permissions.len().is_multiple_of(2) {
        let preset = RolePreset {
            id: "role".into(),
            name: Text::default(),
            sections: role.sections.iter().cloned().map(Into::into).collect(),
            permissions: role.permissions.iter().cloned().map(Into::into).collect(),
        };
        catalogue.set(preset.resolve(catalogue)).known
    } else {
        let single = catalogue.set(role.permissions.iter().cloned()).known;
        let sections = role.sections.iter().cloned();
        sections.fold(single, |set, section| set | catalogue.section_set(&section.into()))
    };
    grant.with(ids, window(role.dates))
}

/// The standing of somebody at a moment.
pub fn access(who: &Who, catalogue: &Catalogue, now: i64) -> Access {
    let now = Time::from_millis(now);
    match who {
        Who::Nobody => Access::SignedOut,
        Who::Owner => Person::Owner.access(catalogue, now),
        Who::Staff(staff) => {
            let roles = staff.roles.iter();
            let person = Person::Staff(Staff {
                status: status(staff.status),
                window: window(staff.dates),
                grant: roles.fold(Grant::NOTHING, |grant, role| with_role(grant, role, catalogue)),
                steps: OnboardingSteps::default(),
            });
            person.access(catalogue, now)
        }
    }
}

/// The module's rule for a need.
pub fn rule(need: &Need) -> Rule {
    match need {
        Need::Owner => Rule::Owner,
        Need::SignedIn => Rule::SignedIn,
        Need::All(ids) => Rule::all(ids.iter().cloned()),
        Need::Any(ids) => Rule::any(ids.iter().cloned()),
    }
}

/// The module's answer.
pub fn decide(who: &Who, need: &Need, catalogue: &Catalogue, now: i64) -> Decision {
    rule(need).compile(catalogue).decide(&access(who, catalogue, now))
}
