//! What a step that went wrong tells the person: what failed, which command, what to do.
//! Apart, so that no step can fail with less than that.

use std::fmt;

/// The result of a step.
pub(crate) type Outcome<T> = Result<T, Failure>;

/// A step that went wrong.
#[derive(Clone, Debug)]
pub(crate) enum Failure {
    /// Somebody asked to stop; there is nothing to explain.
    Stopped,
    /// Something failed.
    Failed {
        /// What failed, in a sentence: the command, or the check.
        what: String,
        /// What was seen: the last lines of the output, a system's message. May be empty.
        seen: String,
        /// What to do about it. May be empty when the sentence says it.
        advice: String,
    },
}

impl Failure {
    /// A failure that explains itself.
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self::Failed {
            what: what.into(),
            seen: String::new(),
            advice: String::new(),
        }
    }

    /// Adds what was seen.
    pub(crate) fn seen(mut self, text: impl fmt::Display) -> Self {
        if let Self::Failed { seen, .. } = &mut self {
            *seen = text.to_string();
        }
        self
    }

    /// Adds what to do, unless something nearer to the cause has said it already.
    pub(crate) fn advice(mut self, text: impl Into<String>) -> Self {
        if let Self::Failed { advice, .. } = &mut self
            && advice.is_empty()
        {
            *advice = text.into();
        }
        self
    }

    /// For `map_err` on the file system's errors: names the act and the path.
    pub(crate) fn file<'a>(act: &'a str, path: &'a std::path::Path) -> impl FnOnce(std::io::Error) -> Self + use<'a> {
        move |error| Self::new(format!("Could not {act} {}", path.display())).seen(error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stopped => f.write_str("stopped"),
            Self::Failed { what, seen, advice } => {
                f.write_str(what)?;
                for line in seen.trim_end().lines() {
                    write!(f, "\n  | {line}")?;
                }
                if !advice.is_empty() {
                    write!(f, "\nWhat to do: {advice}")?;
                }
                Ok(())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_shows_what_was_seen_and_what_to_do() {
        let failure = Failure::new("`npm ci` failed")
            .seen("line one\nline two\n")
            .advice("try again")
            .advice("never reached");
        assert_eq!(
            failure.to_string(),
            "`npm ci` failed\n  | line one\n  | line two\nWhat to do: try again"
        );
    }
}
