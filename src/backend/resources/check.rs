//! Reading descriptors strictly. What is wrong with one is said at start, with its name, and nothing is served: a rule
//! that nobody passes or a filter that is ignored would be found by whoever it harms.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::AtomicI64;

use latchkey_contract::id::FieldName;
use latchkey_contract::resource::{Command, Field, JsonType, Kind, Resource, Schema, Shape, Target};
use latchkey_permissions::{Catalogue, Rule, Text};
use serde_json::Value;

use super::Fields;
use super::definition::Definition;
use super::model::Model;
use super::schema;
use super::table::{Keeps, Table};
use crate::validate::Faults;

/// How much is asked of a descriptor.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Strictness {
    /// One of this backend's: its texts are there in every language of the app.
    Ours,
    /// One from outside: English will do, and there are no commands, since nothing would do them.
    Theirs,
}

impl Strictness {
    fn languages(self) -> &'static [&'static str] {
        match self {
            Self::Ours => &["en", "sv", "id"],
            Self::Theirs => &["en"],
        }
    }
}

/// What is wrong so far with the descriptor of this name.
struct Notes<'a> {
    id: String,
    found: Vec<String>,
    catalogue: &'a Catalogue,
    strictness: Strictness,
}

impl Notes<'_> {
    fn note(&mut self, fault: impl AsRef<str>) {
        self.found.push(format!("{}: {}", self.id, fault.as_ref()));
    }

    fn unless(&mut self, holds: bool, fault: impl AsRef<str>) {
        if !holds {
            self.note(fault);
        }
    }

    fn rule(&mut self, place: &str, rule: Option<&Rule>) {
        let unknown = rule.map(|rule| rule.compile(self.catalogue).unknown().to_vec());
        for id in unknown.unwrap_or_default() {
            self.note(format!("{place} names `{id}`, which the catalogue does not know"));
        }
    }

    fn text(&mut self, place: &str, text: Option<&Text>) {
        for language in self.strictness.languages() {
            let there = text.is_none_or(|text| text.0.get(*language).is_some_and(|text| !text.trim().is_empty()));
            self.unless(there, format!("{place} has no text in `{language}`"));
        }
    }
}

/// Reads one descriptor.
///
/// # Errors
/// A sentence for each fault.
pub(super) fn model(
    definition: &Definition,
    catalogue: &Catalogue,
    strictness: Strictness,
) -> Result<Model, Vec<String>> {
    let mut raw: Value = serde_json::from_str(&definition.descriptor)
        .map_err(|error| vec![format!("a descriptor is not JSON: {error}")])?;
    let mut notes = Notes {
        id: raw["id"].as_str().unwrap_or("a descriptor without an id").to_owned(),
        found: Vec::new(),
        catalogue,
        strictness,
    };
    let written = raw.clone();
    raw["schema"] = schema::with_definitions(raw["schema"].take());
    let commands = raw.get_mut("commands").and_then(Value::as_array_mut);
    for command in commands.into_iter().flatten() {
        if command.get("schema").is_some() {
            command["schema"] = schema::with_definitions(command["schema"].take());
        }
    }
    let resource: Resource = match serde_json::from_value(raw.clone()) {
        Ok(resource) => resource,
        Err(error) => {
            notes.note(error.to_string());
            return Err(notes.found);
        }
    };
    let read = serde_json::to_value(&resource).unwrap_or_default();
    lost(&mut notes, "", &written, &read);

    head(&mut notes, &resource);
    names(&mut notes, &resource);
    fields(&mut notes, "", &resource.fields, &resource.schema, &resource.schema);
    rest(&mut notes, &resource, definition);

    let validator =
        |notes: &mut Notes<'_>, schema: &Value| schema::compile(schema).map_err(|fault| notes.note(fault)).ok();
    let sent = validator(&mut notes, &schema::as_sent(raw["schema"].clone()));
    let kept = validator(&mut notes, &raw["schema"]);
    let mut inputs = std::collections::BTreeMap::new();
    for command in raw["commands"].as_array().into_iter().flatten() {
        if let (Some(id), Some(schema)) = (command["id"].as_str(), command.get("schema"))
            && let Some(validator) = validator(&mut notes, schema)
        {
            inputs.insert(id.to_owned(), validator);
        }
    }
    let defaults: Fields = raw["schema"]["properties"]
        .as_object()
        .into_iter()
        .flatten()
        .filter_map(|(name, member)| Some((name.clone(), member.get("default")?.clone())))
        .collect();
    let first = first(&mut notes, &resource, definition, kept.as_ref());
    let held = held(&mut notes, &resource, definition, kept.as_ref());

    match (sent, kept) {
        (Some(sent), Some(kept)) if notes.found.is_empty() => Ok(Model {
            table: Table::of(&resource),
            resource,
            sent,
            kept,
            inputs,
            defaults,
            first,
            held,
            settled: AtomicI64::new(i64::MIN),
            behaviour: Arc::clone(&definition.behaviour),
        }),
        _ => Err(notes.found),
    }
}

