//! A copy of the file, as it is at one moment, while a backend goes on working with it.

use std::path::Path;

use latchkey_contract::activity::Verification;
use sqlx::{Connection, Executor, query};

use super::KeepError;
use super::file::{self, Unfinished};
use crate::database::{Database, FILE};

/// Copies the store of a data folder into a file that is not there yet. Nobody waits for it. Answers whether what happened
/// is in the copy as it was written.
///
/// # Errors
/// Where there is no store, the file is there, or one of both cannot be used.
pub async fn backup(data: &Path, to: &Path) -> Result<Verification, KeepError> {
    let source = data.join(FILE);
    if to.exists() {
        return Err(KeepError::Exists(to.to_owned()));
    }
    let mut db = file::open(&source).await?;
    let unfinished = Unfinished::beside(to)?;
    let copied = async {
        db.execute("PRAGMA busy_timeout = 5000").await?;
        query("VACUUM INTO $1")
            .bind(unfinished.0.to_string_lossy().as_ref())
            .execute(&mut db)
            .await?;
        db.close().await
    };
    copied
        .await
        .map_err(|error| KeepError::Database(Database::File(source.clone()), error))?;
    let copied = file::check(&unfinished.0).await?;
    file::put(&unfinished.0, to)?;
    Ok(copied)
}
