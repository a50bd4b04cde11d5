//! What can be wrong with a catalogue, each fault with the names that let somebody mend it.

use std::fmt;

/// One thing that is wrong with a catalogue. A catalogue with any fault is refused whole: fail closed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CatalogueFault {
    /// Two sections have the same id.
    DuplicateSection(String),
    /// Two permissions have the same id.
    DuplicatePermission(String),
    /// A section's id is no lower-case name.
    MalformedSection(String),
    /// A permission's id is not of the form `noun.verb`.
    MalformedPermission(String),
    /// A permission requires one that the catalogue does not have.
    UnknownRequirement {
        /// The permission that requires.
        permission: String,
        /// What it requires.
        requires: String,
    },
    /// Permissions require each other in a circle: the ids in order, the first one again at the end.
    Cycle(Vec<String>),
    /// A section or permission is named like a power that is the owner's alone.
    OwnerPower(String),
    /// A section or permission has no English label.
    MissingLabel(String),
    /// More permissions than a set can hold.
    TooMany {
        /// How many the catalogue has.
        count: usize,
        /// How many there may be.
        limit: usize,
    },
}

impl fmt::Display for CatalogueFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DuplicateSection(id) => write!(f, "section `{id}` is there twice"),
            Self::DuplicatePermission(id) => write!(f, "permission `{id}` is there twice"),
            Self::MalformedSection(id) => write!(f, "section `{id}` is not a lower-case name"),
            Self::MalformedPermission(id) => write!(f, "permission `{id}` is not of the form noun.verb"),
            Self::UnknownRequirement { permission, requires } => {
                write!(
                    f,
                    "permission `{permission}` requires `{requires}`, which is not in the catalogue"
                )
            }
            Self::Cycle(ids) => write!(f, "permissions require each other in a circle: {}", ids.join(" → ")),
            Self::OwnerPower(id) => write!(f, "`{id}` is the owner's alone and cannot be granted"),
            Self::MissingLabel(id) => write!(f, "`{id}` has no English label"),
            Self::TooMany { count, limit } => write!(f, "{count} permissions, but at most {limit} are possible"),
        }
    }
}

impl std::error::Error for CatalogueFault {}

/// All that is wrong with a catalogue; at least one fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogueError(pub Vec<CatalogueFault>);

impl fmt::Display for CatalogueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the permission catalogue cannot be used")?;
        for (n, fault) in self.0.iter().enumerate() {
            write!(f, "{} {fault}", if n == 0 { ":" } else { ";" })?;
        }
        Ok(())
    }
}

impl std::error::Error for CatalogueError {}
