//! One of a kind at a time: two commands that build the same thing would take it from under each other.
//! The system lets go of a lock when its process ends, however it ends.

use std::fs::{File, TryLockError};
use std::time::Duration;

use crate::failure::{Failure, Outcome};
use crate::{files, interrupt, progress, project};

/// A lock that is held until it is dropped.
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock of this name, and waits for whoever has it.
    pub(crate) fn take(name: &str) -> Outcome<Self> {
        let path = project::target().join("locks").join(name);
        let file = files::create(&path)?;
        let mut waiting = false;
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _file: file }),
                Err(TryLockError::WouldBlock) => {
                    if !waiting {
                        progress::say(&format!("Waiting for another `cargo xtask` ({name}) …"));
                        waiting = true;
                    }
                    std::thread::sleep(Duration::from_millis(200));
                    interrupt::check()?;
                }
                Err(TryLockError::Error(error)) => {
                    return Err(Failure::new(format!("Could not lock {}", path.display())).seen(error));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::thread;

    use super::*;

    #[test]
    fn the_second_waits_for_the_first() {
        let name = format!("test-{}", std::process::id());
        let first = Lock::take(&name).expect("nobody has it");
        let (done, second) = mpsc::channel();
        let waiting = {
            let name = name.clone();
            thread::spawn(move || {
                let lock = Lock::take(&name);
                done.send(lock.is_ok()).expect("somebody listens");
            })
        };
        assert!(second.recv_timeout(Duration::from_millis(300)).is_err());
        drop(first);
        assert!(second.recv().expect("the second got its turn"));
        waiting.join().expect("it ended well");
        let path = project::target().join("locks").join(name);
        std::fs::remove_file(path).expect("it was there");
    }
}
