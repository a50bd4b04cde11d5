//! Each fault, in the file and the line where it is.

use std::path::Path;

use crate::Folder;
use latchkey_languages::{Fault, FaultKind, read};

/// The only fault of an English file.
fn english(text: &str) -> (Option<usize>, FaultKind) {
    let mut faults = Folder::new(&[("en/a.ftl", text)]).faults();
    assert_eq!(faults.len(), 1, "{faults:?}");
    let (path, line, kind) = faults.remove(0);
    assert!(path == "en/a.ftl" || path.is_empty(), "{path}");
    (line, kind)
}

/// The only fault of a Swedish file beside an English one.
fn swedish(english: &str, swedish: &str) -> (String, Option<usize>, FaultKind) {
    let mut faults = Folder::new(&[("en/a.ftl", english), ("sv/a.ftl", swedish)]).faults();
    assert_eq!(faults.len(), 1, "{faults:?}");
    faults.remove(0)
}

#[test]
fn syntax_is_told_with_its_line() {
    let (line, kind) = english("a = A\n\nb = { $x\n");
    assert_eq!(line, Some(3));
    assert!(matches!(kind, FaultKind::Syntax(_)), "{kind:?}");
}

#[test]
fn a_key_stands_once_in_a_language() {
    assert_eq!(
        english("a = A\nb = B\na = C\n"),
        (Some(3), FaultKind::DuplicateKey("a".into()))
    );
    let two = Folder::new(&[("en/a.ftl", "a = A\n"), ("en/b.ftl", "\na = B\n")]);
    assert_eq!(
        two.faults(),
        [("en/b.ftl".into(), Some(2), FaultKind::DuplicateKey("a".into()))]
    );
}

#[test]
fn every_language_has_the_same_keys() {
    let missing = swedish("a = A\nb = B\n", "a = A\n");
    assert_eq!(missing, ("sv/a.ftl".into(), None, FaultKind::MissingKey("b".into())));
    let unknown = swedish("a = A\n", "a = A\n\nb = B\n");
    assert_eq!(unknown, ("sv/a.ftl".into(), Some(3), FaultKind::UnknownKey("b".into())));
}

#[test]
fn every_language_has_the_same_placeholders() {
    let (path, line, kind) = swedish("a = { $name } and { $other }\n", "a = { $nam } och { $other }\n");
    assert_eq!((path.as_str(), line), ("sv/a.ftl", Some(1)));
    let expected = FaultKind::Placeholders {
        key: "a".into(),
        missing: vec!["name".into()],
        unknown: vec!["nam".into()],
    };
    assert_eq!(kind, expected);
    assert!(kind.to_string().ends_with("lacks { $name } adds { $nam }"), "{kind}");
}

#[test]
fn the_reference_must_be_there() {
    let folder = Folder::new(&[("sv/a.ftl", "a = A\n")]);
    assert_eq!(
        folder.faults(),
        [(String::new(), None, FaultKind::NoReference("en".into()))]
    );
}

#[test]
fn a_folder_that_cannot_be_read_is_told() {
    let faults = read(Path::new("/nonexistent/languages")).expect_err("faults");
    assert!(matches!(faults[0].kind, FaultKind::File(_)), "{faults:?}");
}

#[test]
fn what_fluent_has_and_these_files_have_not_is_refused_by_name() {
    for (text, expected) in [
        ("a = A\n    .title = T\n", "an attribute"),
        ("b = B\n-a = A\n", "a term"),
        ("a = { b }\n", "a reference to a message"),
        ("a = { -b }\n", "a reference to a term"),
        ("a = { DATETIME($x) }\n", "a function other than NUMBER"),
        (
            "a = { NUMBER($x, style: \"percent\") }\n",
            "NUMBER with something else than one argument",
        ),
        ("a = { \"x\" }\n", "a literal in a placeholder"),
        ("a = { { $x } }\n", "a placeholder in a placeholder"),
        (
            "a = { NUMBER($x) ->\n   *[other] X\n}\n",
            "a selector that is no plain argument",
        ),
        (
            "a = { $x ->\n    [1.5] Y\n   *[other] X\n}\n",
            "a choice by a number that is not whole",
        ),
        (
            "a = { $x ->\n    [1] Y\n   *[money] X\n}\n",
            "a choice between numbers and words",
        ),
    ] {
        let (_, kind) = english(text);
        assert!(
            matches!(kind, FaultKind::Unsupported { what, .. } if what == expected),
            "{text}: {kind:?}"
        );
    }
}

