//! Persistence: one file per kind of record, all of it SQL that SQLite and PostgreSQL read alike; in what they differ is
//! in [`dialect`].
//!
//! Whoever means to write takes the one writing connection of this process, which queues its writers, and then waits for
//! the writers of other processes. Readers have connections of their own.

pub(crate) mod accounts;
pub(crate) mod activity;
pub(crate) mod answers;
pub(crate) mod attempts;
pub(crate) mod dialect;
pub(crate) mod grants;
pub(crate) mod invitation_requests;
pub(crate) mod invitations;
pub(crate) mod members;
pub(crate) mod onboarding;
pub(crate) mod revocations;
pub(crate) mod roles;
pub(crate) mod second_factors;
pub(crate) mod sessions;
pub(crate) mod shop;
pub(crate) mod staff_list;
pub(crate) mod subscription;
pub(crate) mod uses;

use std::time::Duration;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::{Any, AnyConnection, AnyPool, Connection, Executor, Transaction};

use crate::database::Database;
use dialect::Dialect;

/// What the functions of this room work on: a connection within a transaction.
pub(crate) type Db = AnyConnection;

/// A transaction. Dropped without a commit, it has not happened.
pub(crate) type Tx = Transaction<'static, Any>;

const READERS: u32 = 4;

/// How long to wait for a connection before saying that it cannot be done now.
const PATIENCE: Duration = Duration::from_secs(10);

/// The database.
#[derive(Clone)]
pub(crate) struct Store {
    dialect: Dialect,
    readers: AnyPool,
    writer: AnyPool,
}

impl Store {
    /// Opens a database, making its file where it is missing, and brings it up to date.
    pub(crate) async fn open(database: &Database) -> Result<Self, sqlx::Error> {
        sqlx::any::install_default_drivers();
        let (dialect, url) = address(database, "rwc");
        let options: AnyConnectOptions = url.parse()?;
        let pool = |connections| {
            AnyPoolOptions::new()
                .max_connections(connections)
                .acquire_timeout(PATIENCE)
                // A full disk makes SQLite roll back by itself, and then the driver still believes in the transaction.
                // Such a connection is given up for a new one.
                .before_acquire(|connection, _| Box::pin(async move { Ok(!connection.is_in_transaction()) }))
                .after_connect(move |connection, _| {
                    Box::pin(async move { connection.execute(dialect.each_connection()).await.map(drop) })
                })
        };
        let writer = pool(1)
            // The one writing connection stays open, and with it the shared memory of SQLite's log.
            .min_connections(1)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_with(options.clone())
            .await?;
        dialect.migrations().run(&writer).await?;
        let readers = pool(READERS).connect_with(options).await?;
        Ok(Self {
            dialect,
            readers,
            writer,
        })
    }

    /// Begins to read: all that is read is one state of the store.
    pub(crate) async fn read(&self) -> Result<Tx, sqlx::Error> {
        self.readers.begin_with(self.dialect.begin_reading()).await
    }

    /// Begins to write, once nobody else does.
    pub(crate) async fn write(&self) -> Result<Tx, sqlx::Error> {
        let mut tx = self.writer.begin_with(self.dialect.begin_writing()).await?;
        self.dialect.take_turn(&mut tx).await?;
        Ok(tx)
    }

    /// The writing connection.
    pub(crate) fn writer(&self) -> &AnyPool {
        &self.writer
    }

    /// Finishes what is under way and closes the database.
    pub(crate) async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

/// Opens a database that is there to read it, whoever else has it open, and changes nothing in it.
pub(crate) async fn look(database: &Database) -> Result<Db, sqlx::Error> {
    sqlx::any::install_default_drivers();
    let (_, url) = address(database, "ro");
    Db::connect(&url).await
}

/// Connects to a database that is there, for maintenance.
pub(crate) async fn reach(database: &Database) -> Result<Db, sqlx::Error> {
    sqlx::any::install_default_drivers();
    let (_, url) = address(database, "rw");
    Db::connect(&url).await
}

/// Which kind of database it is, and its URL. A file's has everything quoted that would be read as something else.
fn address(database: &Database, mode: &str) -> (Dialect, String) {
    const QUOTED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'.').remove(b'-').remove(b'_');
    match database {
        Database::File(file) => {
            let path = file.to_string_lossy();
            let path = utf8_percent_encode(&path, QUOTED);
            (Dialect::Sqlite, format!("sqlite://{path}?mode={mode}"))
        }
        Database::Server(server) => (Dialect::Postgres, server.reveal().to_owned()),
    }
}

/// `$1, $2, …` for a list of `count` values, beginning with `$first`.
pub(crate) fn placeholders(first: usize, count: usize) -> String {
    let names: Vec<_> = (first..first + count).map(|n| format!("${n}")).collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn odd_folders_are_quoted() {
        let file = Database::File(Path::new("/srv/köp & sälj/50%/a?b#c.sqlite").into());
        let quoted = "sqlite:///srv/k%C3%B6p%20%26%20s%C3%A4lj/50%25/a%3Fb%23c.sqlite?mode=rwc";
        assert_eq!(address(&file, "rwc"), (Dialect::Sqlite, quoted.to_owned()));
    }

    #[test]
    fn placeholders_count_on() {
        assert_eq!(placeholders(3, 2), "$3, $4");
        assert_eq!(placeholders(1, 0), "");
    }
}
