//! Puts the script that loads chapters into the one that wasm-bindgen writes. As a file of its own it would be one more
//! to wait for, and each would have to have the other's name in it before either could be named after its content.

use std::collections::BTreeMap;

use crate::failure::{Failure, Outcome};

/// The loader, as the splitter writes it and as the program asks for it.
pub(crate) const FILE: &str = "__wasm_split.js";

/// wasm-bindgen's script with the loader inside. `names` are those of the chapters, by the ones that the loader has.
pub(crate) fn put_into(script: &str, loader: &str, names: &BTreeMap<String, String>) -> Outcome<String> {
    let mut body = String::new();
    let mut given = Vec::new();
    for line in loader.lines() {
        if line.starts_with("import ") {
            continue;
        }
        let line = match line.strip_prefix("export const ") {
            Some(rest) => {
                given.extend(rest.split(' ').next());
                line.trim_start_matches("export ")
            }
            None => line,
        };
        body.push_str(line);
        body.push('\n');
    }
    for (old, new) in names {
        body = body.replace(&format!("\"./{old}\""), &format!("\"./{new}\""));
    }
    // What the network does not give is said where the chapter would have stood.
    let body = body.replace("console.error(e);", "if (!(e instanceof TypeError)) console.error(e);");
    let mut whole = format!(
        "const chapters = (() => {{\n{body}return {{ {} }};\n}})();\n",
        given.join(", ")
    );
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
    if given.is_empty() || !replaced {
        return Err(
            Failure::new("The program has no chapters, or asks for them in a way that is not known here")
                .advice("see whether wasm-bindgen and wasm-split-cli are of the versions that setup names"),
        );
    }
    Ok(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "import * as import1 from \"./__wasm_split.js\"\n\nexport function initSync() {}\n\
                          const imports = { \"./__wasm_split.js\": import1 };\n";
    const ONE: &str = "import { initSync } from \"./app.js\";\n\
                          export const __wasm_split_load_door = load(\"./split_door.wasm\");\n";

    #[test]
    fn the_loader_stands_inside_the_script_and_asks_for_what_is_there() {
        let names = BTreeMap::from([("split_door.wasm".to_owned(), "door-0123456789abcdef.wasm".to_owned())]);
        assert_eq!(
            put_into(SCRIPT, ONE, &names).expect("it has a chapter"),
            "const chapters = (() => {\n\
             const __wasm_split_load_door = load(\"./door-0123456789abcdef.wasm\");\n\
             return { __wasm_split_load_door };\n})();\n\
             const import1 = chapters;\n\nexport function initSync() {}\n\
             const imports = { \"./__wasm_split.js\": import1 };\n"
        );
    }

    #[test]
    fn a_program_without_chapters_is_refused() {
        assert!(put_into("export function initSync() {}\n", ONE, &BTreeMap::new()).is_err());
        assert!(put_into(SCRIPT, "", &BTreeMap::new()).is_err());
    }
}
