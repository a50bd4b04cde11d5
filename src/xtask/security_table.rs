//! Holds `tests/security.md` against the tests that there are: each that it names is still in the tree, each row is held by
//! something or says why not, and no requirement of the chapters that it takes whole has been left out.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::project;

/// How many requirements each section has of the chapters that are taken whole.
const WHOLE: [(&str, usize); 24] = [
    ("6.1", 3),
    ("6.2", 12),
    ("6.3", 8),
    ("6.4", 6),
    ("6.5", 8),
    ("6.6", 4),
    ("6.7", 2),
    ("6.8", 4),
    ("7.1", 3),
    ("7.2", 4),
    ("7.3", 2),
    ("7.4", 5),
    ("7.5", 3),
    ("7.6", 2),
    ("8.1", 4),
    ("8.2", 4),
    ("8.3", 3),
    ("8.4", 2),
    ("10.1", 2),
    ("16.1", 1),
    ("16.2", 5),
    ("16.3", 4),
    ("16.4", 3),
    ("16.5", 4),
];

/// One requirement.
struct Row {
    id: String,
    held_by: String,
}

fn rows(text: &str) -> Vec<Row> {
    let cells = |line: &str| -> Vec<String> {
        line.trim_matches('|')
            .split('|')
            .map(|cell| cell.trim().to_owned())
            .collect()
    };
    let rows = text.lines().filter(|line| line.starts_with("| ")).map(cells);
    rows.filter(|cells| cells.len() == 4 && cells[0].starts_with(|first: char| first.is_ascii_digit()))
        .map(|cells| Row {
            id: cells[0].clone(),
            held_by: cells[3].clone(),
        })
        .collect()
}

/// What stands between these marks.
fn between(text: &str, mark: char) -> impl Iterator<Item = &str> {
    text.split(mark).skip(1).step_by(2)
}

/// All tests of a folder: functions of Rust, and titles of journeys.
fn tests(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("it can be read") {
        let path = entry.expect("it can be read").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if !["node_modules", "target"].contains(&name.as_str()) {
                tests(&path, found);
            }
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            functions(&fs::read_to_string(&path).expect("it is text"), found);
        } else if name.ends_with(".spec.ts") {
            titles(&fs::read_to_string(&path).expect("it is text"), found);
        }
    }
}

/// The functions that are marked as tests.
fn functions(text: &str, found: &mut BTreeSet<String>) {
    let mut marked = false;
    for line in text.lines().map(str::trim) {
        if line.starts_with("#[") {
            marked |= ["#[test]", "#[tokio::test", "#[wasm_bindgen_test"]
                .iter()
                .any(|mark| line.starts_with(mark));
        } else if let Some((_, rest)) = line.split_once("fn ").filter(|_| marked) {
            found.extend(rest.split('(').next().map(str::to_owned));
            marked = false;
        } else if !line.starts_with("//") {
            marked = false;
        }
    }
}

fn titles(text: &str, found: &mut BTreeSet<String>) {
    for line in text.lines() {
        if let Some((_, rest)) = line.split_once("test(\"") {
            found.extend(rest.split('"').next().map(str::to_owned));
        }
    }
}

fn table() -> Vec<Row> {
    let text = fs::read_to_string(project::root().join("tests/security.md")).expect("it is there");
    rows(&text)
}

#[test]
fn every_test_that_the_table_names_is_there() {
    let mut found = BTreeSet::new();
    for folder in ["src", "tests"] {
        tests(&project::root().join(folder), &mut found);
    }
    assert!(found.len() > 500, "only {} tests were found", found.len());
    for Row { id, held_by } in table() {
        if held_by.starts_with("not held") || held_by.starts_with("does not apply: ") {
            continue;
        }
        let named: Vec<_> = between(&held_by, '`').chain(between(&held_by, '"')).collect();
        assert!(!named.is_empty(), "{id} is held by nothing: {held_by}");
        for name in named {
            assert!(found.contains(name), "{id} is held by {name:?}, which is gone");
        }
    }
}

#[test]
fn no_requirement_of_a_whole_chapter_is_left_out_and_none_is_there_twice() {
    let table = table();
    let ids: Vec<_> = table.iter().map(|row| row.id.as_str()).collect();
    let distinct: BTreeSet<_> = ids.iter().collect();
    assert_eq!(distinct.len(), ids.len());
    for (section, count) in WHOLE {
        for number in 1..=count {
            let id = format!("{section}.{number}");
            assert!(ids.contains(&id.as_str()), "{id} is missing");
        }
        assert!(
            !ids.contains(&format!("{section}.{}", count + 1).as_str()),
            "{section} has {count}"
        );
    }
}
