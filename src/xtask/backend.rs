//! The reference backend: building it, starting it, waiting until it answers, stopping it.

use std::ffi::OsStr;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::{Failure, Outcome};
use crate::process::{Running, Task};
use crate::{files, interrupt, progress, project};

/// How long a backend may take to its first answer: migrations, and the passwords of a sample store.
const PATIENCE: Duration = Duration::from_mins(1);
/// How much longer for each time that the store has the usual trade.
const PATIENCE_PER_SIZE: Duration = Duration::from_secs(5);

/// How it is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// For use.
    Release,
    /// For development and tests: quicker to build.
    Debug,
}

/// What to start it with.
pub(crate) struct Options<'a> {
    pub(crate) program: &'a Path,
    pub(crate) port: u16,
    pub(crate) data: &'a Path,
    /// The address of a database on a server, instead of the file in that folder.
    pub(crate) database: Option<&'a str>,
    pub(crate) assets: &'a Path,
    pub(crate) empty: bool,
    /// How many times the usual trade a new sample store has.
    pub(crate) sample_size: u16,
    /// The password of the sample accounts, where the person's environment does not say.
    pub(crate) sample_password: Option<&'a str>,
    /// Where its output goes; shown when there is none.
    pub(crate) log: Option<&'a Path>,
}

/// Builds it; cargo knows whether there is anything to do. Returns the program.
pub(crate) fn build(profile: Profile) -> Outcome<PathBuf> {
    let log = project::log("backend");
    let step = progress::begin("Building the backend", Some(&log));
    let task = Task::cargo(["build", "--package", project::BACKEND]);
    let (task, folder) = match profile {
        Profile::Release => (task.arg("--release"), "release"),
        Profile::Debug => (task, "debug"),
    };
    task.run_quietly(&log)?;
    step.done();
    let folder = project::cargo_target().join(folder);
    Ok(project::program_in(&folder, project::BACKEND))
}

/// Fails when a port cannot be listened on, before anything slow is begun.
pub(crate) fn check_port(port: u16) -> Outcome<()> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .map(drop)
        .map_err(|error| {
            Failure::new(format!("Port {port} cannot be used"))
                .seen(error)
                .advice("stop what is using it, or choose another with --port")
        })
}

/// A port that is free now.
pub(crate) fn free_port() -> Outcome<u16> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|error| Failure::new("No port is free").seen(error))
}

/// Starts it and waits until it answers.
pub(crate) fn start(options: &Options<'_>) -> Outcome<Running> {
    let mut task = Task::new(options.program)
        .args([OsStr::new("--port"), OsStr::new(&options.port.to_string())])
        .args([OsStr::new("--data"), options.data.as_os_str()])
        .args([OsStr::new("--assets"), options.assets.as_os_str()]);
    // Unless it is said, no store of the person's is touched.
    task = match options.database {
        Some(database) => task.env("LATCHKEY_DATABASE", database),
        None => task.without_env("LATCHKEY_DATABASE"),
    };
    if options.empty {
        task = task.arg("--empty");
    } else {
        task = task.args([
            OsStr::new("--sample-size"),
            OsStr::new(&options.sample_size.to_string()),
        ]);
    }
    if let Some(password) = options.sample_password {
        task = task.env("LATCHKEY_SAMPLE_PASSWORD", password);
    }
    let mut running = task.start(options.log)?;
    let started = Instant::now();
    let patience = PATIENCE + PATIENCE_PER_SIZE * u32::from(options.sample_size);
    while !answers(options.port) {
        interrupt::check()?;
        let seen = || options.log.map(files::ends).unwrap_or_default();
        if let Some(status) = running.ended()? {
            return Err(
                Failure::new(format!("`{}` ended before it answered ({status})", running.spoken())).seen(seen()),
            );
        }
        if started.elapsed() > patience {
            return Err(Failure::new(format!(
                "`{}` did not answer within {} seconds",
                running.spoken(),
                patience.as_secs()
            ))
            .seen(seen()));
        }
        thread::sleep(Duration::from_millis(50));
    }
    Ok(running)
}

/// Whether an HTTP server answers; what it answers is its own affair.
fn answers(port: u16) -> bool {
    let ask = || -> std::io::Result<bool> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        stream.write_all(
            format!("GET /api/v1/permissions HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")
                .as_bytes(),
        )?;
        let mut start = [0; 7];
        stream.read_exact(&mut start)?;
        Ok(&start == b"HTTP/1.")
    };
    ask().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_refused_with_advice() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
        let port = taken.local_addr().expect("it has an address").port();
        let failure = check_port(port).expect_err("it is taken");
        assert!(failure.to_string().contains("--port"));
    }

    #[test]
    fn only_http_counts_as_an_answer() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
        let port = listener.local_addr().expect("it has an address").port();
        let server = thread::spawn(move || {
            for answer in ["SSH-2.0-OpenSSH\r\n", "HTTP/1.1 401 Unauthorized\r\n\r\n"] {
                let (mut stream, _) = listener.accept().expect("somebody asks");
                let mut request = [0; 512];
                let length = stream.read(&mut request).expect("the question is read");
                assert!(request[..length].starts_with(b"GET /api/v1/permissions "));
                stream.write_all(answer.as_bytes()).expect("it is answered");
            }
        });
        assert!(!answers(port));
        assert!(answers(port));
        server.join().expect("both were asked");
        assert!(!answers(port));
    }
}
