//! What the program does instead of serving: it looks at a store, copies it, or begins one from a copy.

use std::path::PathBuf;

use clap::Subcommand;
use latchkey_backend::{Source, backup, restore, verify_activity};

use crate::announce;

/// Something else to do than serving.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Find out whether the record of what happened is as it was written; ends with 1 where it is not
    VerifyActivity {
        /// The folder with the database
        #[arg(long, default_value = "latchkey-data", value_name = "FOLDER")]
        data: PathBuf,
        /// A head that was noted earlier, so that a cut-off end is found too
        #[arg(long, value_name = "HEAD")]
        head: Option<String>,
    },
    /// Copy the database into one file, while a backend uses it or not; ends with 1 where the record of what happened is not
    /// as it was written
    Backup {
        /// The folder with the database
        #[arg(long, default_value = "latchkey-data", value_name = "FOLDER")]
        data: PathBuf,
        /// The file to make; one that is there is not written over
        #[arg(long, value_name = "FILE")]
        to: PathBuf,
    },
    /// Begin a store from a copy, with access as it was when the copy was made
    Restore {
        /// The folder for the store, empty or not there yet
        #[arg(long, default_value = "latchkey-data", value_name = "FOLDER")]
        data: PathBuf,
        /// The copy
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
        /// The letters.key of the store that was copied, so that letters that waited are sent
        #[arg(long, value_name = "FILE")]
        key: Option<PathBuf>,
        /// Take the copy although the record of what happened was changed
        #[arg(long)]
        accept_altered: bool,
    },
}

/// Does it. False where it was done and something was found wanting.
pub(crate) async fn perform(command: &Command) -> Result<bool, String> {
    match command {
        Command::VerifyActivity { data, head } => {
            let verified = verify_activity(data, head.as_deref()).await;
            let verified = verified.map_err(|error| format!("{error}."))?;
            announce::verified(&verified);
            Ok(verified.ok)
        }
        Command::Backup { data, to } => {
            let made = backup(data, to).await.map_err(|error| error.to_string())?;
            announce::copied(data, to, &made);
            Ok(made.activity.ok)
        }
        Command::Restore {
            data,
            from,
            key,
            accept_altered,
        } => {
            let source = Source {
                from,
                key: key.as_deref(),
                accept_altered: *accept_altered,
            };
            let restored = restore(data, source).await.map_err(|error| error.to_string())?;
            announce::restored(data, from, &restored);
            Ok(true)
        }
    }
}
