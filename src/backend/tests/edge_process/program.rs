//! The program, started on a free port with a bundle and data of its own.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use tempfile::TempDir;

use crate::own_database::OwnDatabase;

pub(crate) const PASSWORD: &str = "a password for samples only";
/// Longer than any step takes; only a fault is waited for this long.
const PATIENCE: Duration = Duration::from_mins(1);

/// Folders for the program, and a database where stores are kept on a server.
pub(crate) struct Place {
    folder: TempDir,
    database: Option<OwnDatabase>,
}

impl Place {
    pub(crate) fn new() -> Self {
        Self::with(OwnDatabase::new(None))
    }

    /// One with a store in a file, wherever others are kept.
    pub(crate) fn with_a_file() -> Self {
        Self::with(None)
    }

    fn with(database: Option<OwnDatabase>) -> Self {
        let place = Self {
            folder: tempfile::tempdir().expect("there is room"),
            database,
        };
        fs::create_dir(place.assets()).expect("it is made");
        fs::write(place.assets().join("index.html"), "<title>Latchkey</title>").expect("it is written");
        place
    }

    pub(crate) fn assets(&self) -> PathBuf {
        self.folder.path().join("dist")
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Whether the store is kept in a file.
    pub(crate) fn has_a_file(&self) -> bool {
        self.database.is_none()
    }

    /// The program, for this store and no other.
    pub(crate) fn program(&self) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_latchkey-backend"));
        match &self.database {
            Some(database) => program.env("LATCHKEY_DATABASE", database.url()),
            None => program.env_remove("LATCHKEY_DATABASE"),
        };
        program
    }

    /// The program as it serves the store.
    pub(crate) fn command(&self) -> Command {
        let mut command = self.program();
        command
            .arg("--port=0")
            // Their trade is not what is asked about here, and a log of every record of it would fill the pipe.
            .arg("--sample-size=0")
            .arg("--data")
            .arg(self.data())
            .arg("--assets")
            .arg(self.assets())
            .env("LATCHKEY_SAMPLE_PASSWORD", PASSWORD)
            .stdin(Stdio::null());
        command
    }

    /// Runs it where it will not start; its output has the reason.
    pub(crate) fn refused(&self, arguments: &[&str]) -> String {
        let output: Output = self.command().args(arguments).output().expect("it runs");
        let said = String::from_utf8(output.stderr).expect("it is text");
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(output.stdout.is_empty());
        said
    }
}

/// A running program. Killed when a test fails before it is stopped.
pub(crate) struct Program {
    child: Child,
    /// What it said until it was ready, as far as it has been read.
    pub(crate) said: String,
    pub(crate) address: String,
    output: BufReader<std::process::ChildStdout>,
    /// Reads the log while it is written: a pipe that nobody empties stops whoever writes to it.
    log: Option<JoinHandle<String>>,
}

/// How a program ended.
pub(crate) struct Ended {
    pub(crate) status: ExitStatus,
    /// The log, line by line.
    pub(crate) log: Vec<serde_json::Value>,
    /// The log as it is.
    pub(crate) raw: String,
    /// Everything that was said to whoever started it.
    pub(crate) said: String,
}

impl Program {
    pub(crate) fn start(place: &Place, arguments: &[&str]) -> Self {
        let mut child = place
            .command()
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut errors = child.stderr.take().expect("it is piped");
        let log = thread::spawn(move || {
            let mut log = String::new();
            errors.read_to_string(&mut log).expect("it is text");
            log
        });
        let mut output = BufReader::new(child.stdout.take().expect("it is piped"));
        let mut said = String::new();
        output.read_line(&mut said).expect("it is text");
        let address = said.trim().rsplit("http://").next().unwrap_or_default().to_owned();
        Self {
            child,
            said,
            address,
            output,
            log: Some(log),
        }
    }

    /// Reads on in what it says until this has been said.
    pub(crate) fn read_until(&mut self, text: &str) {
        while !self.said.contains(text) {
            let read = self.output.read_line(&mut self.said).expect("it is text");
            assert_ne!(read, 0, "{} says no {text}", self.said);
        }
    }

    /// A connection that does not wait for ever.
    pub(crate) fn connect(&self) -> std::io::Result<TcpStream> {
        let stream = TcpStream::connect(&self.address)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(stream)
    }

    /// Sends a request and returns the whole answer.
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &str, body: &str) -> String {
        self.try_ask(method, path, headers, body).expect("it answers")
    }

    /// The same, at one that may have ended.
    pub(crate) fn try_ask(&self, method: &str, path: &str, headers: &str, body: &str) -> std::io::Result<String> {
        let mut stream = self.connect()?;
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n{headers}Content-Length: {}\r\n\r\n{body}",
            self.address,
            body.len()
        );
        stream.write_all(request.as_bytes())?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }

    pub(crate) fn sign_in(&self, email: &str) -> String {
        let headers = format!("Content-Type: application/json\r\nOrigin: http://{}\r\n", self.address);
        let body = format!("{{\"email\":\"{email}\",\"password\":\"{PASSWORD}\"}}");
        self.ask("POST", "/api/v1/session", &headers, &body)
    }

    /// Asks it to stop.
    pub(crate) fn signal(&self, name: &str) {
        let number = self.child.id().to_string();
        let sent = Command::new("kill")
            .args(["-s", name, &number])
            .status()
            .expect("there is kill");
        assert!(sent.success());
    }

    /// Waits until it has ended.
    pub(crate) fn end(mut self) -> Ended {
        let log = self.log.take().expect("it has not ended before");
        let raw = log.join().expect("the log is read");
        let mut said = std::mem::take(&mut self.said);
        self.output.read_to_string(&mut said).expect("it is text");
        let status = self.child.wait().expect("it was started");
        let parse = |line: &str| serde_json::from_str(line).expect("every line is JSON");
        let log = raw.lines().map(parse).collect();
        Ended { status, log, raw, said }
    }

    pub(crate) fn stop(self) -> Ended {
        self.signal("TERM");
        self.end()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