/// Members that were written and not read: misspelled, or of another version.
fn lost(notes: &mut Notes<'_>, place: &str, written: &Value, read: &Value) {
    match (written, read) {
        (Value::Object(written), Value::Object(read)) => {
            for (name, value) in written {
                // A schema can have keywords that only a validator reads.
                if name == "schema" {
                    continue;
                }
                match read.get(name) {
                    Some(read) => lost(notes, &format!("{place}/{name}"), value, read),
                    None => notes.note(format!("{place}/{name} says nothing; leave it out or spell it right")),
                }
            }
        }
        (Value::Array(written), Value::Array(read)) => {
            for (n, (written, read)) in written.iter().zip(read).enumerate() {
                lost(notes, &format!("{place}/{n}"), written, read);
            }
        }
        _ => {}
    }
}

fn head(notes: &mut Notes<'_>, resource: &Resource) {
    let plain = |text: &str| {
        text.starts_with(|c: char| c.is_ascii_lowercase())
            && text.len() <= 40
            && text
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    notes.unless(
        plain(resource.id.as_str()),
        "the id is not lower-case letters, digits and `-`",
    );
    let parts: Vec<_> = resource.path.split('/').skip(1).collect();
    let path = resource.path.starts_with('/') && !parts.is_empty() && parts.iter().all(|part| plain(part));
    notes.unless(path, "the path does not look like /catalog/products");
    let sections = notes.catalogue.sections();
    let section = sections.iter().any(|section| section.id == resource.section);
    notes.unless(section, format!("there is no section `{}`", resource.section));

    notes.text("words/title", Some(&resource.words.title));
    notes.text("words/about", resource.words.about.as_ref());
    notes.text("words/create", resource.words.create.as_ref());
    notes.text("words/empty", resource.words.empty.as_ref());
    notes.unless(
        resource.rules.create.is_none() || resource.words.create.is_some(),
        "words/create is missing, though records can be made",
    );
    notes.rule("rules/view", Some(&resource.rules.view));
    notes.rule("rules/create", resource.rules.create.as_ref());
    notes.rule("rules/edit", resource.rules.edit.as_ref());
    notes.rule("rules/delete", resource.rules.delete.as_ref());
    notes.rule("rules/export", resource.rules.export.as_ref());
    if resource.shape == Shape::One {
        let alone = resource.rules.create.is_none() && resource.rules.delete.is_none();
        notes.unless(alone, "there is one record, so it is neither made nor taken away");
    }
    if resource.shape == Shape::Tree {
        let parent = resource
            .field("parent")
            .is_some_and(|field| field.kind == Kind::Reference && field.resource.as_ref() == Some(&resource.id));
        let position = resource
            .field("position")
            .is_some_and(|field| field.kind == Kind::Number);
        notes.unless(parent, "a tree has a field `parent` that refers to the resource itself");
        notes.unless(position, "a tree has a number `position`");
    }
}

/// Names that stand for fields.
fn names(notes: &mut Notes<'_>, resource: &Resource) {
    let known = |notes: &mut Notes<'_>, place: &str, name: &FieldName| {
        notes.unless(
            resource.field(name.as_str()).is_some(),
            format!("{place} names `{name}`, which is no field"),
        );
    };
    for (place, list) in [
        ("columns", &resource.columns),
        ("filters", &resource.filters),
        ("sorts", &resource.sorts),
    ] {
        for name in list {
            known(notes, place, name);
        }
        let once: BTreeSet<_> = list.iter().collect();
        notes.unless(once.len() == list.len(), format!("{place} names a field twice"));
    }
    if let Some(name) = &resource.name {
        known(notes, "name", name);
    }
    let mut placed = BTreeSet::new();
    for block in &resource.blocks {
        notes.text("a block's label", Some(&block.label));
        notes.text("a block's help", block.help.as_ref());
        notes.rule("a block's edit", block.edit.as_ref());
        for name in &block.fields {
            known(notes, "a block", name);
            notes.unless(placed.insert(name), format!("`{name}` stands in two blocks"));
        }
    }
    for name in &resource.filters {
        let kind = resource.field(name.as_str()).map(|field| field.kind);
        let good = matches!(
            kind,
            None | Some(Kind::Choice | Kind::Switch | Kind::Reference | Kind::Date | Kind::Number | Kind::Money)
        );
        notes.unless(
            good,
            format!("a list cannot be narrowed by `{name}`, being of its kind"),
        );
    }
    for name in &resource.sorts {
        let field = resource.field(name.as_str());
        let good = field.is_none_or(|field| field.kind != Kind::Reference && Keeps::of(resource, field).is_some());
        notes.unless(good, format!("a list cannot be sorted by `{name}`, being of its kind"));
    }
    if let Some(sort) = &resource.sort {
        let name = FieldName(sort.trim_start_matches('-').to_owned());
        notes.unless(
            resource.sorts.contains(&name),
            format!("sort names `{name}`, which is not among sorts"),
        );
    }
}

