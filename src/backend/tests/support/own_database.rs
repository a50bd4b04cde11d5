//! A database of a test's own on the PostgreSQL server that `LATCHKEY_TEST_DATABASE` names, and gone with the test; what
//! many tests copy stays until the server goes. Where it names none, tests keep their stores in files.

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};

/// The address of a database on the server in which others can be made.
fn server() -> Option<String> {
    std::env::var("LATCHKEY_TEST_DATABASE")
        .ok()
        .filter(|address| !address.is_empty())
}

/// See the module.
pub(crate) struct OwnDatabase {
    server: String,
    name: String,
}

impl OwnDatabase {
    /// One that begins as a copy of another, or empty; none where stores are kept in files.
    pub(crate) fn new(like: Option<&Self>) -> Option<Self> {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let server = server()?;
        let now = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default()
            .as_nanos();
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let name = format!("latchkey_{}_{now}_{number}", std::process::id());
        let template = like.map_or("template0", |like| &like.name);
        execute(&server, format!("CREATE DATABASE {name} TEMPLATE {template}"))
            .unwrap_or_else(|error| panic!("the PostgreSQL server of the tests: {error}"));
        Some(Self { server, name })
    }

    /// Its address.
    pub(crate) fn url(&self) -> String {
        let (place, query) = self.server.split_once('?').unwrap_or((&self.server, ""));
        let (place, _) = place.rsplit_once('/').expect("the address names a database");
        format!("{place}/{}?{query}", self.name)
    }
}

impl Drop for OwnDatabase {
    fn drop(&mut self) {
        let dropped = execute(&self.server, format!("DROP DATABASE {} WITH (FORCE)", self.name));
        // A test that has failed says so itself.
        assert!(dropped.is_ok() || thread::panicking(), "{dropped:?}");
    }
}

/// Executes a statement on a connection of its own, wherever it is called from.
fn execute(server: &str, statement: String) -> sqlx::Result<()> {
    let server = server.to_owned();
    let executed = thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime").block_on(async {
            let mut connection = PgConnection::connect(&server).await?;
            connection.execute(AssertSqlSafe(statement)).await?;
            connection.close().await
        })
    });
    executed.join().expect("nobody panics")
}
