//! Gives short names to the functions that the program takes from its script. wasm-bindgen ends each of their names in
//! a hash, which no compression makes smaller, once in the program and once in the script: together five kilobytes.

use std::collections::BTreeMap;

use super::sections::{Bytes, IMPORTS, push_number, push_with_length, rewritten};
use crate::failure::{Failure, Outcome};

/// How the module of the script's functions ends.
const SCRIPT: &[u8] = b"_bg.js";
const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// The program and its script with short names in both.
pub(crate) fn shorten(program: &[u8], script: &str) -> Outcome<(Vec<u8>, String)> {
    let mut names = BTreeMap::new();
    let program = rewritten(program, IMPORTS, |body| imports(body, script, &mut names))
        .ok_or_else(|| Failure::new("What wasm-bindgen made is no program that is understood here"))?;
    let mut shortened = String::with_capacity(script.len());
    for line in script.lines() {
        let short = key(line).and_then(|name| names.get_key_value(name));
        match short {
            Some((name, short)) => shortened.push_str(&line.replacen(name, short, 1)),
            None => shortened.push_str(line),
        }
        shortened.push('\n');
    }
    Ok((program, shortened))
}

/// The member of an object that a line begins.
fn key(line: &str) -> Option<&str> {
    let (name, _) = line.trim_start().split_once(": ")?;
    name.bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        .then_some(name)
}

/// Only a name that the script has once, as a member, means one thing.
fn is_one_member(script: &str, name: &str) -> bool {
    script.matches(name).count() == 1 && script.lines().any(|line| key(line) == Some(name))
}

fn short_name(mut index: usize) -> String {
    let mut name = String::new();
    loop {
        name.push(char::from(LETTERS[index % LETTERS.len()]));
        index /= LETTERS.len();
        if index == 0 {
            return name;
        }
        index -= 1;
    }
}

fn imports(body: &[u8], script: &str, names: &mut BTreeMap<String, String>) -> Option<Vec<u8>> {
    let mut rest = Bytes(body);
    let count = rest.number()?;
    let mut renamed = Vec::with_capacity(body.len());
    push_number(&mut renamed, count);
    for _ in 0..count {
        let (module, name) = (rest.text()?, rest.text()?);
        let kind = rest.what()?;
        push_with_length(&mut renamed, module);
        let text = std::str::from_utf8(name).ok()?;
        if module.ends_with(SCRIPT) && is_one_member(script, text) {
            let next = names.len();
            let short = names.entry(text.to_owned()).or_insert_with(|| short_name(next));
            push_with_length(&mut renamed, short.as_bytes());
        } else {
            push_with_length(&mut renamed, name);
        }
        renamed.extend_from_slice(kind);
    }
    Some(renamed)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str = "__wbg_then_e3f7f2d365708be8";
    const TWICE: &str = "__wbg_new_0000000000000001";

    /// A program that takes two functions and a memory from elsewhere, and has one section more.
    fn program(first: &str) -> Vec<u8> {
        let mut imports = vec![4];
        for (module, name, what) in [
            ("./app_bg.js", first, &[0, 1][..]),
            ("./app_bg.js", TWICE, &[0, 2]),
            ("__wasm_split", LONG, &[0, 3]),
            ("env", "memory", &[2, 1, 17, 200, 1]),
        ] {
            push_with_length(&mut imports, module.as_bytes());
            push_with_length(&mut imports, name.as_bytes());
            imports.extend_from_slice(what);
        }
        let mut program = b"\0asm\x01\0\0\0".to_vec();
        program.push(IMPORTS);
        push_with_length(&mut program, &imports);
        program.push(10);
        push_with_length(&mut program, &[7; 200]);
        program
    }

    #[test]
    fn a_name_becomes_short_on_both_sides_where_it_means_one_thing() {
        let script = format!("imports = {{\n  {LONG}: function(a) {{\n    {TWICE}();\n  }},\n  {TWICE}: 1,\n}}\n");
        let (renamed, shortened) = shorten(&program(LONG), &script).expect("it is a program");
        assert_eq!(renamed, program("a"));
        assert_eq!(shortened, script.replace(LONG, "a"));
    }

    #[test]
    fn what_is_no_program_is_refused() {
        assert!(shorten(b"\0asm", "").is_err());
        let whole = program(LONG);
        assert!(shorten(&whole[..whole.len() - 1], "").is_err());
    }

    #[test]
    fn no_two_short_names_are_the_same() {
        let names: std::collections::BTreeSet<_> = (0..6000).map(short_name).collect();
        assert_eq!(names.len(), 6000);
    }
}
