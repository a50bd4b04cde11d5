//! `cargo xtask serve`: sets up, builds and starts everything, and stops it again.

use std::env;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use crate::app::{self, Kind};
use crate::backend::{self, Profile};
use crate::failure::{Failure, Outcome};
use crate::process::Task;
use crate::{dev, interrupt, progress, project, setup};

/// What the person asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    pub(crate) port: u16,
    pub(crate) data: Option<PathBuf>,
    pub(crate) empty: bool,
    /// How many times the usual trade a new sample store has.
    pub(crate) sample_size: u16,
    pub(crate) dev: bool,
    pub(crate) open: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            port: 8787,
            data: None,
            empty: false,
            sample_size: 1,
            dev: false,
            open: false,
        }
    }
}

impl Options {
    /// The folder for the database and the outbox; a relative one is the person's, not the project's.
    pub(crate) fn data(&self) -> Outcome<PathBuf> {
        let Some(data) = &self.data else {
            return Ok(project::root().join("latchkey-data"));
        };
        env::current_dir()
            .map(|here| here.join(data))
            .map_err(|error| Failure::new("Could not find the present folder").seen(error))
    }

    /// The address to open.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

/// Serves until somebody asks to stop.
pub(crate) fn run(options: &Options) -> Outcome<()> {
    backend::check_port(options.port)?;
    if options.dev {
        return dev::run(options);
    }
    let program = build(Kind::Release, Profile::Release)?;
    progress::share_the_terminal();
    let mut server = backend::start(&backend::Options {
        program: &program,
        port: options.port,
        data: &options.data()?,
        assets: &Kind::Release.folder(),
        empty: options.empty,
        sample_size: options.sample_size,
        sample_password: None,
        log: None,
    })?;
    announce(options);
    let status = server.wait()?;
    Err(Failure::new(format!("`{}` ended by itself ({status})", server.spoken())).advice("see what it said above"))
}

/// Builds the bundle, and sets up what is missing for it.
pub(crate) fn build_bundle(kind: Kind) -> Outcome<()> {
    let stale = app::is_stale(kind);
    progress::expect(usize::from(stale));
    let needs = if stale { setup::FOR_BUNDLE } else { &[] };
    setup::start(needs)?.wait_for(needs)?;
    app::ensure(kind)
}

/// Builds bundle and backend beside each other, and sets up what is missing.
pub(crate) fn build(kind: Kind, profile: Profile) -> Outcome<PathBuf> {
    let stale = app::is_stale(kind);
    progress::expect(1 + usize::from(stale));
    let needs = if stale { setup::FOR_BUNDLE } else { &[] };
    let setup = setup::start(needs)?;
    let backend = thread::spawn(move || backend::build(profile));
    let bundle = setup.wait_for(needs).and_then(|()| app::ensure(kind));
    let program = backend
        .join()
        .unwrap_or_else(|_| Err(Failure::new("Building the backend ended unexpectedly")));
    bundle?;
    program
}

/// Says where the app is, and opens it when asked to.
pub(crate) fn announce(options: &Options) {
    let address = options.address();
    println!("\nLatchkey is at {address} (Ctrl-C stops it)\n");
    if options.open && open(&address).is_err() {
        println!("The browser could not be opened; open {address} yourself.");
    }
}

fn open(address: &str) -> Outcome<()> {
    let task = if cfg!(target_os = "macos") {
        Task::new("open").arg(address)
    } else if cfg!(windows) {
        Task::new("cmd").args(["/C", "start", "", address])
    } else {
        Task::new("xdg-open").arg(address)
    };
    task.read().map(drop)
}

/// Waits a little, or not at all when somebody asks to stop.
pub(crate) fn pause(duration: Duration) -> Outcome<()> {
    thread::sleep(duration);
    interrupt::check()
}
