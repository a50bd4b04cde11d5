//! Makes one file of several shared ones with wasm-merge. Each takes the same memory and table from the program, and a
//! program of today has one memory: so they are given a go-between that takes these once and hands them on.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::sections::{Bytes, EXPORTS, HEAD, IMPORTS, MARK, push_number, push_with_length};
use crate::failure::{Failure, Outcome};
use crate::process::Task;
use crate::{files, setup};

/// Where the splitter's files take the program's memory and table from.
const SPLITTERS: &str = "__wasm_split";
/// Where a joined file takes them from.
const OURS: &str = "program";
/// Of an import's kinds, the one that cannot be handed on: the splitter's files call functions by the table.
const FUNCTION: u8 = 0;

/// Writes `joined`, which holds all of `shared`, and takes what wasm-opt is told about the features of the program.
pub(super) fn join(shared: &[PathBuf], joined: &Path, features: &[&str]) -> Outcome<()> {
    let mut taken = BTreeMap::new();
    for path in shared {
        let bytes = fs::read(path).map_err(Failure::file("read", path))?;
        imports(&bytes, &mut taken).ok_or_else(|| {
            Failure::new(format!("{} takes something that is not known here", path.display()))
                .advice("see whether wasm-split-cli is of the version that setup names")
        })?;
    }
    let between = joined.with_extension("between.wasm");
    files::write(&between, &go_between(&taken))?;
    let mut task = Task::new(setup::wasm_merge())
        .args(features)
        .arg(&between)
        .arg(SPLITTERS);
    for (at, path) in shared.iter().enumerate() {
        task = task.arg(path).arg(format!("shared{at}"));
    }
    // It warns of names that only a debugger reads, once for each file.
    task.arg("-o").arg(joined).advice("cargo xtask setup").read().map(drop)
}

/// Adds what a program takes from the splitter's place: what each is, by its name.
fn imports(program: &[u8], taken: &mut BTreeMap<Vec<u8>, Vec<u8>>) -> Option<()> {
    let mut rest = Bytes(program);
    rest.take(HEAD)?;
    while !rest.0.is_empty() {
        let section = rest.byte()?;
        let size = rest.number()?;
        let mut body = Bytes(rest.take(size)?);
        if section != IMPORTS {
            continue;
        }
        for _ in 0..body.number()? {
            let (module, name, what) = (body.text()?, body.text()?, body.what()?);
            if module != SPLITTERS.as_bytes() || what.first() == Some(&FUNCTION) {
                return None;
            }
            taken.insert(name.to_vec(), what.to_vec());
        }
    }
    Some(())
}

/// A program that takes things and gives them on under the same names.
fn go_between(taken: &BTreeMap<Vec<u8>, Vec<u8>>) -> Vec<u8> {
    let (mut imports, mut exports) = (Vec::new(), Vec::new());
    push_number(&mut imports, taken.len());
    push_number(&mut exports, taken.len());
    let mut of_kind = BTreeMap::new();
    for (name, what) in taken {
        push_with_length(&mut imports, OURS.as_bytes());
        push_with_length(&mut imports, name);
        imports.extend_from_slice(what);
        let kind = what.first().copied().unwrap_or_default();
        let index = of_kind.entry(kind).or_insert(0_usize);
        push_with_length(&mut exports, name);
        exports.push(kind);
        push_number(&mut exports, *index);
        *index += 1;
    }
    let mut program = MARK.to_vec();
    for (section, body) in [(IMPORTS, imports), (EXPORTS, exports)] {
        program.push(section);
        push_with_length(&mut program, &body);
    }
    program
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_go_between_gives_what_it_takes() {
        let memory = (b"memory".to_vec(), vec![2, 0, 18]);
        let table = (b"table".to_vec(), vec![1, 0x70, 0, 5]);
        let taken = BTreeMap::from([memory, table]);
        let between = go_between(&taken);
        let expected = [
            &MARK[..],
            b"\x02\x25\x02\x07program\x06memory\x02\x00\x12\x07program\x05table\x01\x70\x00\x05",
            b"\x07\x12\x02\x06memory\x02\x00\x05table\x01\x00",
        ]
        .concat();
        assert_eq!(between, expected);
        assert!(
            imports(&between, &mut BTreeMap::new()).is_none(),
            "it is not one of the splitter's"
        );
    }
}
