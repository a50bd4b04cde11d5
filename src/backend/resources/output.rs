//! What a person is shown: of a descriptor and of records, only what that person may see.

use std::collections::{BTreeMap, BTreeSet};

use latchkey_contract::id::FieldName;
use latchkey_contract::resource::{Field, Kind, Record, Resource, Schema};
use latchkey_permissions::{Access, Catalogue};
use serde_json::{Value, json};

use super::Fields;
use super::model::{Model, allows, sees};
use super::records::{self, Stored};
use super::registry::Registry;
use super::values::references;
use crate::problem::Refusal;
use crate::store::Db;

/// Who looks, and at what is there.
#[derive(Clone, Copy)]
pub(crate) struct Viewer<'a> {
    pub(crate) access: &'a Access,
    pub(crate) catalogue: &'a Catalogue,
    pub(crate) registry: &'a Registry,
}

/// How much of a record is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// All that the person may see.
    Whole,
    /// Not what is long and in no column.
    Row,
}

impl Viewer<'_> {
    /// Whether the person may see records of it.
    pub(crate) fn may_view(&self, model: &Model) -> bool {
        allows(&model.resource.rules.view, self.access, self.catalogue)
    }

    /// The descriptor, as far as the person may know it.
    pub(crate) fn descriptor(&self, model: &Model) -> Resource {
        let mut shown = model.resource.clone();
        shown.fields.retain(|field| sees(field, self.access, self.catalogue));
        let seen: BTreeSet<FieldName> = shown.fields.iter().map(|field| field.name.clone()).collect();
        let is_seen = |name: &FieldName| seen.contains(name);
        shown.columns.retain(is_seen);
        shown.filters.retain(is_seen);
        shown.sorts.retain(is_seen);
        shown.sort = shown
            .sort
            .filter(|sort| is_seen(&FieldName(sort.trim_start_matches('-').to_owned())));
        shown.name = shown.name.filter(is_seen);
        for block in &mut shown.blocks {
            block.fields.retain(is_seen);
        }
        shown.blocks.retain(|block| !block.fields.is_empty());
        shown.schema.properties.retain(|name, _| is_seen(name));
        shown.schema.required.retain(is_seen);
        for field in &mut shown.fields {
            self.rows(field, &mut shown.schema);
        }
        shown.related.retain(|related| {
            let other = self.registry.get(related.resource.as_str());
            other.is_some_and(|other| self.may_view(other))
        });
        shown
    }

    /// Of the fields of a row, those that the person may see.
    fn rows(&self, field: &mut Field, schema: &mut Schema) {
        if field.of.iter().all(|part| sees(part, self.access, self.catalogue)) {
            return;
        }
        field.of.retain(|part| sees(part, self.access, self.catalogue));
        let member = schema.properties.get_mut(&field.name);
        if let Some(items) = member.and_then(|member| member.items.as_mut()) {
            let is_seen = |name: &FieldName| field.of.iter().any(|part| part.name == *name);
            items.properties.retain(|name, _| is_seen(name));
            items.required.retain(is_seen);
        }
    }

    /// Records, as far as the person may see them, with what they refer to named.
    pub(crate) async fn records(
        &self,
        db: &mut Db,
        model: &Model,
        stored: Vec<Stored>,
        extent: Extent,
    ) -> Result<Vec<Record<Fields>>, Refusal> {
        let fields: Vec<Field> = model
            .visible(self.access, self.catalogue)
            .filter(|field| !model.is_write_only(&field.name))
            .filter(|field| {
                let long = matches!(field.kind, Kind::Image | Kind::LongText | Kind::Lines);
                extent == Extent::Whole || !long || model.resource.columns.contains(&field.name)
            })
            .cloned()
            .map(|mut field| {
                field.of.retain(|part| sees(part, self.access, self.catalogue));
                field
            })
            .collect();
        let names = self.names(db, &fields, &stored).await?;
        Ok(stored
            .into_iter()
            .map(|record| Record {
                version: record.tag(),
                id: record.id,
                fields: shown(&fields, record.fields, &names),
            })
            .collect())
    }

    /// One record, whole.
    pub(crate) async fn record(&self, db: &mut Db, model: &Model, stored: Stored) -> Result<Record<Fields>, Refusal> {
        let mut records = self.records(db, model, vec![stored], Extent::Whole).await?;
        records.pop().ok_or_else(Refusal::internal)
    }

    /// What everything is called that these records refer to.
    async fn names(&self, db: &mut Db, fields: &[Field], stored: &[Stored]) -> Result<Names, Refusal> {
        let mut wanted: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for record in stored {
            for (resource, id, _) in references(fields, &record.fields) {
                wanted.entry(resource).or_default().insert(id);
            }
        }
        let mut names = Names::new();
        for (resource, ids) in wanted {
            if let Some(target) = self.registry.get(resource) {
                let ids: Vec<&str> = ids.into_iter().collect();
                for (id, name) in records::names(db, target, &ids).await? {
                    names.insert((resource.to_owned(), id), name);
                }
            }
        }
        Ok(names)
    }
}

type Names = BTreeMap<(String, String), String>;

/// Of the values, those of these fields.
fn shown(fields: &[Field], mut values: Fields, names: &Names) -> Fields {
    let mut shown = Fields::new();
    for field in fields {
        let name = field.name.as_str();
        let Some(mut value) = values.remove(name) else { continue };
        match (field.kind, &mut value) {
            (Kind::Reference, Value::String(id)) => {
                let resource = field.resource.as_ref().map(ToString::to_string).unwrap_or_default();
                let called = names.get(&(resource, id.clone()));
                value = json!({ "id": id, "name": called.map(String::as_str).unwrap_or_default() });
            }
            (Kind::Lines, Value::Array(rows)) => {
                for row in rows {
                    if let Value::Object(members) = row {
                        *row = Value::Object(self::shown(&field.of, std::mem::take(members), names));
                    }
                }
            }
            _ => {}
        }
        shown.insert(name.to_owned(), value);
    }
    shown
}
