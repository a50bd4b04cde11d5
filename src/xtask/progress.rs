//! Steps that take long, spoken: `[2/5] Building trunk 0.21.14 (once, about 6 minutes) … 3:12`.
//! On a terminal the running steps share one line that counts; elsewhere each says where it is every half minute.

use std::fmt::Write as _;
use std::io::{IsTerminal, Read, Seek, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::interrupt;

static BOARD: Mutex<Board> = Mutex::new(Board {
    running: Vec::new(),
    begun: 0,
    total: 0,
    drawn: false,
    plain: false,
});
static TICKER: Once = Once::new();

/// How often a step speaks where there is no line to redraw.
const SPEAK_EVERY: Duration = Duration::from_secs(30);

struct Board {
    running: Vec<Entry>,
    begun: usize,
    total: usize,
    drawn: bool,
    plain: bool,
}

struct Entry {
    number: usize,
    label: String,
    log: Option<PathBuf>,
    started: Instant,
    spoken: Instant,
}

/// A step under way. Ends when `done` is called, or as failed when it is dropped.
pub(crate) struct Step {
    number: usize,
}

/// Announces how many more steps there will be.
pub(crate) fn expect(steps: usize) {
    board().total += steps;
}

/// From now on others write to the terminal too: no line is redrawn.
pub(crate) fn share_the_terminal() {
    let mut board = board();
    board.wipe();
    board.plain = true;
}

/// Prints a line above the steps that are running.
pub(crate) fn say(line: &str) {
    board().say(line);
}

/// Begins a step. `log` is the file its command writes to, whose last line is shown.
pub(crate) fn begin(label: &str, log: Option<&Path>) -> Step {
    TICKER.call_once(|| {
        thread::spawn(|| {
            loop {
                thread::sleep(Duration::from_secs(1));
                board().tick();
            }
        });
    });
    let mut board = board();
    board.begun += 1;
    let number = board.begun;
    board.total = board.total.max(number);
    let now = Instant::now();
    board.running.push(Entry {
        number,
        label: label.to_owned(),
        log: log.map(Path::to_owned),
        started: now,
        spoken: now,
    });
    if board.live() {
        board.tick();
    } else {
        let line = format!("[{number}/{}] {label} …", board.total);
        board.say(&line);
    }
    Step { number }
}

impl Step {
    /// Ends the step well.
    pub(crate) fn done(self) {
        board().finish(self.number, "done");
    }
}

impl Drop for Step {
    fn drop(&mut self) {
        let how = if interrupt::requested() { "stopped" } else { "FAILED" };
        board().finish(self.number, how);
    }
}

/// A duration as a person reads a clock: `0:07`, `12:30`.
pub(crate) fn clock(duration: Duration) -> String {
    let seconds = duration.as_secs();
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

fn board() -> MutexGuard<'static, Board> {
    BOARD.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Board {
    fn live(&self) -> bool {
        !self.plain && std::io::stdout().is_terminal()
    }

    fn say(&mut self, line: &str) {
        self.wipe();
        println!("{line}");
        self.flush();
    }

    fn wipe(&mut self) {
        if self.drawn {
            print!("\r\x1b[K");
            self.drawn = false;
        }
    }

    #[expect(clippy::unused_self, reason = "called with the board held, so that lines never mix")]
    fn flush(&self) {
        // Nobody listens any more: then there is nobody to tell.
        let _ = std::io::stdout().flush();
    }

    fn tick(&mut self) {
        if self.running.is_empty() {
            return;
        }
        if self.live() {
            let mut line = String::new();
            for entry in &self.running {
                if !line.is_empty() {
                    line.push_str(" · ");
                }
                line.push_str(&entry.line(self.total, self.running.len() == 1));
            }
            let short: String = line.chars().take(width()).collect();
            self.wipe();
            print!("{short}");
            self.drawn = true;
            self.flush();
        } else {
            let total = self.total;
            let now = Instant::now();
            let lines: Vec<String> = self
                .running
                .iter_mut()
                .filter(|entry| now - entry.spoken >= SPEAK_EVERY)
                .map(|entry| {
                    entry.spoken = now;
                    entry.line(total, true)
                })
                .collect();
            for line in lines {
                self.say(&line);
            }
        }
    }

    fn finish(&mut self, number: usize, how: &str) {
        if let Some(at) = self.running.iter().position(|e| e.number == number) {
            let entry = self.running.remove(at);
            let line = format!(
                "[{number}/{}] {} … {how}, {}",
                self.total,
                entry.label,
                clock(entry.started.elapsed())
            );
            self.say(&line);
        }
    }
}

impl Entry {
    fn line(&self, total: usize, with_log: bool) -> String {
        let mut line = format!(
            "[{}/{total}] {} … {}",
            self.number,
            self.label,
            clock(self.started.elapsed())
        );
        if with_log && let Some(last) = self.log.as_deref().and_then(last_line) {
            // Writing to a String cannot fail.
            let _ = write!(line, " · {last}");
        }
        line
    }
}

/// The last line with words in it, from the end of a log that may be long.
fn last_line(log: &Path) -> Option<String> {
    let mut file = std::fs::File::open(log).ok()?;
    let length = file.metadata().ok()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(2_000))).ok()?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).ok()?;
    let text = String::from_utf8_lossy(&bytes);
    let line = text.lines().rev().find(|line| !line.trim().is_empty())?;
    Some(line.trim().chars().take(60).collect())
}

fn width() -> usize {
    std::env::var("COLUMNS")
        .ok()
        .and_then(|text| text.parse::<usize>().ok())
        .map_or(79, |columns| columns.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_counts_minutes_beyond_the_hour() {
        assert_eq!(clock(Duration::from_secs(7)), "0:07");
        assert_eq!(clock(Duration::from_secs(192)), "3:12");
        assert_eq!(clock(Duration::from_secs(3_725)), "62:05");
    }
}
