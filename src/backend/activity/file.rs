//! What happened as a file that a spreadsheet opens: one row for each entry, and nothing in it that would run.

use latchkey_contract::activity::{Change, Entry, Value};
use latchkey_permissions::PermissionId;

use crate::problem::Refusal;
use crate::resources::export::{failed, harmless};

/// The headings. They are names of the API and not words for people: the file is for whoever looks into it with other
/// programs, whatever their language.
const HEADINGS: [&str; 15] = [
    "number",
    "at",
    "kind",
    "actor",
    "actorId",
    "subjectType",
    "subject",
    "subjectId",
    "section",
    "resource",
    "changes",
    "detail",
    "reason",
    "device",
    "address",
];

/// A file in the making.
pub(crate) struct File(csv::Writer<Vec<u8>>);

impl File {
    /// Begins with the headings.
    pub(crate) fn begin() -> Result<Self, Refusal> {
        let mut writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(Vec::new());
        writer.write_record(HEADINGS).map_err(|error| failed(&error))?;
        Ok(Self(writer))
    }

    /// Adds an entry.
    pub(crate) fn add(&mut self, entry: &Entry) -> Result<(), Refusal> {
        let actor = entry.actor.as_ref();
        let subject = entry.subject.as_ref();
        let label = entry.detail.label.as_ref().map(|label| label.in_language("en"));
        let subject_name = subject
            .map(|subject| subject.name.as_str())
            .filter(|name| !name.is_empty());
        let cells = [
            entry.number.to_string(),
            entry.at.to_string(),
            entry.kind.as_str().to_owned(),
            actor.map(|actor| actor.name.clone()).unwrap_or_default(),
            actor.map(|actor| actor.id.to_string()).unwrap_or_default(),
            subject
                .map(|subject| subject.sort.as_str().to_owned())
                .unwrap_or_default(),
            subject_name.or(label).unwrap_or_default().to_owned(),
            subject.map(|subject| subject.id.clone()).unwrap_or_default(),
            entry.section.as_ref().map(ToString::to_string).unwrap_or_default(),
            entry.resource.as_ref().map(ToString::to_string).unwrap_or_default(),
            entry.detail.changes.iter().map(change).collect::<Vec<_>>().join("; "),
            detail(entry),
            entry.reason.clone(),
            entry.device.clone(),
            entry.address.clone(),
        ];
        let record = cells.map(harmless);
        self.0.write_record(record).map_err(|error| failed(&error))
    }

    /// The whole file.
    pub(crate) fn finish(self) -> Result<Vec<u8>, Refusal> {
        self.0.into_inner().map_err(|error| failed(&error))
    }
}

fn detail(entry: &Entry) -> String {
    let detail = &entry.detail;
    let mut said: Vec<String> = Vec::new();
    let mut say = |name: &str, value: Option<String>| said.extend(value.map(|value| format!("{name}: {value}")));
    say("count", detail.count.map(|count| count.to_string()));
    say("times", detail.times.map(|times| times.to_string()));
    say("code", detail.code.clone());
    say("call", detail.call.clone());
    say("missing", (!detail.missing.is_empty()).then(|| ids(&detail.missing)));
    say(
        "to",
        detail.to.as_ref().map(|role| role.name.in_language("en").to_owned()),
    );
    say("days", detail.days.as_ref().map(|(from, to)| format!("{from} to {to}")));
    let people: Vec<_> = detail.people.iter().map(|person| person.name.as_str()).collect();
    say("people", (!people.is_empty()).then(|| people.join(", ")));
    said.join("; ")
}

fn change(change: &Change) -> String {
    let shown = |shown: &Option<Value>| shown.as_ref().map(value).unwrap_or_default();
    format!(
        "{}: {} -> {}",
        change.field,
        shown(&change.before),
        shown(&change.after)
    )
}

fn value(value: &Value) -> String {
    match value {
        Value::Text(text) | Value::Number(text) | Value::Day(text) => text.clone(),
        Value::Labels(labels) => {
            let labels: Vec<_> = labels.iter().map(|label| label.in_language("en")).collect();
            labels.join(", ")
        }
        Value::Money(money) => format!("{} {}", money.amount, money.currency),
        Value::Time(time) => time.to_string(),
        Value::Switch(on) => on.to_string(),
        Value::Permissions(permissions) => ids(permissions),
        Value::Roles(roles) => {
            let roles: Vec<_> = roles.iter().map(|role| role.name.in_language("en")).collect();
            roles.join(", ")
        }
    }
}

fn ids(permissions: &[PermissionId]) -> String {
    let ids: Vec<_> = permissions.iter().map(PermissionId::as_str).collect();
    ids.join(", ")
}
