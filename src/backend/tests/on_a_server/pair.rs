//! Two processes on one database, and a way to keep one of them waiting in the middle of a request.

use std::thread;

use sqlx::{Connection, Executor, PgConnection};
use tokio::runtime::Runtime;

use crate::program::{Place, Program};

/// See the module.
pub(crate) struct Pair {
    pub(crate) one: Program,
    pub(crate) other: Program,
    // After both, since they use it.
    pub(crate) place: Place,
}

impl Pair {
    /// Both, with a sample store, started at the same moment.
    pub(crate) fn start() -> Self {
        Self::start_with(&[])
    }

    pub(crate) fn start_with(arguments: &[&str]) -> Self {
        let place = Place::new();
        assert!(
            !place.has_a_file(),
            "set LATCHKEY_TEST_DATABASE to the address of a PostgreSQL server"
        );
        let (one, other) = thread::scope(|scope| {
            let start = || Program::start(&place, arguments);
            let one = scope.spawn(start);
            let other = start();
            (one.join().expect("it starts"), other)
        });
        Self { one, other, place }
    }

    /// Both of them.
    pub(crate) fn both(&self) -> [&Program; 2] {
        [&self.one, &self.other]
    }
}

/// The address of the database, as the program is told it.
fn address(place: &Place) -> String {
    let program = place.program();
    let address = program.get_envs().find(|(name, _)| *name == "LATCHKEY_DATABASE");
    let address = address.and_then(|(_, address)| address?.to_str());
    address.expect("there is one").to_owned()
}

/// Keeps everybody from reading the orders, until it is dropped: whoever asks for them waits in the middle of it.
pub(crate) struct Held {
    runtime: Runtime,
    connection: Option<PgConnection>,
}

impl Held {
    pub(crate) fn orders(place: &Place) -> Self {
        let runtime = Runtime::new().expect("a runtime");
        let connection = runtime.block_on(async {
            let mut connection = PgConnection::connect(&address(place)).await.expect("the server");
            let lock = "BEGIN; LOCK TABLE r_orders IN ACCESS EXCLUSIVE MODE";
            connection.execute(lock).await.expect("it is locked");
            connection
        });
        Self {
            runtime,
            connection: Some(connection),
        }
    }

    /// Waits until so many wait for it.
    pub(crate) fn wait_for(&mut self, count: i64) {
        let connection = self.connection.as_mut().expect("it is held");
        self.runtime.block_on(async {
            loop {
                let waiting: i64 = sqlx::query_scalar(
                    "SELECT COUNT(*) FROM pg_locks WHERE NOT granted AND relation = 'r_orders'::regclass",
                )
                .fetch_one(&mut *connection)
                .await
                .expect("they are counted");
                if waiting >= count {
                    return;
                }
                tokio::task::yield_now().await;
            }
        });
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take() {
            let closed = self.runtime.block_on(connection.close());
            assert!(closed.is_ok() || thread::panicking(), "{closed:?}");
        }
    }
}
