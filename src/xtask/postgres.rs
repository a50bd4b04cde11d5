//! A PostgreSQL server for tests alone: begun empty, reached through a socket that nobody else can open, in a hurry
//! rather than safe from power cuts, and gone at the end.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::{Failure, Outcome};
use crate::process::{Running, Task};
use crate::setup;
use crate::{files, interrupt, progress, project};

/// How long it may take to its first answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// The account that Debian's package makes: a server does not run as root.
const ACCOUNT: &str = "postgres";

/// What makes it quick: its data is thrown away in any case, and so is never waited for.
const SETTINGS: &[&str] = &[
    "listen_addresses=",
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "autovacuum=off",
    "max_connections=300",
    "shared_buffers=128MB",
    "max_wal_size=4GB",
];

/// The running server; stopped, and its data deleted, when it is dropped.
pub(crate) struct Postgres {
    // Stopped before its folder goes.
    running: Running,
    folder: Folder,
}

impl Postgres {
    /// Begins one and waits until it answers.
    pub(crate) fn start() -> Outcome<Self> {
        let programs = setup::postgres().ok_or_else(|| Failure::new("There is no PostgreSQL"))?;
        let log = project::log("postgresql-server");
        let step = progress::begin("Starting PostgreSQL", Some(&log));
        let folder = Folder::new()?;
        let data = folder.0.join("data");
        server(&programs, "initdb")
            .arg("--pgdata")
            .arg(&data)
            .args([
                "--username",
                ACCOUNT,
                "--auth=trust",
                "--encoding=UTF8",
                "--no-locale",
                "--no-sync",
            ])
            .dir(&folder.0)
            .run_quietly(&log)?;
        let mut task = server(&programs, "postgres").arg("-D").arg(&data).dir(&folder.0);
        for setting in SETTINGS {
            task = task.args(["-c", setting]);
        }
        let running = task
            .arg("-c")
            .arg(format!("unix_socket_directories={}", folder.0.display()))
            .start(Some(&log))?;
        let mut postgres = Self { running, folder };
        postgres.wait(&programs, &log)?;
        step.done();
        Ok(postgres)
    }

    /// The address of its first database, in which others can be made.
    pub(crate) fn address(&self) -> String {
        self.address_of("postgres")
    }

    /// Makes an empty database; its address.
    pub(crate) fn database(&self, name: &str) -> Outcome<String> {
        let programs = setup::postgres().ok_or_else(|| Failure::new("There is no PostgreSQL"))?;
        Task::new(project::program_in(&programs, "createdb"))
            .arg("--host")
            .arg(&self.folder.0)
            .args(["--username", ACCOUNT, name])
            .read()?;
        Ok(self.address_of(name))
    }

    fn address_of(&self, database: &str) -> String {
        format!("postgres:///{database}?host={}&user={ACCOUNT}", self.folder.0.display())
    }

    fn wait(&mut self, programs: &Path, log: &Path) -> Outcome<()> {
        let started = Instant::now();
        loop {
            interrupt::check()?;
            let asked = Task::new(project::program_in(programs, "pg_isready"))
                .arg("--host")
                .arg(&self.folder.0)
                .read();
            if asked.is_ok() {
                return Ok(());
            }
            if self.running.ended()?.is_some() || started.elapsed() > PATIENCE {
                return Err(Failure::new("PostgreSQL does not start").seen(files::ends(log)));
            }
            thread::sleep(Duration::from_millis(50));
        }
    }
}

/// One of its programs, which refuse to be run by root.
fn server(programs: &Path, name: &str) -> Task {
    let program = project::program_in(programs, name);
    if setup::is_root() {
        // It takes the program's place, so that what is stopped is the server itself.
        Task::new("setpriv")
            .args(["--reuid", ACCOUNT, "--regid", ACCOUNT, "--clear-groups", "--"])
            .arg(program)
    } else {
        Task::new(program)
    }
}

/// A folder that goes away at the end. It lies where the server's own account can reach it, which a project in somebody's
/// home does not, and its name is short, as that of a socket has to be.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Outcome<Self> {
        let folder = env::temp_dir().join(format!("latchkey-pg-{}", std::process::id()));
        fs::create_dir(&folder).map_err(Failure::file("make", &folder))?;
        let folder = Self(folder);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(&folder.0, fs::Permissions::from_mode(0o700))
                .map_err(Failure::file("close to others", &folder.0))?;
        }
        if setup::is_root() {
            Task::new("chown").arg(ACCOUNT).arg(&folder.0).read()?;
        }
        Ok(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // Left behind at worst in the system's folder for such things.
        let _ = fs::remove_dir_all(&self.0);
    }
}
