//! Keeping a copy of the store, and beginning again from one: the database as one file, made while a backend writes to it.
//!
//! What a copy must not bring back to life is put to rest in it (`rest`): sessions, links, the offer of the store. What
//! a file has to be, so that a store can begin from it, is found out in `check`, before anything lies in the folder under its
//! name. The key that opens sealed letters stays out of copies: it is a file apart so that a copy shows no letter.

mod backup;
mod check;
mod files;
mod rest;
mod restore;

use std::fmt;
use std::path::Path;

use sqlx::Connection;

pub use backup::{Backup, backup};
pub use restore::{Restored, Source, restore};

use crate::store::{self, Db};

/// Why there is no copy, or no store from one: a sentence for each fault, with the way out.
#[derive(Debug)]
pub struct KeepError(Vec<String>);

impl KeepError {
    fn one(sentence: impl Into<String>) -> Self {
        Self(vec![sentence.into()])
    }

    /// A file or folder with which something could not be done.
    fn file(done: &str, path: &Path, error: impl fmt::Display) -> Self {
        Self::one(format!("{} cannot be {done} ({error}).", path.display()))
    }
}

impl fmt::Display for KeepError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

impl std::error::Error for KeepError {}

/// Opens a copy that nobody else knows of, to change it. In one file, without a log beside it.
async fn open(file: &Path) -> sqlx::Result<Db> {
    let mut db = store::open_alone(file).await?;
    // What is taken out of a copy is not to be found in it.
    for pragma in [
        "PRAGMA journal_mode = DELETE",
        "PRAGMA secure_delete = ON",
        "PRAGMA foreign_keys = ON",
    ] {
        sqlx::query(pragma).fetch_all(&mut db).await?;
    }
    Ok(db)
}

/// Closes it, so that the file has all of it.
async fn close(db: Db, file: &Path) -> Result<(), KeepError> {
    db.close()
        .await
        .map_err(|error| KeepError::file("written", file, error))
}
