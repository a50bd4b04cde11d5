//! What was measured, read back from where criterion keeps it, and compared in a line.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde_json::Value;

/// The results of one run.
pub(crate) struct Estimates {
    started: SystemTime,
    folder: PathBuf,
}

impl Estimates {
    /// What was written to `folder` since `started`; a part that was filtered out has no result from this run.
    pub(crate) fn since(started: SystemTime, folder: &Path) -> Self {
        let folder = folder.to_owned();
        Self { started, folder }
    }

    /// The median of one measurement, in nanoseconds.
    fn median(&self, question: &str, engine: &str) -> Option<f64> {
        // criterion replaces the slash of an id by an underscore.
        let folder = self.folder.join(format!("{question}_{engine}"));
        let file = folder.join("new").join("estimates.json");
        if std::fs::metadata(&file).ok()?.modified().ok()? < self.started {
            return None;
        }
        let estimates: Value = serde_json::from_slice(&std::fs::read(file).ok()?).ok()?;
        estimates["median"]["point_estimate"].as_f64()
    }

    /// Prints one engine's time, and beside it those of the others and how many times longer they are.
    pub(crate) fn compare(&self, question: &str, engine: &str, others: &[&str]) {
        let Some(own) = self.median(question, engine) else {
            return;
        };
        let beside = others.iter().filter_map(|other| {
            let theirs = self.median(question, other)?;
            Some(format!("{other} {} ({:.0}×)", time(theirs), theirs / own))
        });
        let own = format!("{engine} {}", time(own));
        println!(
            "{question}: {}",
            [own].into_iter().chain(beside).collect::<Vec<_>>().join(", ")
        );
    }
}

/// A duration in the unit that reads best.
fn time(nanoseconds: f64) -> String {
    match nanoseconds {
        n if n < 1e3 => format!("{n:.1} ns"),
        n if n < 1e6 => format!("{:.1} µs", n / 1e3),
        n => format!("{:.1} ms", n / 1e6),
    }
}
