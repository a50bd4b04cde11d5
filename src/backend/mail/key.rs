//! The key that letters are sealed with until they have been delivered: a file of its own in the data folder. A copy of
//! the database alone, a backup for example, shows no letter; whoever can read the whole folder can read what waits in it.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::outbox::create_private;
use crate::auth::token::{random, sha256_hex};
use crate::seal::Seal;

/// The name of the file within the data folder.
pub(crate) const KEY_FILE: &str = "letters.key";
/// How much of the key's hash tells keys apart.
const ID_LENGTH: usize = 16;

/// The key, and what it is told apart from others by.
pub(crate) struct LetterKey {
    pub(crate) seal: Seal,
    pub(crate) id: String,
}

impl LetterKey {
    /// The key in this folder, made where it is missing.
    pub(crate) fn of(folder: &Path) -> io::Result<Self> {
        let file = folder.join(KEY_FILE);
        let key = match create_private(&file) {
            Ok(mut made) => {
                let key = random::<32>();
                made.write_all(&key).and_then(|()| made.sync_all())?;
                key
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                let wrong = || io::Error::other(format!("{} is no key of 32 bytes", file.display()));
                fs::read(&file)?.try_into().map_err(|_| wrong())?
            }
            Err(error) => return Err(error),
        };
        Ok(Self {
            seal: Seal::new(&key),
            id: key_id(&key),
        })
    }
}

/// What a key is told apart from others by.
pub(crate) fn key_id(key: &[u8]) -> String {
    let mut id = sha256_hex(&[b"letters", key]);
    id.truncate(ID_LENGTH);
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_keeps_its_key_to_itself() {
        let folder = tempfile::tempdir().expect("there is room");
        let first = LetterKey::of(folder.path()).expect("it is made");
        let again = LetterKey::of(folder.path()).expect("it is read");
        assert_eq!(first.id, again.id);
        let sealed = first.seal.close(b"letter").expect("it is sealed");
        assert_eq!(again.seal.open(&sealed).as_deref(), Some(&b"letter"[..]));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(folder.path().join(KEY_FILE))
                .expect("it is there")
                .permissions()
                .mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        fs::write(folder.path().join(KEY_FILE), "short").expect("it is written");
        assert!(LetterKey::of(folder.path()).is_err());
    }
}
