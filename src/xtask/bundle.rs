//! `cargo xtask bundle`: what Trunk leaves to its hook after a build, in the folder where it puts the bundle together.
//! Languages are compiled, chapters are added, scripts become files, and a release is compressed ahead.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};
use crate::{boot, compress, dev, files, fingerprint, project, split};

/// Completes the bundle that Trunk is putting together.
pub(crate) fn run() -> Outcome<()> {
    let Some(staging) = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
        return Err(Failure::new("`cargo xtask bundle` is called by Trunk").advice("cargo xtask build"));
    };
    let release = env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release");
    languages(&staging, release)?;
    split::add(&staging)?;
    page(&staging, release)?;
    if release {
        compress::folder(&staging)?;
    } else {
        dev::write_build_number(&staging)?;
    }
    Ok(())
}

/// Puts compiled languages in the place of their sources.
fn languages(staging: &Path, release: bool) -> Outcome<()> {
    let sources = project::root().join("public").join("locales");
    let compiled = staging.join("locales");
    if compiled.exists() {
        fs::remove_dir_all(&compiled).map_err(Failure::file("empty", &compiled))?;
    }
    fs::create_dir_all(&compiled).map_err(Failure::file("create", &compiled))?;
    latchkey_languages::compile(&sources, &compiled).map_err(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        Failure::new(format!("The languages in {} do not fit", sources.display()))
            .seen(faults.join("\n"))
            .advice("give every language the same messages with the same placeholders")
    })?;
    if !release {
        latchkey_languages::pseudo(&sources, &compiled).map_err(|faults| {
            let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
            Failure::new("The pseudo-language could not be made").seen(faults.join("\n"))
        })?;
    }
    Ok(())
}

/// Leaves no script or style inside the page, so that its security policy needs no exception.
fn page(staging: &Path, release: bool) -> Outcome<()> {
    let path = staging.join("index.html");
    let html = fs::read_to_string(&path).map_err(Failure::file("read", &path))?;
    let mut page = boot::take_out(&html)?;
    if !release {
        page.add_script("reload", RELOAD);
    }
    for (name, script) in &page.scripts {
        files::write(&staging.join(name), script.as_bytes())?;
    }
    files::write(&path, page.html.as_bytes())
}

impl boot::Page {
    /// Adds a script that is a file of the bundle.
    pub(crate) fn add_script(&mut self, name: &str, script: &str) {
        let file = format!("{name}-{}.js", fingerprint::of_bytes(script.as_bytes()));
        let element = format!("<script type=\"module\" src=\"/{file}\"></script>");
        let at = self.html.rfind("</body>").unwrap_or(self.html.len());
        self.html.insert_str(at, &element);
        self.scripts.push((file, script.to_owned()));
    }
}

/// In development, a page asks for the number of the present build and reloads when it is another.
const RELOAD: &str = r#"let known;
setInterval(async () => {
  try {
    const answer = await fetch("/dev-build.txt", { cache: "no-store" });
    const number = answer.ok ? (await answer.text()).trim() : "";
    if (!/^\d+$/.test(number)) return;
    if (known && known !== number) location.reload();
    known = number;
  } catch {
    // The backend is starting again.
  }
}, 1000);
"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reload_script_asks_for_the_file_that_is_written() {
        assert!(RELOAD.contains(&format!("\"/{}\"", dev::BUILD_NUMBER)));
    }
}
