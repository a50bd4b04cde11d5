//! Holds the README's table of what runs in the browser against what does.

use std::collections::BTreeSet;
use std::fs;

use crate::project;

/// The crates that run in the browser, and lie in this project.
const OURS: [&str; 4] = ["app", "contract", "permissions", "languages"];

/// The crates that a manifest asks for in any case. What is optional never is in the browser.
fn asked_for(manifest: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut within = false;
    for line in manifest.lines() {
        if let Some(section) = line.strip_prefix('[') {
            let section = section.trim_end_matches(']');
            within = section == "dependencies";
            found.extend(section.strip_prefix("dependencies.").map(str::to_owned));
        } else if within && !line.starts_with(['#', ' ']) && !line.contains("optional = true") {
            let name = line.split(['.', ' ', '=']).next().unwrap_or_default();
            found.extend((!name.is_empty()).then(|| name.to_owned()));
        }
    }
    found.retain(|name| !name.starts_with("latchkey-"));
    found
}

/// The crates in the first column of the table that follows these words.
fn listed(readme: &str, after: &str) -> BTreeSet<String> {
    let (_, rest) = readme.split_once(after).expect("the table is there");
    let rows = rest.trim_start().lines().take_while(|line| line.starts_with('|'));
    let first = rows.map(|row| row.trim_matches('|').split('|').next().unwrap_or_default());
    first
        .flat_map(|cell| cell.split('`').skip(1).step_by(2))
        .map(str::to_owned)
        .collect()
}

#[test]
fn what_the_browser_runs_is_in_the_table() {
    let root = project::root();
    let read = |path: &str| fs::read_to_string(root.join(path)).expect("it is there");
    let runs: BTreeSet<String> = OURS
        .iter()
        .flat_map(|name| asked_for(&read(&format!("src/{name}/Cargo.toml"))))
        .collect();
    assert!(runs.len() > 8, "{runs:?}");
    let table = listed(
        &read("README.md"),
        "In the browser, where every kilobyte is waited for:",
    );
    assert_eq!(table, runs);
}
