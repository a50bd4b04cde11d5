//! Puts the script that loads chapters into the one that wasm-bindgen writes. As a file of its own it would be one more
//! to wait for, and each would have to have the other's name in it before either could be named after its content.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::failure::{Failure, Outcome};

/// The splitter's own loader: read for which file each chapter needs, and named by the program.
pub(super) const FILE: &str = "__wasm_split.js";
/// Ours: a file of its own, so that it is read and checked as a script.
const OURS: &str = include_str!("loader.js");
/// How the program asks for a chapter.
const ASKED_AS: &str = "__wasm_split_load_";

/// What the splitter's loader says.
#[derive(Debug, PartialEq)]
pub(super) struct Plan {
    /// The files that several chapters share, without their ending, and the chapters that need each.
    pub(super) shared: BTreeMap<String, BTreeSet<String>>,
    /// The chapters, and whether each has a file of its own.
    pub(super) chapters: BTreeMap<String, bool>,
}

/// Reads the splitter's loader.
pub(super) fn plan(loader: &str) -> Outcome<Plan> {
    let mut plan = Plan {
        shared: BTreeMap::new(),
        chapters: BTreeMap::new(),
    };
    let mut users = None;
    for line in loader.lines() {
        if let Some(listed) = line.strip_prefix("/* ").and_then(|rest| rest.strip_suffix(" */")) {
            users = Some(listed.split(", ").map(str::to_owned).collect());
        } else if let Some((name, _)) = line
            .strip_prefix("const __chunk_")
            .and_then(|rest| rest.split_once(" = "))
        {
            let users = users.take().ok_or_else(|| not_known("who needs a shared file"))?;
            plan.shared.insert(format!("chunk_{name}"), users);
        } else if let Some((name, how)) = line
            .strip_prefix("export const ")
            .and_then(|rest| rest.strip_prefix(ASKED_AS)?.split_once(" = "))
        {
            plan.chapters
                .insert(name.to_owned(), !how.contains("async (_imp) => ({})"));
        }
    }
    if plan.chapters.is_empty() {
        return Err(not_known("any chapter"));
    }
    Ok(plan)
}

/// wasm-bindgen's script with the loader inside. `files` are the finished files with the chapters that need each.
pub(super) fn put_into(
    script: &str,
    chapters: &BTreeSet<String>,
    files: &[(String, BTreeSet<String>)],
) -> Outcome<String> {
    let mut names = Vec::new();
    let mut members = String::new();
    for (name, _) in files {
        names.push(format!("\"./{name}\""));
    }
    for chapter in chapters {
        let needed: Vec<String> = (0..files.len())
            .filter(|at| files[*at].1.contains(chapter))
            .map(|at| at.to_string())
            .collect();
        // Writing into a text does not fail.
        let _ = write!(members, "{ASKED_AS}{chapter}: chapter({}), ", needed.join(", "));
    }
    let mut whole = OURS
        .replace("= FILES;", &format!("= [{}];", names.join(", ")))
        .replace("{ CHAPTERS }", &format!("{{ {members}}}"));
    let mut replaced = false;
    for line in script.lines() {
        let name = line
            .strip_prefix("import * as ")
            .and_then(|rest| rest.strip_suffix(&format!(" from \"./{FILE}\"")));
        match name {
            Some(name) => {
                replaced = true;
                whole.push_str("const ");
                whole.push_str(name);
                whole.push_str(" = chapters;");
            }
            None => whole.push_str(line),
        }
        whole.push('\n');
    }
    if replaced {
        Ok(whole)
    } else {
        Err(not_known("where the script asks for chapters"))
    }
}

fn not_known(what: &str) -> Failure {
    Failure::new(format!("The program was taken apart in a way that does not say {what}"))
        .advice("see whether wasm-bindgen and wasm-split-cli are of the versions that setup names")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "import * as import1 from \"./__wasm_split.js\"\n\nexport function initSync() {}\n\
                          const imports = { \"./__wasm_split.js\": import1 };\n";
    const SPLITTERS: &str = "import { initSync } from \"./app.js\";\n\
        /* door, hall */\n\
        const __chunk_7 = makeLoad(() => {\n    const src = fetch(new URL(\"./chunk_7.wasm\", import.meta.url));\n}\n, []);\n\
        export const __wasm_split_load_hall = wrapAsyncCb(makeLoad(() => async (_imp) => ({}), [__chunk_7]));\n\
        export const __wasm_split_load_door = wrapAsyncCb(makeLoad(() => {\n\
        const src = fetch(new URL(\"./split_door.wasm\", import.meta.url));\n}\n, [__chunk_7]));\n";

    fn set(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn the_splitters_loader_says_what_each_chapter_needs() {
        let plan = plan(SPLITTERS).expect("it has chapters");
        assert_eq!(
            plan.shared,
            BTreeMap::from([("chunk_7".to_owned(), set(&["door", "hall"]))])
        );
        assert_eq!(
            plan.chapters,
            BTreeMap::from([("door".to_owned(), true), ("hall".to_owned(), false)])
        );
        assert!(super::plan("").is_err());
    }

    #[test]
    fn the_loader_stands_inside_the_script_and_asks_for_what_is_there() {
        let files = [
            ("shared-1.wasm".to_owned(), set(&["door", "hall"])),
            ("door-2.wasm".to_owned(), set(&["door"])),
        ];
        let whole = put_into(SCRIPT, &set(&["door", "hall"]), &files).expect("it asks for chapters");
        assert!(
            whole.contains("const files = [\"./shared-1.wasm\", \"./door-2.wasm\"];"),
            "{whole}"
        );
        let members = "{ __wasm_split_load_door: chapter(0, 1), __wasm_split_load_hall: chapter(0), }";
        assert!(whole.contains(members), "{whole}");
        assert!(whole.ends_with(
            "const import1 = chapters;\n\nexport function initSync() {}\n\
             const imports = { \"./__wasm_split.js\": import1 };\n"
        ));
    }

    #[test]
    fn a_program_without_chapters_is_refused() {
        assert!(put_into("export function initSync() {}\n", &set(&["door"]), &[]).is_err());
    }
}
