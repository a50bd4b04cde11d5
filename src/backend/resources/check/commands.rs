//! Commands, which somebody must be able to do.

use std::collections::BTreeSet;

use latchkey_contract::resource::{Command, Resource, Target};

use super::fields::fields;
use super::notes::Notes;
use crate::resources::definition::Definition;

/// Commands and what belongs to a record.
pub(super) fn commands(notes: &mut Notes<'_>, resource: &Resource, definition: &Definition) {
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
