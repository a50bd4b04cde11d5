//! `cargo xtask serve --dev`: builds what changed and has open pages reload.
//! Files are asked for their times twice a second; that needs no watcher and works on every file system.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use crate::app::{self, Kind};
use crate::backend::{self, Profile};
use crate::failure::{Failure, Outcome};
use crate::process::Running;
use crate::serve::{self, Options};
use crate::{files, fingerprint, progress};

const LOOK_EVERY: Duration = Duration::from_millis(500);
/// The file that open pages ask for; the script that asks is added by the bundle's hook.
pub(crate) const BUILD_NUMBER: &str = "dev-build.txt";

/// Serves, rebuilds and reloads until somebody asks to stop.
pub(crate) fn run(options: &Options) -> Outcome<()> {
    let program = serve::build(Kind::Development, Profile::Debug)?;
    progress::share_the_terminal();
    let mut server = Some(start(options, &program)?);
    serve::announce(options);
    let mut seen = Seen::now();
    loop {
        serve::pause(LOOK_EVERY)?;
        if let Some(status) = server.as_mut().map(Running::ended).transpose()?.flatten() {
            println!("The backend ended by itself ({status}); it starts again when its sources change.");
            server = None;
        }
        let now = Seen::now();
        if now == seen {
            continue;
        }
        // Whoever saves many files at once is not done yet.
        serve::pause(LOOK_EVERY)?;
        let settled = Seen::now();
        if settled != now {
            continue;
        }
        let rebuilt = rebuild(&settled, &seen, options, &mut server);
        seen = settled;
        match rebuilt {
            Ok(()) => println!("Ready: {}", options.address()),
            Err(Failure::Stopped) => return Err(Failure::Stopped),
            Err(failure) => println!("{failure}\nWaiting for the next change."),
        }
    }
}

#[derive(PartialEq, Eq)]
struct Seen {
    app: u64,
    backend: u64,
}

impl Seen {
    fn now() -> Self {
        Self {
            app: fingerprint::of(fingerprint::APP),
            backend: fingerprint::of(fingerprint::BACKEND),
        }
    }
}

fn rebuild(now: &Seen, before: &Seen, options: &Options, server: &mut Option<Running>) -> Outcome<()> {
    if now.app != before.app {
        app::ensure(Kind::Development)?;
    }
    if now.backend != before.backend {
        let program = backend::build(Profile::Debug)?;
        // The old one lets go of the port and the database first.
        drop(server.take());
        *server = Some(start(options, &program)?);
        write_build_number(&Kind::Development.folder())?;
    }
    Ok(())
}

fn start(options: &Options, program: &Path) -> Outcome<Running> {
    let data: PathBuf = options.data()?;
    backend::start(&backend::Options {
        program,
        port: options.port,
        data: &data,
        database: serve::database().as_deref(),
        database: serve::database().as_deref(),
        assets: &Kind::Development.folder(),
        empty: options.empty,
        sample_size: options.sample_size,
        sample_password: None,
        log: None,
    })
}

/// Gives the bundle in a folder a number that no earlier one had.
pub(crate) fn write_build_number(folder: &Path) -> Outcome<()> {
    let number = SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default().as_millis();
    files::write(&folder.join(BUILD_NUMBER), number.to_string().as_bytes())
}
