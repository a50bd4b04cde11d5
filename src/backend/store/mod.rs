//! Persistence: one file per kind of record, all of it SQL that SQLite and PostgreSQL read alike.
//!
//! SQLite takes one writer at a time. A transaction that reads first and writes later could find that another has
//! written in between, and then waiting does not help: SQLite refuses it at once. So whoever means to write takes the
//! one writing connection, which queues writers inside this process, and begins with `BEGIN IMMEDIATE`, which takes the
//! lock before anything is read and waits for other processes (a backup, for example). Readers have connections of
//! their own and, with the write-ahead log, neither wait nor are waited for; each reads one unchanging state.

pub(crate) mod accounts;
pub(crate) mod activity;
pub(crate) mod answers;
pub(crate) mod attempts;
pub(crate) mod devices;
pub(crate) mod grants;
pub(crate) mod invitation_requests;
pub(crate) mod invitations;
pub(crate) mod letters;
pub(crate) mod members;
pub(crate) mod onboarding;
pub(crate) mod ownership;
pub(crate) mod password_links;
pub(crate) mod revocations;
pub(crate) mod roles;
pub(crate) mod second_factors;
pub(crate) mod sessions;
pub(crate) mod shop;
pub(crate) mod staff_list;
pub(crate) mod subscription;
pub(crate) mod uses;

use std::path::Path;
use std::time::Duration;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::migrate::Migrator;
use sqlx::{Any, AnyConnection, AnyPool, Connection, Executor, Transaction};

/// What the functions of this room work on: a connection within a transaction.
pub(crate) type Db = AnyConnection;

/// A transaction. Dropped without a commit, it has not happened.
pub(crate) type Tx = Transaction<'static, Any>;

pub(crate) static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");

const READERS: u32 = 4;

/// How long to wait for a connection before saying that it cannot be done now.
const PATIENCE: Duration = Duration::from_secs(10);

/// Each connection: the write-ahead log, references that hold, a wait for other processes, and nothing that is
/// committed is lost to a power cut: a revocation stays a revocation. Room for 32 MiB of pages, so that looking through a
/// large list does not read each of them again and again.
const EACH_CONNECTION: &str = "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; \
                               PRAGMA synchronous = FULL; PRAGMA cache_size = -32768;";

/// The database.
#[derive(Clone)]
pub(crate) struct Store {
    readers: AnyPool,
    writer: AnyPool,
}

impl Store {
    /// Opens the database in this file, making it where it is missing, and brings it up to date.
    pub(crate) async fn open(file: &Path) -> Result<Self, sqlx::Error> {
        sqlx::any::install_default_drivers();
        let options: AnyConnectOptions = sqlite_url(file).parse()?;
        let pool = |connections| {
            AnyPoolOptions::new()
                .max_connections(connections)
                .acquire_timeout(PATIENCE)
                // A full disk makes SQLite roll back by itself, and then the driver still believes in the transaction.
                // Such a connection is given up for a new one.
                .before_acquire(|connection, _| Box::pin(async move { Ok(!connection.is_in_transaction()) }))
                .after_connect(|connection, _| {
                    Box::pin(async move { connection.execute(EACH_CONNECTION).await.map(drop) })
                })
        };
        let writer = pool(1)
            // The one writing connection stays open, and with it the shared memory of the log.
            .min_connections(1)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_with(options.clone())
            .await?;
        MIGRATIONS.run(&writer).await?;
        let readers = pool(READERS).connect_with(options).await?;
        Ok(Self { readers, writer })
    }

    /// Begins to read: all that is read is one state of the store.
    pub(crate) async fn read(&self) -> Result<Tx, sqlx::Error> {
        self.readers.begin().await
    }

    /// Begins to write, once nobody else does.
    pub(crate) async fn write(&self) -> Result<Tx, sqlx::Error> {
        self.writer.begin_with("BEGIN IMMEDIATE").await
    }

    /// The writing connection.
    pub(crate) fn writer(&self) -> &AnyPool {
        &self.writer
    }

    /// Finishes what is under way and closes the file.
    pub(crate) async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

/// Opens a database that is there to read it, whoever else has it open, and changes nothing in it.
pub(crate) async fn look(file: &Path) -> Result<Db, sqlx::Error> {
    sqlx::any::install_default_drivers();
    let url = sqlite_url(file).replace("mode=rwc", "mode=ro");
    Db::connect(&url).await
}

/// Opens a database that is there and that nobody else knows of, to change it.
pub(crate) async fn open_alone(file: &Path) -> Result<Db, sqlx::Error> {
    sqlx::any::install_default_drivers();
    let url = sqlite_url(file).replace("mode=rwc", "mode=rw");
    Db::connect(&url).await
}

/// The file as a URL, with everything quoted that a URL would read as something else.
fn sqlite_url(file: &Path) -> String {
    const QUOTED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'.').remove(b'-').remove(b'_');
    let path = file.to_string_lossy();
    format!("sqlite://{}?mode=rwc", utf8_percent_encode(&path, QUOTED))
}

/// `$1, $2, …` for a list of `count` values, beginning with `$first`.
pub(crate) fn placeholders(first: usize, count: usize) -> String {
    let names: Vec<_> = (first..first + count).map(|n| format!("${n}")).collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_folders_are_quoted() {
        assert_eq!(
            sqlite_url(Path::new("/srv/köp & sälj/50%/a?b#c.sqlite")),
            "sqlite:///srv/k%C3%B6p%20%26%20s%C3%A4lj/50%25/a%3Fb%23c.sqlite?mode=rwc"
        );
    }

    #[test]
    fn placeholders_count_on() {
        assert_eq!(placeholders(3, 2), "$3, $4");
        assert_eq!(placeholders(1, 0), "");
    }
}
