//! Making a copy while the store is in use: SQLite reads one state of it, however much is written meanwhile, and nobody
//! waits. The copy is looked through before it gets its name.

use std::io;
use std::path::Path;

use latchkey_contract::activity::Verification;
use sqlx::{Connection, query, query_scalar};

use super::check::{self, Version};
use super::files::{Unfinished, folder_of};
use super::rest::rest;
use super::{KeepError, close, open};
use crate::activity::verify;
use crate::clock::Clock;
use crate::start::DATABASE;
use crate::store;

/// The way out where the store itself is not whole.
const EARLIER: &str = "Begin again from an earlier copy, with `restore`.";

/// A copy that was made.
#[derive(Debug)]
pub struct Backup {
    /// How many bytes it has.
    pub bytes: u64,
    /// What happened, as far as it is in the copy.
    pub activity: Verification,
    /// How many letters in it only the key of the store opens.
    pub sealed: u64,
}

/// Copies the database of the store in this folder into a file that is not there yet.
///
/// # Errors
/// Where there is no store, where the file is there, or where no whole copy comes about: then there is no file.
pub async fn backup(data: &Path, to: &Path) -> Result<Backup, KeepError> {
    let file = data.join(DATABASE);
    if !file.is_file() {
        return Err(KeepError::one(format!(
            "In {} lies no store. Name its folder with --data.",
            data.display()
        )));
    }
    let there = || {
        KeepError::one(format!(
            "{} is there already, and nothing is written over it. Choose another name with --to.",
            to.display()
        ))
    };
    if to.symlink_metadata().is_ok() {
        return Err(there());
    }
    let unwritten = |error| KeepError::file("written", to, error);
    let folder = folder_of(to).canonicalize().map_err(unwritten)?;
    let own = data
        .canonicalize()
        .map_err(|error| KeepError::file("read", data, error))?;
    if folder.starts_with(&own) {
        return Err(KeepError::one(format!(
            "{} would lie in the folder of the store and be lost with it. Choose another folder with --to.",
            to.display()
        )));
    }
    let copy = Unfinished::in_folder(&folder).map_err(unwritten)?;
    copied(&file, copy.path()).await?;
    let (activity, sealed) = looked_through(&file, copy.path()).await?;
    let bytes = copy.path().metadata().map_err(unwritten)?.len();
    copy.finish(to).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => there(),
        _ => unwritten(error),
    })?;
    Ok(Backup {
        bytes,
        activity,
        sealed,
    })
}

/// Has SQLite write one state of the database into the empty file.
async fn copied(file: &Path, copy: &Path) -> Result<(), KeepError> {
    let failed = |error| KeepError::file("copied", file, error);
    let name = copy.to_str().ok_or_else(|| {
        KeepError::file(
            "written",
            copy,
            "the name of its folder is no text; choose another with --to",
        )
    })?;
    let mut db = store::look(file).await.map_err(failed)?;
    query("VACUUM INTO $1")
        .bind(name)
        .execute(&mut db)
        .await
        .map_err(failed)?;
    db.close().await.map_err(failed)
}

/// Finds out whether the copy is whole, and takes out of it what lets somebody in.
async fn looked_through(file: &Path, copy: &Path) -> Result<(Verification, u64), KeepError> {
    let failed = |error| KeepError::file("copied", file, error);
    let mut db = open(copy).await.map_err(failed)?;
    check::is_whole(&mut db, file, EARLIER).await?;
    if check::version(&mut db, file).await? == Version::Older {
        return Err(KeepError::one(format!(
            "{} was written by an older version of Latchkey. Start this one on it once, or make the copy with the older one.",
            file.display()
        )));
    }
    let looked = async {
        rest(&mut db, Clock::System.now()).await?;
        let sealed: i64 = query_scalar("SELECT COUNT(*) FROM letters WHERE sealed IS NOT NULL")
            .fetch_one(&mut db)
            .await?;
        let activity = verify::verification(&mut db, None).await?;
        Ok::<_, sqlx::Error>((activity, sealed.unsigned_abs()))
    };
    let looked = looked.await.map_err(failed)?;
    close(db, copy).await?;
    Ok(looked)
}
