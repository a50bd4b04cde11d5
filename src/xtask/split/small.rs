//! Puts the files of the program together and makes them small, as many at a time as there are processors: apart, because
//! it is the longest step of a build after compiling.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::{alike, joined, table};
use crate::failure::{Failure, Outcome};
use crate::process::Task;
use crate::{files, setup};

/// What the compiler makes use of, and every browser of the last years knows.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Makes each of these out of its sources, and makes it small where that is asked for.
pub(super) fn make(files: &[(&Path, &[PathBuf])], small: bool) -> Outcome<()> {
    let waiting = Mutex::new(files.iter());
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || {
        while let Some((to, from)) = next() {
            match from {
                [one] if one == to => {}
                [one] => drop(fs::copy(one, to).map_err(Failure::file("write", to))?),
                several => joined::join(several, to, &FEATURES)?,
            }
            if small {
                make_small(to)?;
            }
        }
        Ok(())
    };
    let done: Vec<Outcome<()>> = thread::scope(|scope| {
        let hands = thread::available_parallelism().map_or(1, usize::from);
        let hands: Vec<_> = (0..hands).map(|_| scope.spawn(work)).collect();
        let ended = |hand: thread::ScopedJoinHandle<'_, Outcome<()>>| hand.join();
        let unexpected = |_| Err(Failure::new("Putting a chapter together ended unexpectedly"));
        hands
            .into_iter()
            .map(|hand| ended(hand).unwrap_or_else(unexpected))
            .collect()
    });
    done.into_iter().collect()
}

/// wasm-opt on one file: small, then in an order that compresses well. That traps never happen only lets it leave out what
/// comes to nothing but a trap; a panic still says what it has to before it ends the program. What lies lowest in the
/// memory is the far end of the stack, where nothing is.
fn make_small(file: &Path) -> Outcome<()> {
    optimise(file, &["-Os", "--traps-never-happen", "--low-memory-unused"])?;
    rewrite(file, alike::name)?;
    optimise(file, &["--reorder-functions-by-name"])?;
    rewrite(file, table::shorten)
}

fn optimise(file: &Path, how: &[&str]) -> Outcome<()> {
    Task::new(setup::wasm_opt())
        .args(FEATURES)
        .args(how)
        .arg(file)
        .arg("-o")
        .arg(file)
        .run()
}

fn rewrite(file: &Path, how: fn(&[u8]) -> Option<Vec<u8>>) -> Outcome<()> {
    let bytes = fs::read(file).map_err(Failure::file("read", file))?;
    let not_understood = || Failure::new(format!("{} is no program that is understood here", file.display()));
    files::write(file, &how(&bytes).ok_or_else(not_understood)?)
}
