//! Id, path, words and rules; and the names by which the rest of a descriptor speaks of its fields.

use std::collections::BTreeSet;

use latchkey_contract::id::FieldName;
use latchkey_contract::resource::{Kind, Resource, Shape};

use super::notes::Notes;
use crate::resources::table::Keeps;

/// What stands at its head.
pub(super) fn head(notes: &mut Notes<'_>, resource: &Resource) {
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
pub(super) fn names(notes: &mut Notes<'_>, resource: &Resource) {
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
            None | Some(
                Kind::Choice | Kind::Choices | Kind::Switch | Kind::Reference | Kind::Date | Kind::Number | Kind::Money
            )
        );
        notes.unless(
            good,
            format!("a list cannot be narrowed by `{name}`, being of its kind"),
        );
    }
    for name in &resource.sorts {
        let field = resource.field(name.as_str());
        let good = field.is_none_or(|field| {
            !matches!(field.kind, Kind::Reference | Kind::Choices) && Keeps::of(resource, field).is_some()
        });
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
