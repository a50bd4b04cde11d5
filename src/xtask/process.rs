//! Running other programs: shown, kept in a log, read, or shown and read; stopped with everything they started.
//! Apart, so that every failure names its command, and no command outlives this one.

use std::env;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::Duration;

use crate::failure::{Failure, Outcome};
use crate::{environment, files, interrupt, project};

/// A command to be run.
pub(crate) struct Task {
    command: Command,
    path: Vec<PathBuf>,
    advice: String,
}

/// A command that is running. Dropping it ends it.
pub(crate) struct Running {
    child: Child,
    spoken: String,
}

impl Task {
    /// A command that runs in the project's root, free of what cargo told this program about itself.
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(program);
        command.current_dir(project::root()).stdin(Stdio::null());
        for (name, _) in env::vars_os() {
            if environment::is_cargos_own(&name) {
                command.env_remove(name);
            }
        }
        if let Some(libraries) = env::var_os("LD_LIBRARY_PATH") {
            command.env("LD_LIBRARY_PATH", environment::without_rustup(&libraries));
        }
        Self {
            command,
            path: Vec::new(),
            advice: String::new(),
        }
    }

    /// Cargo, with its first arguments.
    pub(crate) fn cargo<I: IntoIterator<Item: AsRef<OsStr>>>(arguments: I) -> Self {
        Self::new("cargo").args(arguments)
    }

    pub(crate) fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.command.arg(argument);
        self
    }

    pub(crate) fn args<I: IntoIterator<Item: AsRef<OsStr>>>(mut self, arguments: I) -> Self {
        self.command.args(arguments);
        self
    }

    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    pub(crate) fn without_env(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    pub(crate) fn dir(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Looks for programs in this folder before any other.
    pub(crate) fn first_on_path(mut self, folder: PathBuf) -> Self {
        self.path.push(folder);
        self
    }

    /// What to do when the command fails.
    pub(crate) fn advice(mut self, advice: impl Into<String>) -> Self {
        self.advice = advice.into();
        self
    }

    /// Runs it with its output shown.
    pub(crate) fn run(self) -> Outcome<()> {
        let advice = self.advice.clone();
        let mut running = self.start(None)?;
        let status = running.wait()?;
        running.judge(status, "").map_err(|f| f.advice(advice))
    }

    /// Runs it with its output in a log; a failure shows the end of it and names the file.
    pub(crate) fn run_quietly(self, log: &Path) -> Outcome<()> {
        let advice = self.advice.clone();
        let mut running = self.start(Some(log))?;
        let status = running.wait()?;
        running.judge(status, &files::ends(log)).map_err(|f| {
            f.advice(if advice.is_empty() {
                format!("the whole output is in {}", log.display())
            } else {
                format!("{advice} (the whole output is in {})", log.display())
            })
        })
    }

    /// Runs a short command and reads its output. Its complaints are shown only when it fails.
    pub(crate) fn read(mut self) -> Outcome<String> {
        self.settle_path();
        let spoken = spoken(&self.command);
        let output = self
            .command
            .output()
            .map_err(|error| not_started(&spoken, &error).advice(self.advice.clone()))?;
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        } else {
            Err(Failure::new(format!("`{spoken}` failed ({})", output.status))
                .seen(String::from_utf8_lossy(&output.stderr))
                .advice(self.advice))
        }
    }

    /// Runs a command whose output is shown line by line and read as well: a test runner.
    pub(crate) fn run_and_read(mut self) -> Outcome<(bool, String)> {
        self.command.stdout(Stdio::piped());
        let mut running = self.start(None)?;
        let Some(stdout) = running.child.stdout.take() else {
            return Err(Failure::new(format!("`{}` gave no output to read", running.spoken)));
        };
        let reader = thread::spawn(move || {
            let mut text = String::new();
            for line in BufReader::new(stdout).split(b'\n').map_while(Result::ok) {
                let line = String::from_utf8_lossy(&line);
                println!("{line}");
                text.push_str(&line);
                text.push('\n');
            }
            text
        });
        let status = running.wait()?;
        // A grandchild that holds the pipe open would keep the reader waiting: end the group first.
        interrupt::end_group(&running.child);
        let text = reader.join().unwrap_or_default();
        Ok((status.success(), text))
    }

    /// Starts it without waiting; with a log, its output goes there.
    pub(crate) fn start(mut self, log: Option<&Path>) -> Outcome<Running> {
        interrupt::check()?;
        self.settle_path();
        let spoken = spoken(&self.command);
        if let Some(log) = log {
            let file = files::create(log)?;
            let errors = file.try_clone().map_err(Failure::file("write the log", log))?;
            self.command.stdout(file).stderr(errors);
        }
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut self.command, 0);
        let child = self
            .command
            .spawn()
            .map_err(|error| not_started(&spoken, &error).advice(self.advice))?;
        Ok(Running { child, spoken })
    }

    fn settle_path(&mut self) {
        if self.path.is_empty() {
            return;
        }
        let old = env::var_os("PATH").unwrap_or_default();
        let folders = self.path.drain(..).chain(env::split_paths(&old));
        // A folder with the separator in its name cannot be on PATH anyway.
        if let Ok(path) = env::join_paths(folders) {
            self.command.env("PATH", path);
        }
    }
}

impl Running {
    /// Waits until it ends, or ends it when somebody asks to stop.
    pub(crate) fn wait(&mut self) -> Outcome<ExitStatus> {
        loop {
            if let Some(status) = self.ended()? {
                return Ok(status);
            }
            if interrupt::requested() {
                interrupt::end(&mut self.child);
                return Err(Failure::Stopped);
            }
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// How it ended, if it did.
    pub(crate) fn ended(&mut self) -> Outcome<Option<ExitStatus>> {
        self.child
            .try_wait()
            .map_err(|error| Failure::new(format!("Lost sight of `{}`", self.spoken)).seen(error))
    }

    /// The command as it would be typed.
    pub(crate) fn spoken(&self) -> &str {
        &self.spoken
    }

    fn judge(&self, status: ExitStatus, seen: &str) -> Outcome<()> {
        if status.success() {
            Ok(())
        } else {
            Err(Failure::new(format!("`{}` failed ({status})", self.spoken)).seen(seen))
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        interrupt::end(&mut self.child);
    }
}

fn not_started(spoken: &str, error: &std::io::Error) -> Failure {
    Failure::new(format!("`{spoken}` could not be started")).seen(error)
}

fn spoken(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| {
            let word = word.to_string_lossy();
            if word.contains(' ') || word.is_empty() {
                format!("'{word}'")
            } else {
                word.into_owned()
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(all(test, unix))]
#[path = "process_tests.rs"]
mod tests;
