//! Ctrl-C and the terminating signals: noticed once here, asked for everywhere.
//! Children live in process groups of their own, so that one signal ends a command with all it started.

use std::process::Child;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::{Failure, Outcome};

static REQUESTS: AtomicUsize = AtomicUsize::new(0);

/// How long a child may take to put its things away before it is ended by force.
const GRACE: Duration = Duration::from_secs(10);

/// Starts listening. To be called once, before the first child.
pub(crate) fn listen() -> Outcome<()> {
    ctrlc::set_handler(|| {
        REQUESTS.fetch_add(1, Ordering::SeqCst);
    })
    .map_err(|error| Failure::new("Could not listen for Ctrl-C").seen(error))
}

/// Whether somebody asked to stop.
pub(crate) fn requested() -> bool {
    REQUESTS.load(Ordering::SeqCst) > 0
}

/// Fails when somebody asked to stop.
pub(crate) fn check() -> Outcome<()> {
    if requested() { Err(Failure::Stopped) } else { Ok(()) }
}

/// Asks a child and all it started to end, waits, and ends it by force when it does not listen
/// or when Ctrl-C is pressed a second time.
pub(crate) fn end(child: &mut Child) {
    if matches!(child.try_wait(), Ok(Some(_))) {
        return;
    }
    ask(child);
    let started = Instant::now();
    while started.elapsed() < GRACE && REQUESTS.load(Ordering::SeqCst) < 2 {
        if matches!(child.try_wait(), Ok(Some(_))) {
            end_group(child);
            return;
        }
        thread::sleep(Duration::from_millis(20));
    }
    force(child);
    // The child is gone or beyond reach; either way nothing is left to wait for.
    let _ = child.wait();
}

/// Ends what a child that has ended itself left running.
#[cfg(unix)]
pub(crate) fn end_group(child: &Child) {
    signal(child, nix::sys::signal::Signal::SIGKILL);
}

/// Ends what a child that has ended itself left running: other systems keep no group to ask.
#[cfg(not(unix))]
pub(crate) fn end_group(_child: &Child) {}

#[cfg(unix)]
fn signal(child: &Child, signal: nix::sys::signal::Signal) {
    if let Ok(id) = i32::try_from(child.id()) {
        // The group may have ended by itself in between: that is what was wanted.
        let _ = nix::sys::signal::killpg(nix::unistd::Pid::from_raw(id), signal);
    }
}

#[cfg(unix)]
fn ask(child: &Child) {
    signal(child, nix::sys::signal::Signal::SIGINT);
}

#[cfg(unix)]
fn force(child: &mut Child) {
    signal(child, nix::sys::signal::Signal::SIGKILL);
}

#[cfg(not(unix))]
fn ask(_child: &Child) {
    // A console sends its Ctrl-C to every process that is attached to it.
}

#[cfg(not(unix))]
fn force(child: &mut Child) {
    let _ = child.kill();
}
