//! Keeping a store safe: a copy of its file, a copy put back, and the move from a file to a server. All of it is done from
//! outside, by commands of the program, and none of it leaves half of anything behind.

mod backup;
mod file;
mod moving;
mod restore;

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::database::{Database, Server};

pub use backup::backup;
pub use moving::{Moved, move_to};
pub use restore::{Restored, restore};

/// Why it could not be done. Nothing has been changed then.
#[derive(Debug)]
pub enum KeepError {
    /// There is no store where one was named.
    Missing(PathBuf),
    /// There is something already where a copy was to be written.
    Exists(PathBuf),
    /// A backend has the store open.
    InUse(PathBuf),
    /// The file is no store, or was damaged.
    Damaged(PathBuf, String),
    /// The database on the server holds a store, or something else.
    NotEmpty(Server),
    /// What arrived is not what was sent.
    Differs(String),
    /// A file cannot be read or written.
    File(PathBuf, io::Error),
    /// A database cannot be used.
    Database(Database, sqlx::Error),
}

impl fmt::Display for KeepError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(file) => write!(f, "there is no store in {}", file.display()),
            Self::Exists(file) => write!(f, "{} is there already; name another file", file.display()),
            Self::InUse(file) => write!(f, "{} is in use; stop the backend first", file.display()),
            Self::Damaged(file, how) => write!(f, "{} is no whole store ({how})", file.display()),
            Self::NotEmpty(server) => write!(f, "{server} is not empty; make a new database for the store"),
            Self::Differs(table) => write!(f, "what arrived is not what was sent ({table}); nothing was kept"),
            Self::File(file, error) => write!(f, "{} cannot be used ({error})", file.display()),
            Self::Database(database, error) => write!(f, "{database} cannot be used ({error})"),
        }
    }
}

impl std::error::Error for KeepError {}
