//! Brings the tokens up to date and joins the stylesheets into the two that are served: one for the first pages
//! (`style/order.txt` names its parts, in order), one that later pages need as well (`style/more.txt`).
//! Trunk asks for it before a build: one file is one request, and Trunk hashes it.

use std::env;
use std::fs;
use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::{files, minify, project, tokens};

/// The lists, and what is made of each.
const SHEETS: [(&str, &str); 2] = [("order.txt", "style.css"), ("more.txt", "style-more.css")];

/// Writes both to `target`.
pub(crate) fn run() -> Outcome<()> {
    let folder = project::root().join("style");
    tokens::refresh(&folder)?;
    for (joined, name) in join(&folder)?.iter().zip(SHEETS.map(|(_, name)| name)) {
        let path = project::target().join(name);
        files::write(&path, joined.as_bytes())?;
        if env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release") {
            minify::in_place(&path)?;
        }
    }
    Ok(())
}

fn join(folder: &Path) -> Outcome<[String; 2]> {
    let mut names = Vec::new();
    let mut joined = <[String; 2]>::default();
    for ((list, _), joined) in SHEETS.iter().zip(&mut joined) {
        let list = folder.join(list);
        let order = fs::read_to_string(&list).map_err(Failure::file("read", &list))?;
        for name in order.lines().map(str::trim).filter(|name| !name.is_empty()) {
            let path = folder.join(name);
            let sheet = fs::read_to_string(&path).map_err(Failure::file("read", &path))?;
            joined.push_str(&without_comments(&sheet));
            names.push(name.to_owned());
        }
    }
    if let Some(forgotten) = stylesheets(folder)?.iter().find(|name| !names.contains(name)) {
        let lists = SHEETS.map(|(list, _)| list).join(" or ");
        return Err(
            Failure::new(format!("{forgotten} is not in {lists}, so it would never be served"))
                .advice("add it where it belongs: what sign-in, frame and staff list need comes first"),
        );
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
        let [first, more] = join(&project::root().join("style")).expect("all are in order");
        // The order of the layers has to be said before anything else is.
        assert!(first.starts_with("@layer reset, tokens"));
        assert!(more.contains("@layer"));
        assert!(!first.contains("/*") && !more.contains("/*"));
    }

    #[test]
    fn a_stylesheet_that_is_forgotten_or_missing_is_named() {
        let folder = std::env::temp_dir().join(format!("latchkey-style-{}", std::process::id()));
        files::write(&folder.join("order.txt"), b"").expect("it is written");
        files::write(&folder.join("more.txt"), b"").expect("it is written");
        files::write(&folder.join("b.css"), b"").expect("it is written");
        let failure = join(&folder).expect_err("b.css is forgotten");
        assert!(failure.to_string().contains("b.css is not in"));
        files::write(&folder.join("more.txt"), b"b.css\na.css\n").expect("it is written");
        let failure = join(&folder).expect_err("a.css is missing");
        assert!(failure.to_string().contains("a.css"));
        fs::remove_dir_all(folder).expect("it was there");
    }
}
