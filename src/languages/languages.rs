//! All languages together, and whether they fit each other.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::fault::{Fault, FaultKind};
use crate::pattern::Part;
use crate::{check, first, source};

/// The language that the others are held against.
pub const REFERENCE: &str = "en";

/// What an argument is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// A whole number.
    Number,
}

/// Languages that fit each other.
#[derive(Debug)]
pub struct Languages {
    /// The key of every message with its arguments, in the order in which they are downloaded.
    pub(crate) messages: Vec<(String, Arguments)>,
    /// How many of them come with the first download.
    pub(crate) first: usize,
    /// Every language's messages, by language and key.
    pub(crate) words: BTreeMap<String, BTreeMap<String, Vec<Part>>>,
    /// Every file that was read.
    pub(crate) files: Vec<PathBuf>,
}

/// The arguments of a message, by name.
pub(crate) type Arguments = BTreeMap<String, Kind>;

/// A message as read, with the file and line that faults name.
pub(crate) struct Entry {
    pub(crate) path: PathBuf,
    pub(crate) line: Option<usize>,
    pub(crate) parts: Vec<Part>,
}

pub(crate) type Entries = BTreeMap<String, Entry>;

impl Languages {
    /// The languages, in alphabetical order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(String::as_str)
    }

    /// The keys, in the order in which compiled messages stand: those that come first, then the others, both in
    /// alphabetical order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.messages.iter().map(|(key, _)| key.as_str())
    }

    /// The files that were read.
    pub fn files(&self) -> &[PathBuf] {
        &self.files
    }

    /// Changes whenever a key, an argument or what comes first does, so that a compiled file of another build is noticed.
    pub fn fingerprint(&self) -> String {
        // FNV-1a: it guards against mistakes, not against people.
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        let mut add = |text: &str| {
            for byte in text.bytes().chain([0]) {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        };
        add(&self.first.to_string());
        for (key, arguments) in &self.messages {
            add(key);
            for (name, kind) in arguments {
                add(name);
                add(if *kind == Kind::Number { "#" } else { "$" });
            }
        }
        format!("{hash:016x}")
    }
}

/// Reads every language below `dir` and holds them against each other.
///
/// # Errors
/// Every fault that was found, not only the first.
pub fn read(dir: &Path) -> Result<Languages, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut files = Vec::new();
    let mut languages: BTreeMap<String, Entries> = BTreeMap::new();
    for folder in sorted(dir, &mut faults) {
        let Some(language) = folder
            .file_name()
            .and_then(|name| name.to_str())
            .filter(|_| folder.is_dir())
        else {
            continue;
        };
        let mut entries = Entries::new();
        for path in sorted(&folder, &mut faults) {
            if path.extension().is_some_and(|extension| extension == "ftl") {
                read_file(&path, &mut entries, &mut faults);
                files.push(path);
            }
        }
        check::plurals(language, &entries, &mut faults);
        languages.insert(language.to_owned(), entries);
    }
    let (messages, first) = if let Some(reference) = languages.get(REFERENCE) {
        check::against(reference, dir, &languages, &mut faults);
        check::names(reference, &mut faults);
        let messages = check::arguments(reference, &languages, &mut faults);
        first::in_order(dir, reference, messages, &mut faults)
    } else {
        faults.push(fault(dir, None, FaultKind::NoReference(REFERENCE.to_owned())));
        (Vec::new(), 0)
    };
    if !faults.is_empty() {
        return Err(faults);
    }
    let parts = |entries: Entries| entries.into_iter().map(|(key, entry)| (key, entry.parts)).collect();
    Ok(Languages {
        messages,
        first,
        words: languages
            .into_iter()
            .map(|(language, entries)| (language, parts(entries)))
            .collect(),
        files,
    })
}

/// What lies in a folder, in alphabetical order.
fn sorted(dir: &Path, faults: &mut Vec<Fault>) -> Vec<PathBuf> {
    let listed = fs::read_dir(dir).and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect());
    let mut paths: Vec<PathBuf> = listed.unwrap_or_else(|error| {
        faults.push(fault(dir, None, FaultKind::File(error.to_string())));
        Vec::new()
    });
    paths.sort();
    paths
}

fn read_file(path: &Path, entries: &mut Entries, faults: &mut Vec<Fault>) {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => {
            faults.push(fault(path, None, FaultKind::File(error.to_string())));
            return;
        }
    };
    let (messages, found) = source::messages(path, &text);
    faults.extend(found);
    for message in messages {
        if entries.contains_key(&message.key) {
            faults.push(fault(path, message.line, FaultKind::DuplicateKey(message.key)));
            continue;
        }
        let entry = Entry {
            path: path.to_owned(),
            line: message.line,
            parts: message.parts,
        };
        entries.insert(message.key, entry);
    }
}

impl Entry {
    pub(crate) fn fault(&self, kind: FaultKind) -> Fault {
        fault(&self.path, self.line, kind)
    }
}

pub(crate) fn fault(path: &Path, line: Option<usize>, kind: FaultKind) -> Fault {
    Fault {
        path: path.to_owned(),
        line,
        kind,
    }
}
