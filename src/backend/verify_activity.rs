//! Verifying what happened from outside, without starting the backend: the folder is read and nothing in it is changed.

use std::fmt;
use std::path::{Path, PathBuf};

use latchkey_contract::activity::Verification;

use crate::activity::chain::Head;
use crate::activity::verify;
use crate::start::DATABASE;
use crate::store;

/// Why it could not be verified.
#[derive(Debug)]
pub enum VerifyError {
    /// What was given is no head.
    Head(String),
    /// The database cannot be read.
    Database(PathBuf, sqlx::Error),
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Head(head) => write!(
                f,
                "`{head}` is no head; give one as it was shown, a number, a hyphen and 64 letters and digits"
            ),
            Self::Database(file, error) => write!(f, "{} cannot be read ({error})", file.display()),
        }
    }
}

impl std::error::Error for VerifyError {}

/// Verifies what happened in the store of this folder, also against a head that was noted earlier.
///
/// # Errors
/// Where the head is none or the database cannot be read. That something is wrong with an entry is no error.
pub async fn verify_activity(data: &Path, head: Option<&str>) -> Result<Verification, VerifyError> {
    let head = match head {
        None => None,
        Some(text) => Some(Head::read(text).ok_or_else(|| VerifyError::Head(text.to_owned()))?),
    };
    let file = data.join(DATABASE);
    let verified = async {
        let mut db = store::look(&file).await?;
        verify::verification(&mut db, head.as_ref()).await
    };
    verified
        .await
        .map_err(|error| VerifyError::Database(file.clone(), error))
}
