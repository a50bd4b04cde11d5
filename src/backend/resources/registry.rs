//! All resources there are: those that came with the backend, and those in the folder it was started with.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use latchkey_permissions::Catalogue;

use super::check::{self, Strictness};
use super::definition::Definition;
use super::model::Model;

/// All resources, in the order of the menu. Ids and paths are unique, and what refers to another refers to one of them.
pub(crate) struct Registry(Vec<Arc<Model>>);

impl Registry {
    /// Reads and checks.
    ///
    /// # Errors
    /// A sentence for each thing that is wrong: then there is nothing to serve.
    pub(crate) fn read(
        builtin: Vec<Definition>,
        folder: Option<&Path>,
        catalogue: &Catalogue,
    ) -> Result<Self, Vec<String>> {
        let mut faults = Vec::new();
        let mut models = Vec::new();
        let mut take = |definition: &Definition, strictness| match check::model(definition, catalogue, strictness) {
            Ok(model) => models.push(Arc::new(model)),
            Err(found) => faults.extend(found),
        };
        for definition in &builtin {
            take(definition, Strictness::Ours);
        }
        let mut unread = Vec::new();
        for definition in folder.map(|folder| in_folder(folder, &mut unread)).unwrap_or_default() {
            take(&definition, Strictness::Theirs);
        }
        faults.extend(unread);
        faults.extend(check::together(&models));
        if faults.is_empty() {
            Ok(Self(models))
        } else {
            Err(faults)
        }
    }

    /// The resource of this id.
    pub(crate) fn get(&self, id: &str) -> Option<&Arc<Model>> {
        self.0.iter().find(|model| model.id() == id)
    }

    /// All of them.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Arc<Model>> {
        self.0.iter()
    }
}

/// The descriptors of a folder: each `*.json`, with `*.default.json` beside it for the first fields of one of one.
fn in_folder(folder: &Path, faults: &mut Vec<String>) -> Vec<Definition> {
    let unreadable = |what: &Path, error: &dyn std::fmt::Display| format!("{} cannot be read: {error}", what.display());
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            faults.push(unreadable(folder, &error));
            return Vec::new();
        }
    };
    let mut files: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|file| {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            name.ends_with(".json") && !name.ends_with(".default.json")
        })
        .collect();
    files.sort();
    let mut found = Vec::new();
    for file in files {
        match fs::read_to_string(&file) {
            Ok(text) => {
                let mut definition = Definition::new(text);
                let first = file.with_extension("default.json");
                if first.is_file() {
                    match fs::read_to_string(&first) {
                        Ok(text) => definition = definition.begins_with(text),
                        Err(error) => faults.push(unreadable(&first, &error)),
                    }
                }
                found.push(definition);
            }
            Err(error) => faults.push(unreadable(&file, &error)),
        }
    }
    found
}

/// The faults as one text, a line each.
pub(crate) fn listed(faults: &[String]) -> String {
    faults.iter().fold(String::new(), |mut text, fault| {
        // Writing to a string cannot fail.
        let _ = write!(text, "\n  {fault}");
        text
    })
}

#[cfg(test)]
mod tests {
    use latchkey_permissions::PRESET_CATALOGUE;

    use super::*;
    use crate::resources::builtin;

    #[test]
    fn what_comes_with_the_backend_can_be_served() {
        let catalogue: Catalogue = serde_json::from_str(PRESET_CATALOGUE).expect("the catalogue is read");
        let read = Registry::read(builtin(), None, &catalogue);
        let faults = read.err().unwrap_or_default();
        assert!(faults.is_empty(), "{}", listed(&faults));
    }
}
