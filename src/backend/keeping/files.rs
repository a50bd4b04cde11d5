//! Files that are there whole or not at all: written beside under another name, and named once they are on the disk.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::auth::token::new_id;
use crate::mail::create_private;

/// What SQLite may lay down beside a database.
pub(super) const BESIDE: [&str; 3] = ["-journal", "-wal", "-shm"];

/// A file that is being written, for nobody else on the machine to read. Dropped before it is finished, it is taken away.
pub(super) struct Unfinished {
    path: PathBuf,
}

impl Unfinished {
    /// An empty one in this folder.
    pub(super) fn in_folder(folder: &Path) -> io::Result<Self> {
        let path = folder.join(format!(".{}.unfinished", new_id()));
        create_private(&path)?;
        Ok(Self { path })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Gives it its name, where nothing has that name yet. What comes back only after a power cut is on the disk by then.
    pub(super) fn finish(self, name: &Path) -> io::Result<()> {
        File::open(&self.path)?.sync_all()?;
        match fs::hard_link(&self.path, name) {
            // Some file systems know only one name for a file.
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                if name.symlink_metadata().is_ok() {
                    return Err(io::ErrorKind::AlreadyExists.into());
                }
                fs::rename(&self.path, name)?;
            }
            linked => linked?,
        }
        sync_folder(name)
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        for end in [""].into_iter().chain(BESIDE) {
            // Most of them are not there.
            let _ = fs::remove_file(beside(&self.path, end));
        }
    }
}

/// The file whose name goes on with `end`.
pub(super) fn beside(file: &Path, end: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(end);
    name.into()
}

/// The folder in which a file of this name lies.
pub(super) fn folder_of(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Has the name of a file kept, too.
pub(super) fn sync_folder(file: &Path) -> io::Result<()> {
    #[cfg(unix)]
    File::open(folder_of(file))?.sync_all()?;
    #[cfg(not(unix))]
    let _ = file;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_the_name_already_stays_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().expect("there is room");
        let name = folder.path().join("copy");
        let unfinished = || {
            let file = Unfinished::in_folder(folder.path()).expect("it is made");
            fs::write(file.path(), "new").expect("it is written");
            fs::write(beside(file.path(), "-journal"), "half").expect("it is written");
            file
        };
        unfinished().finish(&name).expect("there is none yet");
        assert_eq!(fs::read_to_string(&name).expect("it is there"), "new");
        fs::write(&name, "old").expect("it is written");
        let refused = unfinished().finish(&name).expect_err("there is one");
        assert_eq!(refused.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read_to_string(&name).expect("it is there"), "old");
        assert_eq!(fs::read_dir(folder.path()).expect("it is read").count(), 1);
    }
}
