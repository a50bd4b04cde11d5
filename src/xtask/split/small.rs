//! Puts the files of chapters together and makes them small, as many at a time as there are processors: apart, because
//! it is the longest step of a build after compiling.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::joined;
use crate::failure::{Failure, Outcome};
use crate::process::Task;
use crate::{project, setup};

/// Makes each of these out of its sources, and makes it small where that is asked for.
pub(super) fn make(files: &[(&Path, &[PathBuf])], small: bool) -> Outcome<()> {
    let options = Options::read()?;
    let waiting = Mutex::new(files.iter());
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || {
        while let Some((to, from)) = next() {
            match from {
                [one] if one == to => {}
                [one] => drop(fs::copy(one, to).map_err(Failure::file("write", to))?),
                several => joined::join(several, to, &options.parameters())?,
            }
            if small {
                options.make_small(to)?;
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

/// How Trunk is told to call wasm-opt for the first part: chapters are treated alike.
struct Options {
    level: String,
    parameters: String,
}

impl Options {
    fn read() -> Outcome<Self> {
        let page = project::root().join("src/app/index.html");
        let text = fs::read_to_string(&page).map_err(Failure::file("read", &page))?;
        let setting = |name: &str| {
            let (_, value) = text.split_once(&format!(" {name}=\""))?;
            Some(value.split_once('"')?.0.to_owned())
        };
        match (setting("data-wasm-opt"), setting("data-wasm-opt-params")) {
            (Some(level), Some(parameters)) => Ok(Self { level, parameters }),
            _ => Err(Failure::new(format!(
                "{} does not say how wasm-opt is to be called",
                page.display()
            ))),
        }
    }

    fn parameters(&self) -> Vec<&str> {
        self.parameters.split_whitespace().collect()
    }

    fn make_small(&self, file: &Path) -> Outcome<()> {
        Task::new(setup::wasm_opt())
            .arg(format!("-O{}", self.level))
            .args(self.parameters())
            .arg(file)
            .arg("-o")
            .arg(file)
            .run()
    }
}
