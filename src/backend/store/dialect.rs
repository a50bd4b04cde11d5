//! In what SQLite and PostgreSQL differ, all of it. Everything else is SQL that both read alike.
//!
//! Both take one writer at a time. SQLite does so by itself: a transaction that reads first and writes later could find
//! that another has written in between, which it refuses, so writers begin with `BEGIN IMMEDIATE`. On PostgreSQL a writer
//! takes a lock of the whole database before it reads anything. Whatever is counted, compared or chained inside a
//! transaction that writes is therefore right on both, whichever process writes, and nothing has to be tried again. It
//! costs that writers wait for each other's commits; readers wait for nobody, and each reads one unchanging state.
//!
//! Texts are compared by their bytes on both: what is compared without regard to case or accents is folded before it is
//! kept.

use sqlx::migrate::{Migration, Migrator};
use sqlx::{AssertSqlSafe, SqlSafeStr, query, query_scalar};

use super::{Db, reach};
use crate::database::Database;

static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");

/// The number of the lock that PostgreSQL's writers take: the letters "latchkey".
const WRITING: i64 = i64::from_be_bytes(*b"latchkey");

/// Which of them it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    Sqlite,
    Postgres,
}

impl Dialect {
    /// That of a connection.
    pub(crate) fn of(db: &Db) -> Self {
        if db.backend_name() == "PostgreSQL" {
            Self::Postgres
        } else {
            Self::Sqlite
        }
    }

    /// What each connection is told first.
    ///
    /// SQLite: the write-ahead log, references that hold, a wait for other processes, and nothing that is committed is
    /// lost to a power cut: a revocation stays a revocation. Room for 32 MiB of pages, so that looking through a large
    /// list does not read each of them again and again.
    ///
    /// PostgreSQL: the same wait and the same care, and no writer whose process has gone silent keeps others waiting.
    /// Compiling a question costs more than answering one of ours.
    pub(super) fn each_connection(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; \
                 PRAGMA synchronous = FULL; PRAGMA cache_size = -32768;"
            }
            Self::Postgres => {
                "SET lock_timeout = '5s'; SET idle_in_transaction_session_timeout = '30s'; SET jit = off; \
                 SELECT set_config('synchronous_commit', 'on', false) \
                 WHERE current_setting('synchronous_commit') = 'off'"
            }
        }
    }

    /// How a transaction begins that only reads, and reads one state.
    pub(super) fn begin_reading(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN",
            Self::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        }
    }

    /// How a transaction begins that writes. On PostgreSQL each of its statements sees what was committed before it.
    pub(super) fn begin_writing(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN IMMEDIATE",
            Self::Postgres => "BEGIN ISOLATION LEVEL READ COMMITTED",
        }
    }

    /// Waits until no other process writes, at the beginning of a transaction that does.
    pub(super) async fn take_turn(self, db: &mut Db) -> sqlx::Result<()> {
        if self == Self::Postgres {
            query("SELECT pg_advisory_xact_lock($1)")
                .bind(WRITING)
                .execute(db)
                .await?;
        }
        Ok(())
    }

    /// A statement that makes a table, with texts that are compared by their bytes: PostgreSQL's own order is that of
    /// whatever language its database was made with.
    pub(crate) fn making(self, sql: &str) -> String {
        match self {
            Self::Sqlite => sql.to_owned(),
            Self::Postgres => sql.replace(" TEXT", " TEXT COLLATE \"C\""),
        }
    }

    /// What brings a database up to date.
    pub(super) fn migrations(self) -> Migrator {
        let migrations = MIGRATIONS.iter().map(|one| Migration {
            sql: AssertSqlSafe(self.making(one.sql.as_str())).into_sql_str(),
            ..one.clone()
        });
        Migrator::with_migrations(migrations.collect())
    }
}

/// The number of the newest migration.
pub(crate) fn newest() -> i64 {
    MIGRATIONS.iter().map(|one| one.version).max().unwrap_or_default()
}

/// Whether a database on a server holds nothing: tables at most, and no row in any.
pub(crate) async fn is_empty(database: &Database) -> sqlx::Result<bool> {
    let mut db = reach(database).await?;
    let tables: Vec<String> = query_scalar(
        "SELECT CAST(table_name AS TEXT) FROM information_schema.tables WHERE table_schema = current_schema() \
         AND table_name <> '_sqlx_migrations'",
    )
    .fetch_all(&mut db)
    .await?;
    for table in tables {
        let table = table.replace('"', "\"\"");
        let rows = AssertSqlSafe(format!("SELECT COUNT(*) FROM \"{table}\""));
        let rows: i64 = query_scalar(rows).fetch_one(&mut db).await?;
        if rows > 0 {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether a database on a server has this table.
pub(crate) async fn has_table(db: &mut Db, name: &str) -> sqlx::Result<bool> {
    let tables: i64 = query_scalar(
        "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = $1",
    )
    .bind(name)
    .fetch_one(db)
    .await?;
    Ok(tables > 0)
}

/// Whether a later attempt could succeed: the database is busy, full, read-only or away.
pub(crate) fn is_temporary(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed | sqlx::Error::Io(_) => true,
        sqlx::Error::Database(error) => error.code().is_some_and(|code| {
            if code.len() == 5 {
                // PostgreSQL: connection, resources (a full disk), operator, waited for too long, and read-only.
                let classes = ["08", "53", "57"].iter().any(|class| code.starts_with(class));
                classes || ["55P03", "25P03", "25006"].contains(&&*code)
            } else {
                // SQLite; the lower byte is the kind: BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN.
                code.parse::<u32>()
                    .is_ok_and(|code| matches!(code & 0xff, 5 | 6 | 8 | 10 | 13 | 14))
            }
        }),
        _ => false,
    }
}

/// Whether a text holds what PostgreSQL cannot keep: a zero byte.
pub(crate) fn cannot_be_kept(error: &sqlx::Error) -> bool {
    error
        .as_database_error()
        .and_then(|error| error.code())
        .is_some_and(|code| code == "22021")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_of_postgresql_compare_texts_by_their_bytes() {
        let made = "CREATE TABLE t (id TEXT NOT NULL PRIMARY KEY, n BIGINT, name TEXT)";
        assert_eq!(Dialect::Sqlite.making(made), made);
        assert_eq!(
            Dialect::Postgres.making(made),
            "CREATE TABLE t (id TEXT COLLATE \"C\" NOT NULL PRIMARY KEY, n BIGINT, name TEXT COLLATE \"C\")"
        );
    }

    #[test]
    fn both_know_the_same_migrations() {
        let told = |dialect: Dialect| -> Vec<_> {
            let migrations = dialect.migrations();
            migrations
                .iter()
                .map(|one| (one.version, one.checksum.clone()))
                .collect()
        };
        assert_eq!(told(Dialect::Sqlite), told(Dialect::Postgres));
        assert!(!told(Dialect::Sqlite).is_empty());
    }
}
