//! A backend in a process and a folder of its own, so that its memory is its own too.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::Outcome;

/// The password of everybody.
pub(crate) const PASSWORD: &str = "a password for a benchmark";

/// How much longer it may take to start for each time that the store has the usual trade.
const PATIENCE_PER_SIZE: Duration = Duration::from_secs(10);

/// The running backend; stopped when it is dropped.
pub(crate) struct Backend {
    process: Child,
    address: SocketAddr,
    folder: TempDir,
}

impl Backend {
    /// Starts it with a sample store of this size, and waits until it listens.
    pub(crate) fn start(size: &str) -> Outcome<Self> {
        let folder = TempDir::new()?;
        let assets = folder.path().join("assets");
        fs::create_dir(&assets)?;
        fs::write(
            assets.join("index.html"),
            "<!doctype html><title>No app is needed here</title>",
        )?;
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = free.local_addr()?;
        drop(free);
        let mut backend = Self {
            process: launched(&folder, address, size)?,
            address,
            folder,
        };
        let times: u32 = size.parse().unwrap_or_default();
        backend.listens(Duration::from_mins(1) + PATIENCE_PER_SIZE * times)?;
        Ok(backend)
    }

    /// Ends it and starts it on the store that is there, so that its memory holds nothing of what was before.
    pub(crate) fn start_again(&mut self) -> Outcome<()> {
        self.process.kill()?;
        self.process.wait()?;
        self.process = launched(&self.folder, self.address, "small")?;
        self.listens(Duration::from_mins(1))
    }

    fn listens(&mut self, patience: Duration) -> Outcome<()> {
        let begun = Instant::now();
        while TcpStream::connect(self.address).is_err() {
            if begun.elapsed() > patience || self.process.try_wait()?.is_some() {
                return Err("the backend does not start".into());
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// The folder with its database.
    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// The memory that it holds now, in KiB. Only Linux says so.
    pub(crate) fn memory_kib(&self) -> Outcome<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let number = line.and_then(|line| line.split_whitespace().next()).ok_or("no VmRSS")?;
        Ok(number.parse()?)
    }
}

fn launched(folder: &TempDir, address: SocketAddr, size: &str) -> Outcome<Child> {
    let process = Command::new(env!("CARGO_BIN_EXE_latchkey-backend"))
        .args([
            "--port",
            &address.port().to_string(),
            "--sample-size",
            size,
            "--log",
            "error",
        ])
        .arg("--data")
        .arg(folder.path().join("data"))
        .arg("--assets")
        .arg(folder.path().join("assets"))
        .env("LATCHKEY_SAMPLE_PASSWORD", PASSWORD)
        .stdout(Stdio::null())
        .spawn()?;
    Ok(process)
}

impl Drop for Backend {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
