//! Beginning again from a copy, in a folder where no store lies. The file is copied in under another name, looked through,
//! brought up to date and put to rest there, and gets its name last: a folder has a whole store, or none.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use latchkey_contract::activity::Verification;
use latchkey_permissions::Time;
use sqlx::query_scalar;

use super::files::{Unfinished, sync_folder};
use super::rest::rest;
use super::{KeepError, check, close, open};
use crate::activity::verify;
use crate::clock::Clock;
use crate::mail::{KEY_FILE, create_private, key_id};
use crate::start::{DATABASE, data_folder};
use crate::store::{Db, MIGRATIONS};

/// What a store begins from.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The copy.
    pub from: &'a Path,
    /// The key of the store that was copied, where it is to send the letters that waited.
    pub key: Option<&'a Path>,
    /// Take it although entries of what happened are not as they were written.
    pub accept_altered: bool,
}

/// A store that began from a copy.
#[derive(Debug)]
pub struct Restored {
    /// What happened, as far as it is known in the copy.
    pub activity: Verification,
    /// When the last of it did.
    pub last: Option<Time>,
    /// How many people were on the staff then, the owner among them.
    pub people: u64,
    /// How many letters wait or could be tried again, and cannot be opened, because their key is not there.
    pub sealed: u64,
}

/// Begins a store in an empty or missing folder.
///
/// # Errors
/// A sentence for each fault: of the folder, the file, its version, or what happened. Then the folder is as it was.
pub async fn restore(data: &Path, source: Source<'_>) -> Result<Restored, KeepError> {
    is_free(data)?;
    check::file(source.from)?;
    let key = source.key.map(read_key).transpose()?;
    let folder = Folder::make(data)?;
    let unwritten = |error| KeepError::file("written", data, error);
    let copy = Unfinished::in_folder(&folder.path).map_err(unwritten)?;
    fs::copy(source.from, copy.path()).map_err(|error| KeepError::file("copied", source.from, error))?;
    // A copy has the permissions of what was copied.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(copy.path(), fs::Permissions::from_mode(0o600)).map_err(unwritten)?;
    }
    let restored = begun(copy.path(), &source, key.as_deref()).await?;
    let placed = key.as_deref().map(|key| place_key(&folder.path, key)).transpose();
    let named = placed.and_then(|placed| {
        let named = copy.finish(&folder.path.join(DATABASE));
        if let (Err(_), Some(placed)) = (&named, placed) {
            // The first error says what is wrong.
            let _ = fs::remove_file(placed);
        }
        named
    });
    named.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => lies_there(data),
        _ => unwritten(error),
    })?;
    folder.keep();
    Ok(restored)
}

fn lies_there(data: &Path) -> KeepError {
    KeepError::one(format!(
        "In {} lies a store already, and a backend may be running on it: nothing is written over it. Choose an empty folder with \
         --data, or stop the backend and move that folder away first.",
        data.display()
    ))
}

fn is_free(data: &Path) -> Result<(), KeepError> {
    let mut inside = match fs::read_dir(data) {
        Ok(inside) => inside,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(KeepError::file("read", data, error)),
    };
    if data.join(DATABASE).symlink_metadata().is_ok() {
        return Err(lies_there(data));
    }
    match inside.next() {
        None => Ok(()),
        Some(_) => Err(KeepError::one(format!(
            "{} is not empty. Choose an empty folder with --data, or one that is not there yet.",
            data.display()
        ))),
    }
}

fn read_key(file: &Path) -> Result<Vec<u8>, KeepError> {
    let key = fs::read(file).map_err(|error| KeepError::file("read", file, error))?;
    if key.len() != 32 {
        return Err(KeepError::one(format!(
            "{} is no key of 32 bytes. Name the {KEY_FILE} of the store that was copied with --key, or leave it out.",
            file.display()
        )));
    }
    Ok(key)
}

fn place_key(folder: &Path, key: &[u8]) -> io::Result<PathBuf> {
    let name = folder.join(KEY_FILE);
    let mut file = create_private(&name)?;
    file.write_all(key)?;
    file.sync_all()?;
    sync_folder(&name)?;
    Ok(name)
}

/// Looks through the copy, brings it up to date and puts to rest what must not live on.
async fn begun(copy: &Path, source: &Source<'_>, key: Option<&[u8]>) -> Result<Restored, KeepError> {
    let from = source.from;
    let unread = |error| KeepError::file("read", from, error);
    let damaged = |error: sqlx::Error| KeepError::one(check::damaged(from, error, check::ANOTHER));
    let mut db = open(copy).await.map_err(damaged)?;
    check::is_whole(&mut db, from, check::ANOTHER).await?;
    check::version(&mut db, from).await?;
    MIGRATIONS
        .run(&mut db)
        .await
        .map_err(|error| KeepError::file("brought up to date", from, error))?;
    let activity = verify::verification(&mut db, None).await.map_err(unread)?;
    if !activity.ok && !source.accept_altered {
        return Err(KeepError::one(format!(
            "Of the record of what happened in {}, {} entries are not as they were written: somebody has changed it. Take an \
             earlier copy, or say --accept-altered to begin from this one all the same.",
            from.display(),
            activity.faulty
        )));
    }
    let restored = rested(&mut db, activity, key).await.map_err(unread)?;
    close(db, copy).await?;
    Ok(restored)
}

async fn rested(db: &mut Db, activity: Verification, key: Option<&[u8]>) -> sqlx::Result<Restored> {
    rest(db, Clock::System.now()).await?;
    let last: Option<i64> = query_scalar("SELECT MAX(at) FROM activity").fetch_one(&mut *db).await?;
    let people: i64 = query_scalar("SELECT COUNT(*) FROM accounts WHERE status <> 'ended'")
        .fetch_one(&mut *db)
        .await?;
    let sealed: i64 = query_scalar("SELECT COUNT(*) FROM letters WHERE sealed IS NOT NULL AND key_id <> $1")
        .bind(key.map(key_id).unwrap_or_default())
        .fetch_one(&mut *db)
        .await?;
    Ok(Restored {
        activity,
        last: last.map(Time::from_millis),
        people: people.unsigned_abs(),
        sealed: sealed.unsigned_abs(),
    })
}

/// The folder of the store. Where it was made here, it goes again unless a store has begun in it.
struct Folder {
    path: PathBuf,
    made: bool,
}

impl Folder {
    fn make(data: &Path) -> Result<Self, KeepError> {
        let made = !data.exists();
        let path = data_folder(data).map_err(|error| KeepError::file("made", data, error))?;
        Ok(Self { path, made })
    }

    fn keep(mut self) {
        self.made = false;
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if self.made {
            // One that somebody has put something into meanwhile stays.
            let _ = fs::remove_dir(&self.path);
        }
    }
}
