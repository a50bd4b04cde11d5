//! Reads how many tests passed and failed out of what test runners print.
//! Apart, because a wrong reading here would make every proof worthless.

use std::fmt;
use std::ops::AddAssign;

/// How many tests passed, failed and were left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
    pub(crate) skipped: usize,
}

impl Count {
    /// One failure that no runner counted.
    pub(crate) const FAILURE: Self = Self {
        passed: 0,
        failed: 1,
        skipped: 0,
    };

    /// Holds the count against how the runner ended: a runner that failed without saying which test,
    /// or that found no test at all, is a failure too.
    pub(crate) fn held_against(mut self, succeeded: bool) -> Self {
        if self.failed == 0 && (!succeeded || self.passed == 0) {
            self.failed = 1;
        }
        self
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// Reads `cargo test`, natively or through wasm-bindgen's runner: one `test result:` line a program.
pub(crate) fn cargo(output: &str) -> Count {
    let mut count = Count::default();
    for line in plain(output).lines() {
        let Some((_, result)) = line.split_once("test result: ") else {
            continue;
        };
        let numbers = result.split_once(". ").map_or(result, |(_, rest)| rest);
        for part in numbers.split(';') {
            match number_and_word(part) {
                Some((number, "passed")) => count.passed += number,
                Some((number, "failed")) => count.failed += number,
                Some((number, "ignored")) => count.skipped += number,
                _ => {}
            }
        }
    }
    count
}

/// Reads Playwright: its summary at the end, one line a kind. A test that passed only when it was tried again,
/// was interrupted or was never run has not passed.
pub(crate) fn playwright(output: &str) -> Count {
    let mut count = Count::default();
    for line in plain(output).lines() {
        // Titles of failed tests stand below with four blanks; the kinds have two.
        if !line.starts_with("  ") || line.starts_with("   ") {
            continue;
        }
        match number_and_word(line) {
            Some((number, word)) if is_kind(line, word) => match word {
                "passed" => count.passed += number,
                "skipped" => count.skipped += number,
                _ => count.failed += number,
            },
            _ => {}
        }
    }
    count
}

/// Whether a line consists of a number and one of Playwright's kinds, with nothing but the time behind it.
fn is_kind(line: &str, word: &str) -> bool {
    let rest = line.trim().split_once(' ').map_or("", |(_, rest)| rest);
    match word {
        "did" => rest == "did not run",
        "passed" => rest == "passed" || rest.starts_with("passed ("),
        "failed" | "flaky" | "skipped" | "interrupted" => rest == word,
        _ => false,
    }
}

fn number_and_word(text: &str) -> Option<(usize, &str)> {
    let mut words = text.split_whitespace();
    Some((words.next()?.parse().ok()?, words.next()?))
}

/// Text without the codes that colour it.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        if character == '\x1b' {
            // From the bracket to the first letter.
            for code in characters.by_ref() {
                if code.is_ascii_alphabetic() {
                    break;
                }
            }
        } else {
            plain.push(character);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(passed: usize, failed: usize, skipped: usize) -> Count {
        Count {
            passed,
            failed,
            skipped,
        }
    }

    #[test]
    fn every_program_of_cargo_test_is_added() {
        let output = "running 3 tests\ntest a ... ok\n\n\
            test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\n\
            test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 7 filtered out; finished in 0.01s\n";
        assert_eq!(cargo(output), count(4, 2, 1));
    }

    #[test]
    fn wasm_bindgens_runner_is_read_alike() {
        let output = "running 2 tests\n\ntest result: ok. 2 passed; 0 failed; 0 ignored; 0 filtered out\n";
        assert_eq!(cargo(output), count(2, 0, 0));
        let coloured = "test result: \x1b[32mok\x1b[0m. 5 passed; 0 failed; 0 ignored\n";
        assert_eq!(cargo(coloured), count(5, 0, 0));
    }

    #[test]
    fn what_tests_print_is_not_counted() {
        assert_eq!(cargo("9 passed; 9 failed\n"), Count::default());
        assert_eq!(cargo("error: could not compile `x`\n"), Count::default());
    }

    #[test]
    fn playwright_counts_what_did_not_pass_as_failed() {
        let output = "Running 12 tests using 1 worker\n  ✓  1 a.spec.ts:3:1 › 3 passed (1s)\n\n\
            \x20 2 failed\n    a.spec.ts:9:1 › one ─────\n    a.spec.ts:12:1 › 7 failed\n\
            \x20 1 flaky\n    b.spec.ts:1:1 › two ─────\n\
            \x20 1 interrupted\n    b.spec.ts:2:1 › three\n\
            \x20 3 skipped\n  4 did not run\n  5 passed (8.1s)\n";
        assert_eq!(playwright(output), count(5, 8, 3));
        assert_eq!(
            playwright("\x1b[32m  12 passed\x1b[39m\x1b[2m (8.1s)\x1b[22m\n"),
            count(12, 0, 0)
        );
        assert_eq!(playwright("  1 passed (1.0m)\n"), count(1, 0, 0));
    }

    #[test]
    fn a_runner_that_dies_or_finds_nothing_has_failed() {
        assert_eq!(count(3, 0, 0).held_against(true), count(3, 0, 0));
        assert_eq!(count(3, 0, 0).held_against(false), count(3, 1, 0));
        assert_eq!(count(3, 2, 0).held_against(false), count(3, 2, 0));
        assert_eq!(count(0, 0, 4).held_against(true), count(0, 1, 4));
        assert_eq!(Count::default().held_against(false), Count::FAILURE);
    }

    #[test]
    fn the_summary_is_what_others_read() {
        assert_eq!(count(41, 2, 7).to_string(), "41 passed, 2 failed");
    }
}