#[test]
fn a_plural_has_other_and_what_its_language_needs() {
    let name = || ("a".to_owned(), "n".to_owned());
    let (key, name_) = name();
    let without_other = "a = { $n ->\n    [0] None\n   *[one] One\n}\n";
    assert_eq!(english(without_other).1, FaultKind::NoOther { key, name: name_ });
    let (key, name_) = name();
    let without_one = "a = { $n ->\n   *[other] Many\n}\n";
    assert_eq!(
        english(without_one).1,
        FaultKind::MissingCategory {
            key,
            name: name_,
            category: "one"
        }
    );
    let (key, name_) = name();
    let with_few = "a = { $n ->\n    [one] One\n    [few] Few\n   *[other] Many\n}\n";
    assert_eq!(
        english(with_few).1,
        FaultKind::UnusedCategory {
            key,
            name: name_,
            category: "few".into()
        }
    );
}

#[test]
fn each_language_has_its_own_plurals() {
    let both = "a = { $n ->\n    [one] One\n   *[other] { $n }\n}\n";
    let folder = Folder::new(&[
        ("en/a.ftl", both),
        ("sv/a.ftl", both),
        ("id/a.ftl", "a = { $n }\n"),
        ("xx/a.ftl", "a = { $n ->\n    [dual] D\n   *[rest] R\n}\n"),
    ]);
    // A language that counts by words takes the number for a word.
    let faults = folder.faults();
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert_eq!(
        faults[0].2,
        FaultKind::NumberAndWord {
            key: "a".into(),
            name: "n".into()
        }
    );
    let in_indonesian = Folder::new(&[("en/a.ftl", both), ("id/a.ftl", both)]);
    let category = "one".to_owned();
    let unused = FaultKind::UnusedCategory {
        key: "a".into(),
        name: "n".into(),
        category,
    };
    assert_eq!(in_indonesian.faults(), [("id/a.ftl".into(), Some(1), unused)]);
}

#[test]
fn keys_must_be_able_to_name_functions() {
    assert_eq!(english("Ab = A\n").1, FaultKind::KeyForm("Ab".into()));
    assert_eq!(
        english("match = A\n").1,
        FaultKind::RustWord {
            key: "match".into(),
            name: "match".into()
        }
    );
    assert_eq!(
        english("a = { $type }\n").1,
        FaultKind::RustWord {
            key: "a".into(),
            name: "type".into()
        }
    );
    let faults = Folder::new(&[("en/a.ftl", "a-b = A\na_b = B\n")]).faults();
    assert!(
        faults
            .iter()
            .any(|fault| fault.2 == FaultKind::SameFunction("a-b".into(), "a_b".into())),
        "{faults:?}"
    );
}

#[test]
fn a_fault_names_file_line_and_message() {
    let fault = Fault {
        path: "sv/staff.ftl".into(),
        line: Some(7),
        kind: FaultKind::UnknownKey("staff-x".into()),
    };
    assert_eq!(
        fault.to_string(),
        "sv/staff.ftl:7: `staff-x` is not in the reference language"
    );
}

#[test]
fn what_comes_first_must_be_there() {
    let folder = Folder::new(&[("first.txt", "a\n\nattic\n"), ("en/a.ftl", "a = A\n")]);
    assert_eq!(
        folder.faults(),
        [("first.txt".into(), Some(3), FaultKind::NoArea("attic".into()))]
    );
}
