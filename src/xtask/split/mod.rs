//! Takes the browser's program apart into chapters between cargo and wasm-bindgen. Trunk has no step there, so it finds
//! this program in wasm-bindgen's place: what it asks of wasm-bindgen is asked of the real one, about the first part.

mod alike;
mod joined;
mod loader;
mod packs;
mod sections;
mod short_names;
mod small;
mod table;
mod unused;

use std::collections::BTreeSet;
use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};

use self::loader::Plan;
use self::packs::Pack;
use crate::failure::{Failure, Outcome};
use crate::process::Task;
use crate::{files, fingerprint, minify, project, setup};

/// The name under which this program stands in for another.
const STOOD_IN_FOR: &str = "wasm-bindgen";
/// Where the chapters go.
const CHAPTERS: &str = "LATCHKEY_CHAPTERS";
/// The real wasm-bindgen.
const BINDGEN: &str = "LATCHKEY_WASM_BINDGEN";
/// Set when the chapters are to be made small.
const SMALL: &str = "LATCHKEY_SMALL_CHAPTERS";
/// What a program asks for that has not been taken apart.
const NOT_SPLIT: &str = "__wasm_split_placeholder__";

/// Has Trunk's command split the program.
pub(crate) fn arrange(task: Task, release: bool) -> Outcome<Task> {
    let place = project::target().join("stand-in");
    stand_in(&project::program_in(&place, STOOD_IN_FOR))?;
    let real =
        setup::wasm_bindgen().ok_or_else(|| Failure::new("There is no wasm-bindgen").advice("cargo xtask setup"))?;
    let chapters = project::target()
        .join("chapters")
        .join(if release { "release" } else { "development" });
    let task = task.first_on_path(place).env(BINDGEN, real).env(CHAPTERS, chapters);
    Ok(if release { task.env(SMALL, "yes") } else { task })
}

/// Puts this program there under the other name. The one that was there may be of an earlier build.
fn stand_in(there: &Path) -> Outcome<()> {
    let this =
        env::current_exe().map_err(|error| Failure::new("Could not find the path of this program").seen(error))?;
    if let Some(folder) = there.parent() {
        fs::create_dir_all(folder).map_err(Failure::file("create", folder))?;
    }
    if there.exists() {
        fs::remove_file(there).map_err(Failure::file("remove", there))?;
    }
    // Not every file system has links.
    if fs::hard_link(&this, there).is_err() {
        fs::copy(&this, there).map_err(Failure::file("write", there))?;
    }
    Ok(())
}

/// Whether this program was called as wasm-bindgen.
pub(crate) fn is_stand_in() -> bool {
    env::args_os()
        .next()
        .is_some_and(|program| Path::new(&program).file_stem() == Some(OsStr::new(STOOD_IN_FOR)))
}

/// Does what wasm-bindgen was asked to do, about the first part of the program.
pub(crate) fn run() -> Outcome<()> {
    let (Some(bindgen), Some(chapters)) = (env::var_os(BINDGEN), env::var_os(CHAPTERS).map(PathBuf::from)) else {
        return Err(Failure::new("This stands in for wasm-bindgen in a build only").advice("cargo xtask build"));
    };
    let asked: Vec<OsString> = env::args_os().skip(1).collect();
    let Some(at) = asked
        .iter()
        .position(|word| Path::new(word).extension() == Some(OsStr::new("wasm")))
    else {
        return Task::new(bindgen).args(asked).run();
    };
    let whole = PathBuf::from(&asked[at]);
    let name = whole.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    if chapters.exists() {
        fs::remove_dir_all(&chapters).map_err(Failure::file("empty", &chapters))?;
    }
    let parts = chapters.join("parts");
    let bytes = fs::read(&whole).map_err(Failure::file("read", &whole))?;
    let not_understood = || Failure::new(format!("{} is no program that is understood here", whole.display()));
    let used = chapters.join("used.wasm");
    files::write(&used, &unused::leave_out(&bytes).ok_or_else(not_understood)?)?;
    Task::new("wasm-split-cli")
        .arg(&used)
        .arg(&parts)
        .args(["--out-name", &name])
        .advice("cargo xtask setup")
        .run()?;
    let first = parts.join(format!("{name}.wasm"));
    let mut of_the_first = asked.clone();
    of_the_first[at] = first.clone().into_os_string();
    // The chapters take the program's table of functions from the first part, under the name that the linker gave it.
    Task::new(bindgen).arg("--keep-lld-exports").args(of_the_first).run()?;

    let loading = parts.join(loader::FILE);
    let loading = fs::read_to_string(&loading).map_err(Failure::file("read", &loading))?;
    let plan = loader::plan(&loading)?;
    let small = env::var_os(SMALL).is_some();
    let script = script(&asked, &name)?;
    let mut text = fs::read_to_string(&script).map_err(Failure::file("read", &script))?;
    let mut program = None;
    if small {
        let stem = script.file_stem().unwrap_or_default().to_string_lossy();
        let path = script.with_file_name(format!("{stem}_bg.wasm"));
        let bytes = fs::read(&path).map_err(Failure::file("read", &path))?;
        let (bytes, shortened) = short_names::shorten(&bytes, &text)?;
        files::write(&path, &bytes)?;
        text = shortened;
        program = Some(path);
    }
    let files = finish(&parts, &plan, &chapters, program.as_deref())?;
    let names = plan.chapters.into_keys().collect();
    files::write(&script, loader::put_into(&text, &names, &files)?.as_bytes())?;
    if small {
        minify::in_place(&script)?;
    }
    fs::remove_file(&used).map_err(Failure::file("remove", &used))?;
    fs::remove_dir_all(&parts).map_err(Failure::file("remove", &parts))
}

