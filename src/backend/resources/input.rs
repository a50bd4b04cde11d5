//! What a client sends, read against the descriptor: which members there are, which of them this person may set, and
//! what they must be.

use latchkey_contract::problem::{FieldCode, ProblemCode};
use latchkey_contract::resource::{Command, Field};
use latchkey_permissions::{Access, Catalogue, Rule};
use serde_json::Value;

use super::Fields;
use super::model::{Model, sees};
use super::schema;
use super::values::{merge, tidy, tidy_row};
use crate::auth::extract::require;
use crate::problem::Refusal;
use crate::validate::Faults;

/// Who sends it, and what its rules are read against.
#[derive(Clone, Copy)]
pub(crate) struct Sender<'a> {
    pub(crate) access: &'a Access,
    pub(crate) catalogue: &'a Catalogue,
}

impl Sender<'_> {
    /// Passes where the rule for setting the member allows; the refusal names the member.
    fn may_set(&self, rule: &Rule, name: &str) -> Result<(), Refusal> {
        require(rule, self.access, self.catalogue).map_err(|refusal| match refusal.code() {
            ProblemCode::MissingPermission => refusal.saying(format!("A permission is missing for setting `/{name}`.")),
            _ => refusal,
        })
    }
}

fn unknown(faults: &mut Faults, name: &str) {
    let pointer = format!("/{}", name.replace('~', "~0").replace('/', "~1"));
    faults.note(
        pointer,
        FieldCode::UnknownMember,
        "There is no such member here, or it cannot be set.",
    );
}

/// The fields of a new record.
pub(crate) fn create(model: &Model, sender: Sender<'_>, sent: Fields) -> Result<Fields, Refusal> {
    let mut faults = Faults::default();
    let mut fields = model.defaults.clone();
    for (name, mut value) in sent {
        let Some(field) = settable(model, sender, &name) else {
            unknown(&mut faults, &name);
            continue;
        };
        let outermost = &model.resource.schema;
        tidy(
            &mut value,
            field,
            &format!("/{name}"),
            outermost,
            outermost,
            &mut faults,
        );
        if fields.get(&name) == Some(&value) || (value.is_null() && !fields.contains_key(&name)) {
            continue;
        }
        // Whoever may make a record may say what is in it, but for what has a rule of its own.
        if let Some(rule) = own_rule(model, field) {
            sender.may_set(rule, &name)?;
        }
        if value.is_null() {
            fields.remove(&name);
        } else {
            fields.insert(name, value);
        }
    }
    hold(&model.sent, fields, faults)
}

/// The fields of a record as they would be.
pub(crate) fn patch(model: &Model, sender: Sender<'_>, before: &Fields, patch: Fields) -> Result<Fields, Refusal> {
    let mut faults = Faults::default();
    let mut fields = before.clone();
    for (name, change) in patch {
        let field = model.resource.field(&name);
        let Some(field) = field.filter(|field| sees(field, sender.access, sender.catalogue)) else {
            unknown(&mut faults, &name);
            continue;
        };
        let mut value = before.get(&name).cloned().unwrap_or_default();
        merge(&mut value, &change);
        let outermost = &model.resource.schema;
        tidy(
            &mut value,
            field,
            &format!("/{name}"),
            outermost,
            outermost,
            &mut faults,
        );
        // Compared as a client would send it back, so that a form that sends everything changes nothing by that.
        let mut known = before.get(&name).cloned().unwrap_or_default();
        tidy(&mut known, field, "", outermost, outermost, &mut Faults::default());
        if known == value {
            continue;
        }
        match model.resource.edit_rule(field) {
            Some(rule) if !model.is_read_only(&field.name) => sender.may_set(rule, &name)?,
            _ => unknown(&mut faults, &name),
        }
        if value.is_null() {
            fields.remove(&name);
        } else {
            fields.insert(name, value);
        }
    }
    hold(&model.sent, fields, faults)
}

/// The input of a command.
pub(crate) fn command(
    model: &Model,
    command: &Command,
    sender: Sender<'_>,
    mut sent: Fields,
) -> Result<Fields, Refusal> {
    let mut faults = Faults::default();
    for (name, value) in &sent {
        let field = command.fields.iter().find(|field| field.name.as_str() == name);
        match field.filter(|field| sees(field, sender.access, sender.catalogue)) {
            None => unknown(&mut faults, name),
            Some(field) => {
                if let Some(rule) = field.edit.as_ref().filter(|_| !value.is_null()) {
                    sender.may_set(rule, name)?;
                }
            }
        }
    }
    let Some(outermost) = &command.schema else {
        faults.none()?;
        return Ok(sent);
    };
    tidy_row(&mut sent, &command.fields, "", outermost, outermost, &mut faults);
    match model.inputs.get(&command.id) {
        Some(validator) => hold(validator, sent, faults),
        None => Err(Refusal::internal()),
    }
}

/// The field of this name, where this person may see it and a client can set it.
fn settable<'a>(model: &'a Model, sender: Sender<'_>, name: &str) -> Option<&'a Field> {
    let field = model.resource.field(name)?;
    (sees(field, sender.access, sender.catalogue) && !model.is_read_only(&field.name)).then_some(field)
}

/// The rule that a field or its block has beside that of the record.
fn own_rule<'a>(model: &'a Model, field: &'a Field) -> Option<&'a Rule> {
    let blocks = model.resource.blocks.iter();
    let mut blocks = blocks.filter(|block| block.fields.contains(&field.name));
    field
        .edit
        .as_ref()
        .or_else(|| blocks.next().and_then(|block| block.edit.as_ref()))
}

fn hold(validator: &jsonschema::Validator, fields: Fields, mut faults: Faults) -> Result<Fields, Refusal> {
    let whole = Value::Object(fields);
    // Where a member has a fault already, the schema's opinion of it would be a second one of the same thing.
    let mut more = Faults::default();
    schema::hold(validator, &whole, &mut more);
    faults.and(more);
    faults.none()?;
    match whole {
        Value::Object(fields) => Ok(fields),
        _ => Err(Refusal::internal()),
    }
}