/// Fields and the schema of the object that they are members of.
fn fields(notes: &mut Notes<'_>, place: &str, fields: &[Field], object: &Schema, outermost: &Schema) {
    let plain = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.len() <= 40
            && name.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    notes.unless(
        object.kind == Some(JsonType::Object) && object.additional_properties == Some(false),
        format!("{place}/schema is not a closed object"),
    );
    let mut seen = BTreeSet::new();
    for field in fields {
        let name = &field.name;
        let at = format!("{place}/{name}");
        notes.unless(
            plain(name.as_str()),
            format!("{at} is not a name of letters and digits"),
        );
        notes.unless(seen.insert(name), format!("{at} is there twice"));
        notes.text(&format!("{at}: label"), Some(&field.label));
        notes.text(&format!("{at}: help"), field.help.as_ref());
        notes.rule(&format!("{at}: view"), field.view.as_ref());
        notes.rule(&format!("{at}: edit"), field.edit.as_ref());
        for choice in &field.choices {
            notes.text(&format!("{at}: choice {}", choice.value), Some(&choice.label));
        }
        let Some(schema) = object.properties.get(name) else {
            notes.note(format!("{at} is not in the schema"));
            continue;
        };
        let read_only = schema.read_only;
        notes.unless(
            field.view.is_none() || read_only || !object.needs(name),
            format!("{at} is needed, but not everybody may see it"),
        );
        match outermost.resolve(schema) {
            Some(schema) => kind(notes, &at, field, schema, outermost),
            None => notes.note(format!("{at} refers to a definition that does not exist")),
        }
    }
    for name in object.properties.keys().chain(&object.required) {
        notes.unless(
            seen.contains(name),
            format!("{place}/{name} is in the schema, but is no field"),
        );
    }
}

/// A field's kind, and what its schema must be for it.
fn kind(notes: &mut Notes<'_>, at: &str, field: &Field, schema: &Schema, outermost: &Schema) {
    let is = |kind| schema.kind == Some(kind);
    let refers = |names: &[&str]| {
        names.iter().any(|name| {
            outermost
                .definitions
                .get(*name)
                .is_some_and(|defined| defined == schema)
        })
    };
    let bounded = schema.max_length.is_some();
    let chosen = |values: &[String]| {
        let choices: Vec<_> = field.choices.iter().map(|choice| &choice.value).collect();
        !choices.is_empty() && values.iter().collect::<Vec<_>>() == choices
    };
    let right = match field.kind {
        Kind::Text | Kind::LongText => is(JsonType::String) && bounded,
        Kind::Number => {
            let number = is(JsonType::Number) || is(JsonType::Integer);
            number && schema.minimum.is_some() && schema.maximum.is_some()
        }
        Kind::Money => refers(&["money", "price"]),
        Kind::Date => is(JsonType::String) && schema.format.is_some(),
        Kind::Choice => is(JsonType::String) && chosen(&schema.values),
        Kind::Switch => is(JsonType::Boolean),
        Kind::Choices => {
            let items = schema.items.as_deref();
            is(JsonType::Array) && schema.max_items.is_some() && items.is_some_and(|items| chosen(&items.values))
        }
        Kind::Image => refers(&["image"]),
        Kind::Address => refers(&["address"]),
        Kind::Lines => is(JsonType::Array) && schema.max_items.is_some() && !field.of.is_empty(),
        Kind::Reference => is(JsonType::String) && bounded && field.resource.is_some(),
        Kind::Unknown => false,
    };
    notes.unless(right, format!("{at}: the schema is not that of a field of its kind"));
    if field.kind == Kind::Lines {
        match schema.items.as_deref().and_then(|items| outermost.resolve(items)) {
            Some(items) => fields(notes, at, &field.of, items, outermost),
            None => notes.note(format!("{at}: the schema does not say what a row is")),
        }
    }
}

