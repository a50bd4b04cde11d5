//! The folder where messages are laid down, each as a file of its own, whole or not at all.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use latchkey_permissions::Time;

/// A folder of messages. They hold the links of invitations, so nobody else on the machine may look into it.
#[derive(Clone, Debug)]
pub struct Outbox {
    folder: Arc<Path>,
}

impl Outbox {
    /// The outbox in `folder`, which is made when the first message comes.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into().into(),
        }
    }

    /// Lays a message (RFC 5322) down as an `.eml` file, named by the moment and a random number; nothing that anybody typed
    /// is part of the name.
    ///
    /// # Errors
    /// When the folder or the file cannot be written. No part of the message is left then.
    pub async fn lay_down(&self, message: Vec<u8>) -> io::Result<()> {
        let folder = Arc::clone(&self.folder);
        tokio::task::spawn_blocking(move || write(&folder, &message))
            .await
            .map_err(io::Error::other)?
    }
}

fn write(folder: &Path, bytes: &[u8]) -> io::Result<()> {
    make_private(folder)?;
    let name = file_name()?;
    // In the same folder, since a rename is whole only within one file system; hidden, so that no sender takes it early.
    let unfinished = folder.join(format!(".{name}.tmp"));
    let written = create_private(&unfinished)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&unfinished, folder.join(&name)));
    if written.is_err() {
        // The first error says what is wrong; there may be nothing to take away.
        let _ = fs::remove_file(&unfinished);
    }
    written
}

/// The moment in UTC without marks that file systems dislike, then a random number: sorts by age and never collides.
fn file_name() -> io::Result<String> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let now = Time::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX));
    let seconds = Time::from_millis(now.millis() - now.millis().rem_euclid(1000)).to_string();
    let stamp: String = seconds.chars().filter(|&mark| mark != '-' && mark != ':').collect();
    let random = getrandom::u64().map_err(io::Error::other)?;
    Ok(format!(
        "{}{:03}Z-{random:016x}.eml",
        stamp.trim_end_matches('Z'),
        now.millis().rem_euclid(1000)
    ))
}

fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
        builder.mode(0o700).create(folder)?;
        // It may have been there before, open to others.
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
    }
    #[cfg(not(unix))]
    builder.create(folder)
}

/// Makes a file that is not there yet, for nobody else on the machine to read.
pub(crate) fn create_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_is_a_moment_and_a_number() {
        let name = file_name().expect("there is chance");
        let (stamp, rest) = name.split_once('-').expect("it has two parts");
        let digits: String = stamp.replacen('T', "", 1).trim_end_matches('Z').to_owned();
        assert_eq!(digits.len(), 17, "{name}");
        assert!(digits.bytes().all(|byte| byte.is_ascii_digit()), "{name}");
        assert_eq!(rest.len(), "0123456789abcdef.eml".len(), "{name}");
        assert_ne!(name, file_name().expect("there is chance"));
    }
}
