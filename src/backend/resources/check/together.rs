//! What must hold between resources.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::resources::model::Model;

/// What is wrong between resources.
pub(in crate::resources) fn together(models: &[Arc<Model>]) -> Vec<String> {
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
