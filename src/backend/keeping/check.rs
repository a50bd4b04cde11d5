//! What a file has to be, so that a store can begin from it. Each fault is a sentence with the way out.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use sqlx::{Row, query, query_scalar};

use super::KeepError;
use super::files::beside;
use crate::store::{Db, MIGRATIONS};

/// What every database of SQLite begins with.
const MAGIC: &[u8; 16] = b"SQLite format 3\0";
const HEAD: usize = 100;
/// The way out where a copy is not whole.
pub(super) const ANOTHER: &str = "Take another copy, or fetch this one again.";

/// Looks at the file as a file: whether it is a whole database, and all of it.
pub(super) fn file(from: &Path) -> Result<(), KeepError> {
    let unread = |error| KeepError::file("read", from, error);
    let shown = from.display();
    let mut file = File::open(from).map_err(unread)?;
    let found = file.metadata().map_err(unread)?;
    if !found.is_file() {
        return Err(KeepError::one(format!(
            "{shown} is no file. Name the file that `backup` has made with --from."
        )));
    }
    let mut head = Vec::with_capacity(HEAD);
    file.by_ref().take(HEAD as u64).read_to_end(&mut head).map_err(unread)?;
    if !head.starts_with(MAGIC) {
        return Err(KeepError::one(format!(
            "{shown} is no database. Name the file that `backup` has made with --from."
        )));
    }
    let log = |end: &str| beside(from, end).metadata().is_ok_and(|log| log.len() > 0);
    if log("-wal") || log("-journal") {
        return Err(KeepError::one(format!(
            "Beside {shown} lies a log with changes that are not in it: it is the database of a store that is in use or was \
             not stopped. Make a copy of that store with `backup`, and restore from that."
        )));
    }
    // One without a whole head has less than one page.
    let whole = if head.len() < HEAD { Some(512) } else { length(&head) };
    if whole.is_some_and(|whole| found.len() < whole) {
        return Err(KeepError::one(format!(
            "{shown} is cut off: it ends after {} bytes. {ANOTHER}",
            found.len()
        )));
    }
    Ok(())
}

/// How long the file is, by its own head; none where that was written by a program that does not keep it up to date.
fn length(head: &[u8]) -> Option<u64> {
    let number = |at: usize| Some(u32::from_be_bytes(head.get(at..at + 4)?.try_into().ok()?));
    let size = u16::from_be_bytes(head.get(16..18)?.try_into().ok()?);
    let size = if size == 1 { 65_536 } else { u64::from(size) };
    let (changed, counted_at) = (number(24)?, number(92)?);
    (changed == counted_at).then_some(size * u64::from(number(28)?))
}

/// That the database is not in order, with the way out.
pub(super) fn damaged(name: &Path, what: impl std::fmt::Display, way_out: &str) -> String {
    format!("{} is damaged ({what}). {way_out}", name.display())
}

/// Whether all pages are in order and every reference leads somewhere.
pub(super) async fn is_whole(db: &mut Db, name: &Path, way_out: &str) -> Result<(), KeepError> {
    let looked = async {
        let found: Vec<String> = query_scalar("PRAGMA integrity_check(5)").fetch_all(&mut *db).await?;
        let lost: i64 = query_scalar("SELECT COUNT(*) FROM pragma_foreign_key_check")
            .fetch_one(&mut *db)
            .await?;
        Ok::<_, sqlx::Error>((found, lost))
    };
    let looked: sqlx::Result<_> = looked.await;
    let (found, lost) = looked.map_err(|error| KeepError::one(damaged(name, error, way_out)))?;
    let mut faults: Vec<String> = found
        .iter()
        .filter(|found| *found != "ok")
        .map(|found| damaged(name, found, way_out))
        .collect();
    if lost > 0 {
        let what = format!("{lost} records belong to others that are not there");
        faults.push(damaged(name, what, way_out));
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(KeepError(faults))
    }
}

/// How the steps of a database stand to those that this program knows.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Version {
    /// Exactly those.
    Same,
    /// Some are yet to be taken.
    Older,
}

/// Whether it is a store of Latchkey, of a version that can be read here.
pub(super) async fn version(db: &mut Db, name: &Path) -> Result<Version, KeepError> {
    let shown = name.display();
    let unread = |error| KeepError::file("read", name, error);
    let tables: i64 = query_scalar(
        "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name IN ('_sqlx_migrations', 'store', 'accounts')",
    )
    .fetch_one(&mut *db)
    .await
    .map_err(unread)?;
    if tables < 3 {
        return Err(KeepError::one(format!(
            "{shown} is a database, but not that of a store. Name the file that `backup` has made with --from."
        )));
    }
    let steps = query("SELECT version, checksum, CAST(success AS INTEGER) FROM _sqlx_migrations ORDER BY version")
        .fetch_all(&mut *db)
        .await
        .map_err(unread)?;
    let mut taken = 0;
    let mut faults = Vec::new();
    for step in &steps {
        let read = || Ok::<_, sqlx::Error>((step.try_get(0)?, step.try_get(1)?, step.try_get(2)?));
        let (number, sum, success): (i64, Vec<u8>, i64) = read().map_err(unread)?;
        let Some(known) = MIGRATIONS.iter().find(|known| known.version == number) else {
            let newest = MIGRATIONS.iter().map(|known| known.version).max().unwrap_or_default();
            faults.push(format!(
                "{shown} was written by a newer version of Latchkey: it has step {number} of the database, and this program knows \
                 them up to {newest}. Use that version, or a newer one."
            ));
            continue;
        };
        if *known.checksum != sum[..] || success == 0 {
            faults.push(format!(
                "{shown} was written by another Latchkey: step {number} of its database is not the one that this program takes. \
                 Use the program that wrote it."
            ));
        }
        taken += 1;
    }
    let stores: i64 = query_scalar("SELECT COUNT(*) FROM store")
        .fetch_one(&mut *db)
        .await
        .map_err(unread)?;
    if stores == 0 {
        faults.push(format!("{shown} has no store in it yet. {ANOTHER}"));
    }
    if !faults.is_empty() {
        return Err(KeepError(faults));
    }
    Ok(if taken < MIGRATIONS.iter().count() {
        Version::Older
    } else {
        Version::Same
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_length_is_read_from_the_head() {
        let mut head = vec![0; HEAD];
        head[16..18].copy_from_slice(&4096_u16.to_be_bytes());
        head[28..32].copy_from_slice(&3_u32.to_be_bytes());
        assert_eq!(length(&head), Some(12_288));
        head[16..18].copy_from_slice(&1_u16.to_be_bytes());
        assert_eq!(length(&head), Some(196_608));
        head[27] = 9;
        assert_eq!(length(&head), None);
        assert_eq!(length(&head[..50]), None);
    }
}
