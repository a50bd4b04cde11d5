//! Brings the tokens up to date and joins the stylesheets, in the order that `style/order.txt` gives, into the one that is served.
//! Trunk asks for it before a build: one file is one request, and Trunk hashes it.

use std::fs;
use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::{files, project, tokens};

/// Writes `target/style.css`.
pub(crate) fn run() -> Outcome<()> {
    let folder = project::root().join("style");
    tokens::refresh(&folder)?;
    let joined = join(&folder)?;
    files::write(&project::target().join("style.css"), joined.as_bytes())
}

fn join(folder: &Path) -> Outcome<String> {
    let order = folder.join("order.txt");
    let names = fs::read_to_string(&order).map_err(Failure::file("read", &order))?;
    let names: Vec<&str> = names.lines().map(str::trim).filter(|name| !name.is_empty()).collect();
    if let Some(forgotten) = stylesheets(folder)?.iter().find(|name| !names.contains(&name.as_str())) {
        return Err(Failure::new(format!(
            "{forgotten} is not in {}, so it would never be served",
            order.display()
        ))
        .advice("add it where it belongs"));
    }
    let mut joined = String::new();
    for name in names {
        let path = folder.join(name);
        let sheet = fs::read_to_string(&path).map_err(Failure::file("read", &path))?;
        joined.push_str(&without_comments(&sheet));
    }
    Ok(joined)
}

fn stylesheets(folder: &Path) -> Outcome<Vec<String>> {
    let entries = fs::read_dir(folder).map_err(Failure::file("read", folder))?;
    Ok(entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "css"))
        .filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned()))
        .collect())
}

/// A stylesheet without its comments and empty lines. What stands in quotes is left as it is.
fn without_comments(sheet: &str) -> String {
    let mut kept = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(at) = rest.find(['"', '\'', '/']) {
        kept.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = if rest.starts_with("/*") {
            let end = rest.find("*/").map_or(rest.len(), |end| end + 2);
            rest = &rest[end..];
            continue;
        } else if rest.starts_with('/') {
            1
        } else {
            end_of_string(rest)
        };
        kept.push_str(&rest[..end]);
        rest = &rest[end..];
    }
    kept.push_str(rest);
    let mut lines = String::with_capacity(kept.len());
    for line in kept.lines().filter(|line| !line.trim().is_empty()) {
        lines.push_str(line.trim_end());
        lines.push('\n');
    }
    lines
}

/// Where a quoted string ends that begins here.
fn end_of_string(text: &str) -> usize {
    let quote = text.chars().next();
    let mut escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if Some(character) == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_go_and_strings_stay() {
        let sheet = "/* one\n   two */\na { content: \"/* \\\" kept */\"; }\n\n\
                     b { background: url(/x.svg); /* gone */ }\nc { content: '/*'; }\n/* open";
        assert_eq!(
            without_comments(sheet),
            "a { content: \"/* \\\" kept */\"; }\nb { background: url(/x.svg);  }\n\
             c { content: '/*'; }\n"
        );
    }

    #[test]
    fn every_stylesheet_of_this_project_is_served() {
        let joined = join(&project::root().join("style")).expect("all are in order");
        assert!(joined.contains("@layer"));
        assert!(!joined.contains("/*"));
    }

    #[test]
    fn a_stylesheet_that_is_forgotten_or_missing_is_named() {
        let folder = std::env::temp_dir().join(format!("latchkey-style-{}", std::process::id()));
        files::write(&folder.join("order.txt"), b"a.css\n").expect("it is written");
        files::write(&folder.join("b.css"), b"").expect("it is written");
        let failure = join(&folder).expect_err("b.css is forgotten");
        assert!(failure.to_string().contains("b.css is not in"));
        fs::remove_file(folder.join("b.css")).expect("it was there");
        let failure = join(&folder).expect_err("a.css is missing");
        assert!(failure.to_string().contains("a.css"));
        fs::remove_dir_all(folder).expect("it was there");
    }
}
