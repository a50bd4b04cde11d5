//! Which messages come with the first download: those of the areas that `first.txt` names, one a line, beside the
//! folders of the languages. The others follow in a file of their own. Without that file all come at once.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use crate::fault::{Fault, FaultKind};
use crate::languages::{Arguments, Entries, fault};

/// Its name.
const LIST: &str = "first.txt";

/// The messages in the order in which they are downloaded, and how many of them come first.
pub(crate) fn in_order(
    dir: &Path,
    reference: &Entries,
    messages: BTreeMap<String, Arguments>,
    faults: &mut Vec<Fault>,
) -> (Vec<(String, Arguments)>, usize) {
    let list = dir.join(LIST);
    let areas = match fs::read_to_string(&list) {
        Ok(areas) => areas,
        Err(error) => {
            if error.kind() != ErrorKind::NotFound {
                faults.push(fault(&list, None, FaultKind::File(error.to_string())));
            }
            let all: Vec<_> = messages.into_iter().collect();
            let count = all.len();
            return (all, count);
        }
    };
    let areas: Vec<&str> = areas.lines().map(str::trim).filter(|area| !area.is_empty()).collect();
    let area_of = |key: &str| reference.get(key)?.path.file_stem()?.to_str();
    for (line, area) in areas.iter().enumerate() {
        if !reference.keys().any(|key| area_of(key) == Some(*area)) {
            let kind = FaultKind::NoArea((*area).to_owned());
            faults.push(fault(&list, Some(line + 1), kind));
        }
    }
    let (mut first, others): (Vec<_>, Vec<_>) = messages
        .into_iter()
        .partition(|(key, _)| area_of(key).is_some_and(|area| areas.contains(&area)));
    let count = first.len();
    first.extend(others);
    (first, count)
}
