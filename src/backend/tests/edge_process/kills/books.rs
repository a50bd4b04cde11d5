//! What is kept, read from the database itself while the backend has it open: how many entries there are of what, and
//! whether anything is there in halves.

use std::collections::HashMap;
use std::path::Path;

use latchkey_contract::activity::Verification;
use sqlx::any::AnyPoolOptions;
use sqlx::{AnyPool, Row, query, query_scalar};

/// Each counts what can only be there where a change was made in part.
const HALVES: &[(&str, &str)] = &[
    (
        "sessions of people who are not active",
        "SELECT COUNT(*) FROM sessions s JOIN accounts a ON a.id = s.account WHERE a.status <> 'active'",
    ),
    (
        "people who are invited without one open invitation",
        "SELECT COUNT(*) FROM accounts a WHERE a.status = 'invited' \
         AND 1 <> (SELECT COUNT(*) FROM invitations i WHERE i.account = a.id AND i.state = 'open')",
    ),
    (
        "open invitations of people who are not invited",
        "SELECT COUNT(*) FROM invitations i JOIN accounts a ON a.id = i.account \
         WHERE i.state = 'open' AND a.status <> 'invited'",
    ),
    (
        "former staff with a password",
        "SELECT COUNT(*) FROM accounts WHERE status = 'ended' AND password_hash IS NOT NULL",
    ),
    (
        "active people without a password",
        "SELECT COUNT(*) FROM accounts WHERE status = 'active' AND password_hash IS NULL",
    ),
];

/// See the module.
pub(super) struct Books {
    of: HashMap<String, usize>,
    entries: usize,
    halves: Vec<(&'static str, i64)>,
    chain: Verification,
}

impl Books {
    /// Reads them.
    pub(super) fn read(data: &Path) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("it is made");
        runtime.block_on(async {
            let chain = latchkey_backend::verify_activity(data, None)
                .await
                .expect("it can be read");
            let database = open(data).await;
            let books = Self::of(&database, chain).await;
            database.close().await;
            books
        })
    }

    async fn of(database: &AnyPool, chain: Verification) -> Self {
        let mut of = HashMap::new();
        let mut entries = 0;
        let rows = query("SELECT subject, COUNT(*) FROM activity GROUP BY subject")
            .fetch_all(database)
            .await;
        for row in rows.expect("they are read") {
            let subject: Option<String> = row.try_get(0).expect("a text");
            let count: i64 = row.try_get(1).expect("a number");
            let count = usize::try_from(count).expect("not less than none");
            entries += count;
            of.insert(subject.unwrap_or_default(), count);
        }
        let mut halves = Vec::new();
        for (what, sql) in HALVES {
            let count: i64 = query_scalar(*sql).fetch_one(database).await.expect("it is counted");
            halves.push((*what, count));
        }
        Self {
            of,
            entries,
            halves,
            chain,
        }
    }

    /// All entries.
    pub(super) fn entries(&self) -> usize {
        self.entries
    }

    /// The entries about one thing or person.
    pub(super) fn about(&self, id: &str) -> usize {
        self.of.get(id).copied().unwrap_or_default()
    }

    /// Fails where something is there in halves, or an entry is not as it was written.
    pub(super) fn are_whole(&self) {
        assert!(self.chain.ok, "{:?}", self.chain);
        assert_eq!(self.chain.count, self.entries as u64);
        let halves: Vec<_> = self.halves.iter().filter(|(_, count)| *count > 0).collect();
        assert!(halves.is_empty(), "{halves:?}");
    }
}

async fn open(data: &Path) -> AnyPool {
    sqlx::any::install_default_drivers();
    let url = format!("sqlite://{}?mode=ro", data.join("latchkey.sqlite").display());
    let pool = AnyPoolOptions::new().max_connections(1).connect(&url).await;
    pool.expect("it opens")
}
