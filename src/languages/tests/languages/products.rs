//! What comes out: compiled files, the pseudo-language, functions, the fingerprint.

use std::fs;
use std::path::Path;

use crate::Folder;
use latchkey_languages::message::{Argument, Numbers, render};
use latchkey_languages::{compile, pseudo, read, rust_keys};

pub(crate) struct Plain;

impl Numbers for Plain {
    fn written(&self, number: u64) -> String {
        number.to_string()
    }

    fn category(&self, number: u64) -> String {
        if number == 1 { "one" } else { "other" }.to_owned()
    }
}

pub(crate) const ENGLISH: &str = "\
hello = Hello, { $name }
count =
    { $n ->
        [0] Nobody
        [one] One person
       *[other] { $n } people
    }
of = { NUMBER($held) } of { NUMBER($all) }
kind = { $kind ->
    [money] Money {$who}
   *[else] {$who} \u{7c} else
}
";

fn compiled(folder: &Folder, language: &str) -> Vec<String> {
    let out = folder.0.join("out").join(format!("{language}.json"));
    serde_json::from_str(&fs::read_to_string(out).expect("a compiled file")).expect("an array of strings")
}

#[test]
fn a_compiled_language_says_what_its_source_says() {
    let folder = Folder::new(&[("in/en/a.ftl", ENGLISH)]);
    let paths = compile(&folder.0.join("in"), &folder.0.join("out")).expect("no faults");
    assert_eq!(paths, [folder.0.join("out/en.json")]);
    let languages = read(&folder.0.join("in")).expect("no faults");
    let file = compiled(&folder, "en");
    assert_eq!(file[..2], ["en".to_owned(), languages.fingerprint()]);
    assert_eq!(languages.keys().collect::<Vec<_>>(), ["count", "hello", "kind", "of"]);
    let [count, hello, kind, of] = &file[2..] else {
        panic!("four messages: {file:?}");
    };
    let number = |n| render(count, &[Argument::Number(n)], &Plain);
    assert_eq!([number(0), number(1), number(5)], ["Nobody", "One person", "5 people"]);
    assert_eq!(render(hello, &[Argument::Text("Maja")], &Plain), "Hello, Maja");
    let chosen = |kind_| render(kind, &[Argument::Text(kind_), Argument::Text("Budi")], &Plain);
    assert_eq!([chosen("money"), chosen("data")], ["Money Budi", "Budi | else"]);
    assert_eq!(
        render(of, &[Argument::Number(7), Argument::Number(2)], &Plain),
        "2 of 7"
    );
}

#[test]
fn what_comes_first_is_a_file_of_its_own_and_has_the_first_numbers() {
    let folder = Folder::new(&[
        ("in/first.txt", "door\n"),
        ("in/en/door.ftl", "open = Open\n"),
        ("in/en/attic.ftl", "crate-of-old = Crate\n"),
        ("in/sv/attic.ftl", "crate-of-old = Låda\nopen = Öppna\n"),
    ]);
    compile(&folder.0.join("in"), &folder.0.join("out")).expect("no faults");
    assert_eq!(compiled(&folder, "en")[2..], ["Open"]);
    assert_eq!(compiled(&folder, "en.more")[2..], ["Crate"]);
    // Where a message comes is the reference's affair, wherever a translation keeps it.
    assert_eq!(compiled(&folder, "sv")[2..], ["Öppna"]);
    assert_eq!(compiled(&folder, "sv")[1], compiled(&folder, "sv.more")[1]);
    let source = rust_keys(&read(&folder.0.join("in")).expect("no faults"));
    for expected in [
        "pub(crate) const FIRST: usize = 1;",
        "pub(crate) const COUNT: usize = 2;",
        "const open: fn() -> String = || text(0);",
        "const crate_of_old: fn() -> String = || text(1);",
    ] {
        assert!(source.contains(expected), "{expected}\nnot in\n{source}");
    }
}

#[test]
fn the_pseudo_language_keeps_placeholders_and_marks_everything_else() {
    let folder = Folder::new(&[("in/en/a.ftl", ENGLISH)]);
    pseudo(&folder.0.join("in"), &folder.0.join("out")).expect("no faults");
    let file = compiled(&folder, "qps");
    assert_eq!(
        render(&file[3], &[Argument::Text("Maja")], &Plain),
        "[!!! Ĥéļļö, Maja ···]"
    );
    assert_eq!(
        render(&file[2], &[Argument::Number(1)], &Plain),
        "[!!! Öñé þéŕšöñ ····]"
    );
}

#[test]
fn functions_have_typed_arguments_in_alphabetical_order() {
    let folder = Folder::new(&[("en/a.ftl", ENGLISH)]);
    let source = rust_keys(&read(&folder.0).expect("no faults"));
    for expected in [
        "/// `Hello, {name}`\npub(crate) fn hello(name: &str) -> String {\n    text_with(1, &[Argument::Text(name)])\n}\n",
        "pub(crate) fn count(n: u64) -> String {\n    text_with(0, &[Argument::Number(n)])\n}\n",
        "pub(crate) fn of(all: u64, held: u64) -> String {",
        "pub(crate) const FIRST: usize = 4;",
        "pub(crate) const COUNT: usize = 4;",
    ] {
        assert!(source.contains(expected), "{expected}\nnot in\n{source}");
    }
}

#[test]
fn words_without_arguments_are_all_of_one_type() {
    let folder = Folder::new(&[("en/a.ftl", "plain = Plain\n")]);
    let source = rust_keys(&read(&folder.0).expect("no faults"));
    let expected = "/// `Plain`\npub(crate) const plain: fn() -> String = || text(0);\n";
    assert!(source.contains(expected), "{expected}\nnot in\n{source}");
}

#[test]
fn the_fingerprint_follows_keys_and_arguments_but_not_words() {
    let of = |text: &str| {
        read(&Folder::new(&[("en/a.ftl", text)]).0)
            .expect("no faults")
            .fingerprint()
    };
    let first = of("a = A { $x }\n");
    assert_eq!(first, of("a = B { $x }\n"));
    assert_ne!(first, of("b = A { $x }\n"));
    assert_ne!(first, of("a = A { $y }\n"));
    assert_ne!(first, of("a = A { NUMBER($x) }\n"));
}

#[test]
fn the_languages_of_the_admin_fit_each_other() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/locales");
    match read(&dir) {
        Ok(languages) => assert_eq!(languages.names().collect::<Vec<_>>(), ["en", "id", "sv"]),
        Err(faults) => panic!(
            "{}",
            faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
        ),
    }
}
