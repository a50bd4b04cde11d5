//! Writing files together with the folders on the way to them, and reading the part of a log that a person needs.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use crate::failure::{Failure, Outcome};

/// How many lines of a log a failure shows: where it begins, and where it ended.
const FIRST_LINES: usize = 10;
const LAST_LINES: usize = 50;

/// The beginning and the end of a log, or all of a short one.
pub(crate) fn ends(log: &Path) -> String {
    let bytes = fs::read(log).unwrap_or_default();
    shortened(&String::from_utf8_lossy(&bytes))
}

fn shortened(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    if lines.len() <= FIRST_LINES + LAST_LINES {
        return text.to_owned();
    }
    let last = &lines[lines.len() - LAST_LINES..];
    format!("{}\n…\n{}", lines[..FIRST_LINES].join("\n"), last.join("\n"))
}

/// Creates a file and the folders on the way to it.
pub(crate) fn create(path: &Path) -> Outcome<File> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Failure::file("create", folder))?;
    }
    File::create(path).map_err(Failure::file("write", path))
}

/// Writes a file and the folders on the way to it.
pub(crate) fn write(path: &Path, contents: &[u8]) -> Outcome<()> {
    create(path)?.write_all(contents).map_err(Failure::file("write", path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_long_log_both_ends_are_shown() {
        let text: Vec<String> = (1..=100).map(|number| number.to_string()).collect();
        let shown = shortened(&text.join("\n"));
        assert!(shown.starts_with("1\n2\n"));
        assert!(shown.contains("10\n…\n51\n"));
        assert!(shown.ends_with("99\n100"));
        assert_eq!(shortened("one\ntwo"), "one\ntwo");
    }
}
