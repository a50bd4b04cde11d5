//! What is wrong with a language file, and where.

use std::fmt;
use std::path::PathBuf;

/// One fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file or folder it is in.
    pub path: PathBuf,
    /// Its line, counted from one, where there is one.
    pub line: Option<usize>,
    /// What it is.
    pub kind: FaultKind,
}

/// What a fault is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// A file or folder cannot be read or written.
    File(String),
    /// The folder of languages has none for the reference language.
    NoReference(String),
    /// The list of what comes first names an area that has no messages.
    NoArea(String),
    /// Fluent's parser does not understand it.
    Syntax(String),
    /// Fluent has it; these files may not use it.
    Unsupported {
        /// The message it is in.
        key: String,
        /// What it is.
        what: &'static str,
    },
    /// The message stands a second time in the same language.
    DuplicateKey(String),
    /// The message has another form than lower-case words with hyphens.
    KeyForm(String),
    /// Two messages would become the same function.
    SameFunction(String, String),
    /// A name that Rust keeps for itself.
    RustWord {
        /// The message.
        key: String,
        /// The name.
        name: String,
    },
    /// The language lacks a message that the reference has.
    MissingKey(String),
    /// The reference does not know this message.
    UnknownKey(String),
    /// The placeholders are not those of the reference.
    Placeholders {
        /// The message.
        key: String,
        /// The reference has them, this language has not.
        missing: Vec<String>,
        /// This language has them, the reference has not.
        unknown: Vec<String>,
    },
    /// A placeholder counts in one place and is a word in another.
    NumberAndWord {
        /// The message.
        key: String,
        /// The placeholder.
        name: String,
    },
    /// A plural without the category that is for all the rest.
    NoOther {
        /// The message.
        key: String,
        /// The placeholder.
        name: String,
    },
    /// A plural without a category that the language needs.
    MissingCategory {
        /// The message.
        key: String,
        /// The placeholder.
        name: String,
        /// The category.
        category: &'static str,
    },
    /// A plural with a category that the language never uses.
    UnusedCategory {
        /// The message.
        key: String,
        /// The placeholder.
        name: String,
        /// The category.
        category: String,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path.display())?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.kind)
    }
}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(why) => f.write_str(why),
            Self::NoReference(language) => {
                write!(f, "there is no folder `{language}`, which the others are held against")
            }
            Self::NoArea(area) => write!(f, "there is no area `{area}`"),
            Self::Syntax(why) => write!(f, "this is not Fluent syntax: {why}"),
            Self::Unsupported { key, what } => write!(f, "`{key}` uses {what}, which these files do not support"),
            Self::DuplicateKey(key) => write!(f, "`{key}` is there already"),
            Self::KeyForm(key) => write!(
                f,
                "`{key}` is no key: lower-case letters and digits with single hyphens"
            ),
            Self::SameFunction(one, other) => write!(f, "`{one}` and `{other}` would be the same function"),
            Self::RustWord { key, name } => write!(f, "`{key}` uses the name `{name}`, which Rust keeps for itself"),
            Self::MissingKey(key) => write!(f, "`{key}` is missing"),
            Self::UnknownKey(key) => write!(f, "`{key}` is not in the reference language"),
            Self::Placeholders { key, missing, unknown } => {
                write!(f, "`{key}` has other placeholders than in the reference language:")?;
                for name in missing {
                    write!(f, " lacks {{ ${name} }}")?;
                }
                for name in unknown {
                    write!(f, " adds {{ ${name} }}")?;
                }
                Ok(())
            }
            Self::NumberAndWord { key, name } => {
                write!(
                    f,
                    "`{key}` takes {{ ${name} }} for a number in one place and for a word in another"
                )
            }
            Self::NoOther { key, name } => write!(f, "the plural of {{ ${name} }} in `{key}` has no `other`"),
            Self::MissingCategory { key, name, category } => {
                write!(
                    f,
                    "the plural of {{ ${name} }} in `{key}` has no `{category}`, which this language needs"
                )
            }
            Self::UnusedCategory { key, name, category } => {
                write!(
                    f,
                    "the plural of {{ ${name} }} in `{key}` has `{category}`, which this language never uses"
                )
            }
        }
    }
}

impl std::error::Error for Fault {}