/// The script that wasm-bindgen writes when it is asked so.
fn script(asked: &[OsString], name: &str) -> Outcome<PathBuf> {
    let value = |of: &str| {
        asked
            .iter()
            .find_map(|word| word.to_str()?.strip_prefix(of)?.strip_prefix('='))
    };
    let folder =
        value("--out-dir").ok_or_else(|| Failure::new("Trunk does not say where wasm-bindgen's files are to go"))?;
    Ok(Path::new(folder).join(format!("{}.js", value("--out-name").unwrap_or(name))))
}

/// Names each file after its content, so that it can be kept for ever, and gives each with the chapters that need it. Where
/// there is a program to make small, what chapters share is joined and they are made small along with it.
fn finish(
    parts: &Path,
    plan: &Plan,
    chapters: &Path,
    program: Option<&Path>,
) -> Outcome<Vec<(String, BTreeSet<String>)>> {
    let small = program.is_some();
    let mut shared = Vec::new();
    for (name, users) in &plan.shared {
        let path = parts.join(format!("{name}.wasm"));
        shared.push(Pack {
            files: vec![name.clone()],
            bytes: path.metadata().map_err(Failure::file("read", &path))?.len(),
            chapters: users.clone(),
        });
    }
    let mut made = Vec::new();
    for (at, pack) in if small { packs::join(shared) } else { shared }.into_iter().enumerate() {
        let sources = pack.files.iter().map(|name| parts.join(format!("{name}.wasm")));
        made.push((
            parts.join(format!("shared_{at}.wasm")),
            sources.collect(),
            pack.chapters,
        ));
    }
    for (chapter, has_file) in &plan.chapters {
        if *has_file {
            let path = parts.join(format!("split_{chapter}.wasm"));
            made.push((path.clone(), vec![path], BTreeSet::from([chapter.clone()])));
        }
    }
    let mut work: Vec<(&Path, &[PathBuf])> = made
        .iter()
        .map(|(to, from, _)| (to.as_path(), from.as_slice()))
        .collect();
    // The largest first.
    let program = program.map(Path::to_path_buf);
    work.extend(program.iter().map(|path| (path.as_path(), std::slice::from_ref(path))));
    work.rotate_right(usize::from(small));
    small::make(&work, small)?;

    let mut named = Vec::new();
    for (path, _, users) in made {
        let bytes = fs::read(&path).map_err(Failure::file("read", &path))?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let title = match stem.strip_prefix("split_") {
            Some(chapter) => chapter.replace('_', "-"),
            None => "shared".to_owned(),
        };
        let name = format!("{title}-{}.wasm", fingerprint::of_bytes(&bytes));
        files::write(&chapters.join(&name), &bytes)?;
        named.push((name, users));
    }
    Ok(named)
}

/// Puts the chapters into the bundle that Trunk is putting together.
pub(crate) fn add(staging: &Path) -> Outcome<()> {
    let not_split = || {
        Failure::new("The program has not been taken apart into its chapters, so it would not start")
            .advice("cargo xtask build (it calls Trunk)")
    };
    let chapters = env::var_os(CHAPTERS).map(PathBuf::from).ok_or_else(not_split)?;
    for script in endings(staging, "js")? {
        let text = fs::read_to_string(&script).map_err(Failure::file("read", &script))?;
        if text.contains(NOT_SPLIT) {
            return Err(not_split());
        }
    }
    for chapter in endings(&chapters, "wasm")? {
        let there = staging.join(chapter.file_name().unwrap_or_default());
        fs::copy(&chapter, &there).map_err(Failure::file("write", &there))?;
    }
    Ok(())
}

/// The files with this ending in a folder.
fn endings(folder: &Path, ending: &str) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(Failure::file("read", folder))?;
    Ok(entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.extension() == Some(OsStr::new(ending)))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_is_where_trunk_asks_for_it() {
        let asked = ["--target=web", "--out-dir=/a/b", "--out-name=app", "/c/d.wasm"].map(OsString::from);
        assert_eq!(script(&asked, "d").expect("it is said"), Path::new("/a/b/app.js"));
        assert!(script(&asked[3..], "d").is_err());
    }
}
