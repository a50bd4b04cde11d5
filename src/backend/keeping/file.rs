//! The file of a store, as these commands handle it: looked into, held so that nobody else has it, and written whole.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use latchkey_contract::activity::Verification;
use sqlx::{Connection, Executor, query_scalar};

use super::KeepError;
use crate::activity::verify;
use crate::database::Database;
use crate::store::{self, Db, dialect};

fn failed(file: &Path) -> impl Fn(sqlx::Error) -> KeepError {
    move |error| KeepError::Database(Database::File(file.to_owned()), error)
}

/// A connection to a file that is there.
pub(super) async fn open(file: &Path) -> Result<Db, KeepError> {
    if !file.is_file() {
        return Err(KeepError::Missing(file.to_owned()));
    }
    store::reach(&Database::File(file.to_owned()))
        .await
        .map_err(failed(file))
}

/// Looks whether a file is a whole store that this program can read, and whether what happened in it is as it was written.
pub(super) async fn check(file: &Path) -> Result<Verification, KeepError> {
    let damaged = |how: &dyn std::fmt::Display| KeepError::Damaged(file.to_owned(), how.to_string());
    let mut db = open(file).await?;
    let sound: String = query_scalar("PRAGMA integrity_check")
        .fetch_one(&mut db)
        .await
        .map_err(|error| damaged(&error))?;
    if sound != "ok" {
        return Err(damaged(&sound));
    }
    let made: i64 = query_scalar("SELECT MAX(version) FROM _sqlx_migrations WHERE success")
        .fetch_one(&mut db)
        .await
        .map_err(|error| damaged(&error))?;
    if made > dialect::newest() {
        return Err(damaged(&"a later version of this program has written it"));
    }
    let verified = verify::verification(&mut db, None).await;
    let verified = verified.map_err(|error| damaged(&error))?;
    db.close().await.map_err(failed(file))?;
    Ok(verified)
}

/// A file that nobody else has open or can open, until this is dropped. All of it is in the one file.
pub(super) async fn hold(file: &Path) -> Result<Db, KeepError> {
    let mut db = open(file).await?;
    let held = db
        .execute("PRAGMA busy_timeout = 200; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE; COMMIT")
        .await;
    match held {
        Ok(_) => Ok(db),
        Err(error) if dialect::is_temporary(&error) => Err(KeepError::InUse(file.to_owned())),
        Err(error) => Err(failed(file)(error)),
    }
}

/// Gives a file that was written beside it its name, for good.
pub(super) fn put(written: &Path, file: &Path) -> Result<(), KeepError> {
    let put = || {
        File::open(written)?.sync_all()?;
        fs::rename(written, file)?;
        #[cfg(unix)]
        if let Some(folder) = file.parent() {
            File::open(folder)?.sync_all()?;
        }
        Ok(())
    };
    put().map_err(|error| KeepError::File(file.to_owned(), error))
}

/// The name of a file while it is being written, for nobody else to read. Deleted when this is dropped.
pub(super) struct Unfinished(pub(super) PathBuf);

impl Unfinished {
    /// Begins the file, empty.
    pub(super) fn beside(file: &Path) -> Result<Self, KeepError> {
        let mut name = file.as_os_str().to_owned();
        name.push(format!(".{}.part", std::process::id()));
        let unfinished = Self(name.into());
        crate::start::make_private(&unfinished.0).map_err(|error| KeepError::File(unfinished.0.clone(), error))?;
        Ok(unfinished)
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // It has its name by now, or is of no use.
        let _ = fs::remove_file(&self.0);
    }
}
