//! Whatever is damaged in a language file: reading it ends, and what cannot be taken is named with its file.

#[path = "../../../../tests/damage/text.rs"]
mod text;

use std::fs;
use std::path::{Path, PathBuf};

use latchkey_languages::message::{Argument, render};
use latchkey_languages::{compile, read};
use proptest::prelude::*;

use super::Folder;
use super::products::Plain;
use text::{damaged, hold};

const TIMES: u32 = 150;

/// The files that ship.
fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/locales/en");
    let entries = fs::read_dir(&folder).expect("there are languages");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("it is read").path()).collect();
    files.sort();
    files
}

#[test]
fn a_language_file() {
    for file in files() {
        let text = fs::read_to_string(&file).expect("it is read");
        hold(TIMES.div_ceil(20), &damaged(&text), |text| {
            let folder = Folder::new(&[("in/en/damaged.ftl", &text)]);
            match read(&folder.0.join("in")) {
                Err(faults) => {
                    prop_assert!(!faults.is_empty());
                    for fault in faults {
                        prop_assert!(fault.to_string().contains("in/en"), "{fault}");
                    }
                }
                Ok(_) => {
                    let compiled = compile(&folder.0.join("in"), &folder.0.join("out"));
                    prop_assert!(compiled.is_ok(), "what can be read can be compiled");
                }
            }
            Ok(())
        });
    }
}

#[test]
fn a_message_in_its_small_form() {
    let folder = Folder::new(&[("in/en/a.ftl", super::products::ENGLISH)]);
    compile(&folder.0.join("in"), &folder.0.join("out")).expect("it is whole");
    let compiled = fs::read_to_string(folder.0.join("out/en.json")).expect("it was written");
    let messages: Vec<String> = serde_json::from_str(&compiled).expect("a list of texts");
    for message in &messages[2..] {
        hold(TIMES, &damaged(message), |text| {
            // A browser has to show something: any text will do.
            let long = render(&text, &[Argument::Number(3), Argument::Text("Maja")], &Plain);
            prop_assert!(long.len() <= 100 * (text.len() + 10), "{long}");
            drop(render(&text, &[], &Plain));
            Ok(())
        });
    }
}
