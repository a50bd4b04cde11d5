//! Verifying what happened from outside, without starting the backend: the database is read and nothing in it is changed.

use std::fmt;

use latchkey_contract::activity::Verification;

use crate::activity::chain::Head;
use crate::activity::verify;
use crate::database::Database;
use crate::store;

/// Why it could not be verified.
#[derive(Debug)]
pub enum VerifyError {
    /// What was given is no head.
    Head(String),
    /// The database cannot be read.
    Database(Database, sqlx::Error),
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Head(head) => write!(
                f,
                "`{head}` is no head; give one as it was shown, a number, a hyphen and 64 letters and digits"
            ),
            Self::Database(database, error) => write!(f, "{database} cannot be read ({error})"),
        }
    }
}

impl std::error::Error for VerifyError {}

/// Verifies what happened in the store of this database, also against a head that was noted earlier.
///
/// # Errors
/// Where the head is none or the database cannot be read. That something is wrong with an entry is no error.
pub async fn verify_activity(database: &Database, head: Option<&str>) -> Result<Verification, VerifyError> {
    let head = match head {
        None => None,
        Some(text) => Some(Head::read(text).ok_or_else(|| VerifyError::Head(text.to_owned()))?),
    };
    let verified = async {
        let mut db = store::look(database).await?;
        verify::verification(&mut db, head.as_ref()).await
    };
    verified
        .await
        .map_err(|error| VerifyError::Database(database.clone(), error))
}