/// Commands and what belongs to a record.
fn rest(notes: &mut Notes<'_>, resource: &Resource, definition: &Definition) {
    let mut written = BTreeSet::new();
    for command in &resource.commands {
        let at = format!("command {}", command.id);
        notes.unless(written.insert(command.id.as_str()), format!("{at} is there twice"));
        command_words(notes, &at, command);
        notes.unless(
            command.target == Target::Record || command.when.is_empty(),
            format!("{at}: a list has no state that could be asked for"),
        );
        for condition in &command.when {
            let name = &condition.field;
            notes.unless(
                resource.field(name.as_str()).is_some(),
                format!("{at}: when names `{name}`, which is no field"),
            );
        }
        match &command.schema {
            Some(schema) => fields(notes, &format!("/{at}"), &command.fields, schema, schema),
            None => notes.unless(command.fields.is_empty(), format!("{at} has fields, but no schema")),
        }
    }
    let known: BTreeSet<_> = definition.behaviour.commands().iter().copied().collect();
    notes.unless(
        written == known,
        format!("the commands written are {written:?}, those that can be done {known:?}"),
    );
    for related in &resource.related {
        notes.text("a related list's label", Some(&related.label));
    }
}

fn command_words(notes: &mut Notes<'_>, at: &str, command: &Command) {
    notes.rule(at, Some(&command.rule));
    notes.text(&format!("{at}: label"), Some(&command.label));
    notes.text(&format!("{at}: done"), Some(&command.done));
    notes.text(&format!("{at}: confirm"), command.confirm.as_ref());
}

/// The one record's first fields, which must be there where there is one, and be what the schema says.
fn first(
    notes: &mut Notes<'_>,
    resource: &Resource,
    definition: &Definition,
    kept: Option<&jsonschema::Validator>,
) -> Option<Fields> {
    let there = definition.first.is_some();
    notes.unless(
        there == (resource.shape == Shape::One),
        "the first fields go with a resource of one record",
    );
    let value: Value = match serde_json::from_str(definition.first.as_ref()?) {
        Ok(value) => value,
        Err(error) => {
            notes.note(format!("the first fields are not JSON: {error}"));
            return None;
        }
    };
    let mut faults = Faults::default();
    schema::hold(kept?, &value, &mut faults);
    for fault in faults.found() {
        notes.note(format!("the first fields: {} {}", fault.pointer, fault.detail));
    }
    match value {
        Value::Object(fields) => Some(fields),
        _ => None,
    }
}

/// The records that are always there, which nobody makes or takes away, and which are what the schema says.
fn held(
    notes: &mut Notes<'_>,
    resource: &Resource,
    definition: &Definition,
    kept: Option<&jsonschema::Validator>,
) -> Vec<(String, Fields)> {
    /// One of them.
    #[derive(serde::Deserialize)]
    struct Held {
        id: String,
        fields: Fields,
    }

    let (Some(text), Some(kept)) = (definition.held, kept) else {
        return Vec::new();
    };
    let fixed = resource.shape == Shape::Many && resource.rules.create.is_none() && resource.rules.delete.is_none();
    notes.unless(fixed, "records that are always there are neither made nor taken away");
    let records: Vec<Held> = match serde_json::from_str(text) {
        Ok(records) => records,
        Err(error) => {
            notes.note(format!("the records that are always there cannot be read: {error}"));
            return Vec::new();
        }
    };
    let mut ids = BTreeSet::new();
    let mut held = Vec::new();
    for record in records {
        notes.unless(
            ids.insert(record.id.clone()),
            format!("the record {} is there twice", record.id),
        );
        let value = Value::Object(record.fields);
        let mut faults = Faults::default();
        schema::hold(kept, &value, &mut faults);
        for fault in faults.found() {
            notes.note(format!("the record {}: {} {}", record.id, fault.pointer, fault.detail));
        }
        if let Value::Object(fields) = value {
            held.push((record.id, fields));
        }
    }
    held
}

/// What is wrong between resources.
pub(super) fn together(models: &[Arc<Model>]) -> Vec<String> {
    let mut found = Vec::new();
    let (mut ids, mut paths, mut tables) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for model in models {
        let resource = &model.resource;
        if !ids.insert(model.id()) || !tables.insert(&model.table.sql) {
            found.push(format!("{}: the id is there twice", model.id()));
        }
        if !paths.insert(&resource.path) {
            found.push(format!(
                "{}: another resource has the path {}",
                model.id(),
                resource.path
            ));
        }
        let rows = resource.fields.iter().flat_map(|field| &field.of);
        let inputs = resource.commands.iter().flat_map(|command| &command.fields);
        for field in resource.fields.iter().chain(rows).chain(inputs) {
            if let Some(target) = &field.resource
                && !models.iter().any(|model| model.resource.id == *target)
            {
                found.push(format!(
                    "{}: `{}` refers to `{target}`, which does not exist",
                    model.id(),
                    field.name
                ));
            }
        }
        for related in &resource.related {
            let other = models.iter().find(|model| model.resource.id == related.resource);
            if !other.is_some_and(|other| other.resource.filters.contains(&related.filter)) {
                found.push(format!(
                    "{}: `{}` has no filter `{}`",
                    model.id(),
                    related.resource,
                    related.filter
                ));
            }
        }
    }
    found
}
