//! The connection on which a process hears the others and speaks to them. While it lasts, so does a lock that says that the
//! process lives.

use std::collections::HashSet;

use sqlx::postgres::PgListener;
use sqlx::{query, query_scalar};

use crate::activity::chain::Head;
use crate::database::Server;
use crate::store::{Db, Store, activity};

/// What everything is told on.
const CHANNEL: &str = "latchkey";
const SAY: &str = "SELECT pg_notify($1, $2)";
/// The number of the lock that whoever listens holds.
const LISTENING: i64 = i64::from_be_bytes(*b"listens!");
/// Who holds it, by the numbers of their connections.
const LIVING: &str = "SELECT CAST(pid AS BIGINT) FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1 AND granted \
                      AND CAST(classid AS BIGINT) = $1 AND CAST(objid AS BIGINT) = $2 \
                      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

/// The number of a process: that of its connection.
pub(super) type Process = i64;

/// A connection that listens.
pub(crate) struct Listening {
    pub(super) listener: PgListener,
    pub(super) own: Process,
    /// What had happened when it began to.
    pub(crate) head: Head,
}

impl Listening {
    /// Begins to listen.
    pub(crate) async fn begin(server: &Server, store: &Store) -> sqlx::Result<Self> {
        let mut listener = PgListener::connect(server.reveal()).await?;
        listener.eager_reconnect(false);
        query("SET synchronous_commit = off").execute(&mut listener).await?;
        listener.listen(CHANNEL).await?;
        query("SELECT pg_advisory_lock_shared($1)")
            .bind(LISTENING)
            .execute(&mut listener)
            .await?;
        let own: i32 = query_scalar("SELECT pg_backend_pid()").fetch_one(&mut listener).await?;
        // What is committed from here on is heard.
        let mut tx = store.read().await?;
        let head = activity::head(&mut tx).await?;
        tx.rollback().await?;
        Ok(Self {
            listener,
            own: own.into(),
            head,
        })
    }

    /// Says something to everybody who listens.
    pub(super) async fn say(&mut self, message: String) -> sqlx::Result<()> {
        query(SAY)
            .bind(CHANNEL)
            .bind(message)
            .execute(&mut self.listener)
            .await
            .map(drop)
    }
}

/// Has everybody told this once a transaction has happened, within it.
pub(super) async fn say_within(db: &mut Db, message: String) -> sqlx::Result<()> {
    query(SAY).bind(CHANNEL).bind(message).execute(db).await.map(drop)
}

/// Who listens.
pub(super) async fn living(store: &Store) -> sqlx::Result<HashSet<Process>> {
    let mut tx = store.read().await?;
    let living: Vec<Process> = query_scalar(LIVING)
        .bind(LISTENING >> 32)
        .bind(LISTENING & 0xffff_ffff)
        .fetch_all(&mut *tx)
        .await?;
    tx.rollback().await?;
    Ok(living.into_iter().collect())
}
