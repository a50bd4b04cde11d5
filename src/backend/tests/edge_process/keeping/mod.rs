//! Keeping a copy and beginning again from it, from the command line and on real backends.

mod load;
mod refused;
mod under_load;
mod waiting;

use std::future::Future;
use std::path::{Path, PathBuf};
use std::process::Command;

use sqlx::{AnyConnection, Connection};

use crate::program::Place;

/// What a command says, and how it ends.
struct Said {
    text: String,
    code: Option<i32>,
}

impl Said {
    #[track_caller]
    fn well(self, part: &str) -> Self {
        assert_eq!(self.code, Some(0), "{}", self.text);
        assert!(self.text.contains(part), "{}", self.text);
        self
    }

    /// Refused, with a sentence that has these parts and nothing that only its makers understand.
    #[track_caller]
    fn refused(self, parts: &[&str]) {
        assert_eq!(self.code, Some(1), "{}", self.text);
        assert!(self.text.starts_with("latchkey-backend: "), "{}", self.text);
        for part in parts {
            assert!(self.text.contains(part), "no {part:?} in: {}", self.text);
        }
        assert!(
            !self.text.contains("panicked") && !self.text.contains("Os {"),
            "{}",
            self.text
        );
    }
}

fn run(what: &str, data: &Path, option: &str, file: &Path, more: &[&str]) -> Said {
    let output = Command::new(env!("CARGO_BIN_EXE_latchkey-backend"))
        .arg(what)
        .arg("--data")
        .arg(data)
        .arg(option)
        .arg(file)
        .args(more)
        .output()
        .expect("it runs");
    Said {
        text: String::from_utf8([output.stdout, output.stderr].concat()).expect("it is text"),
        code: output.status.code(),
    }
}

fn backup(data: &Path, to: &Path) -> Said {
    run("backup", data, "--to", to, &[])
}

fn restore(data: &Path, from: &Path, more: &[&str]) -> Said {
    run("restore", data, "--from", from, more)
}

/// Where copies of a place lie: beside its folder of data.
fn beside(place: &Place, name: &str) -> PathBuf {
    place.data().with_file_name(name)
}

/// Does something with a database, by itself.
fn in_database<T, F: Future<Output = T>>(file: &Path, work: impl FnOnce(AnyConnection) -> F) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("it is made");
    runtime.block_on(async {
        sqlx::any::install_default_drivers();
        let url = format!("sqlite://{}?mode=rwc", file.display());
        work(AnyConnection::connect(&url).await.expect("it opens")).await
    })
}

/// Changes a database behind everybody's back.
fn change(file: &Path, sql: &'static str) {
    in_database(file, |mut db| async move {
        sqlx::raw_sql(sql).execute(&mut db).await.expect("it is changed");
        db.close().await.expect("it is written");
    });
}

/// Counts in a database.
fn count(file: &Path, sql: &'static str) -> i64 {
    in_database(file, |mut db| async move {
        let counted: i64 = sqlx::query_scalar(sql).fetch_one(&mut db).await.expect("it is counted");
        db.close().await.expect("it is read");
        counted
    })
}
