//! How the browser's program is compiled beyond what its profile says: what a release leaves out, and the standard
//! library, which a release builds anew. All of it is about size alone: where a compiler does not know an option, or has
//! no source of its library, the program is larger, and does the same.

use std::env;
use std::ffi::OsString;

use crate::process::Task;
use crate::setup::WebToolchain;

/// Where in the source a panic came from, and how `{:?}` writes a value. Nobody would read either in the browser, where a
/// panic only stops the program. For the same reason nothing that is shown or compared may be written with `{:?}`; clippy
/// holds that for the app (`use_debug` in `lib.rs`). A build for development has both.
const LEFT_OUT: [&str; 2] = ["-Zlocation-detail=none", "-Zfmt-debug=none"];

/// A panic stops the program without putting together first what it would have said.
const STOP_AT_ONCE: [&str; 2] = ["-Zunstable-options", "-Cpanic=immediate-abort"];

/// The standard library is built with the options and the profile of everything else, and by its smaller algorithms.
const OWN_STD: [(&str, &str); 2] = [
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
];

/// Without this a stable compiler does not take options that may still change.
const UNSTABLE: (&str, &str) = ("RUSTC_BOOTSTRAP", "1");

/// The types of views are erased: an admin of this size is a sixth smaller for it, and three times faster to build.
const ALWAYS: &str = "--cfg erase_components";

/// A command of cargo that compiles for development.
pub(crate) fn for_development(task: Task) -> Task {
    task.env("RUSTFLAGS", flags([ALWAYS]))
}

/// A command of cargo that compiles a release, or fetches what that takes.
pub(crate) fn for_release(task: Task, toolchain: WebToolchain) -> Task {
    let mut options = vec![ALWAYS];
    options.extend(LEFT_OUT.into_iter().filter(|option| takes(toolchain, &[option])));
    let mut task = task.env(UNSTABLE.0, UNSTABLE.1);
    if toolchain.has_std_source() && takes(toolchain, &STOP_AT_ONCE) {
        options.extend(STOP_AT_ONCE);
        for (name, value) in OWN_STD {
            task = task.env(name, value);
        }
    }
    task.env("RUSTFLAGS", flags(options))
}

/// These, after what the person has set.
fn flags<'a>(options: impl IntoIterator<Item = &'a str>) -> OsString {
    let mut flags = env::var_os("RUSTFLAGS").unwrap_or_default();
    for option in options {
        if !flags.is_empty() {
            flags.push(" ");
        }
        flags.push(option);
    }
    flags
}

/// Whether the compiler takes these options.
fn takes(toolchain: WebToolchain, options: &[&str]) -> bool {
    let asked = toolchain.apply(Task::new("rustc")).env(UNSTABLE.0, UNSTABLE.1);
    asked.args(options).args(["--print", "sysroot"]).read().is_ok()
}
