//! A copy put back in the place of what is there, which is kept beside it.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use latchkey_contract::activity::Verification;
use sqlx::Connection;

use super::KeepError;
use super::file::{self, Unfinished};
use crate::database::{Database, FILE};
use crate::start;

/// What came of it.
#[derive(Debug)]
pub struct Restored {
    /// What is there now.
    pub store: Verification,
    /// Where the store lies that was there before.
    pub before: Option<PathBuf>,
}

/// Puts a copy of a store into a data folder, which is made where it is missing. No backend may be running on it.
///
/// # Errors
/// Where the copy is no whole store, or the store that is there is in use.
pub async fn restore(data: &Path, from: &Path) -> Result<Restored, KeepError> {
    let store = file::check(from).await?;
    let unusable = |file: &Path| {
        let file = file.to_owned();
        move |error| KeepError::File(file.clone(), error)
    };
    let folder = start::data_folder(data).map_err(unusable(data))?;
    let target = folder.join(FILE);
    let unfinished = Unfinished::beside(&target)?;
    fs::copy(from, &unfinished.0).map_err(unusable(&unfinished.0))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // A copy has the permissions of what was copied.
        fs::set_permissions(&unfinished.0, fs::Permissions::from_mode(0o600)).map_err(unusable(&unfinished.0))?;
    }
    let before = if target.exists() {
        let held = file::hold(&target).await?;
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let before = folder.join(format!("{FILE}.before-{}", now.as_secs()));
        fs::rename(&target, &before).map_err(unusable(&before))?;
        held.close()
            .await
            .map_err(|error| KeepError::Database(Database::File(before.clone()), error))?;
        Some(before)
    } else {
        None
    };
    file::put(&unfinished.0, &target)?;
    Ok(Restored { store, before })
}
