//! Typed ids, so that a permission is never mistaken for a section, a path or any other string.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Cow<'static, str>);

        impl $name {
            /// An id known when compiling; usable in constants.
            pub const fn from_static(id: &'static str) -> Self {
                Self(Cow::Borrowed(id))
            }

            /// The id as it travels.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&'static str> for $name {
            fn from(id: &'static str) -> Self {
                Self::from_static(id)
            }
        }

        impl From<String> for $name {
            fn from(id: String) -> Self {
                Self(Cow::Owned(id))
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }
    };
}

id! {
    /// A right that can be granted, `noun.verb`, for example `orders.refund`.
    PermissionId
}

id! {
    /// One of the groups that the permission form shows as one checkbox, for example `sales`.
    SectionId
}

/// Whether `word` is a lower-case name of letters, digits and hyphens that begins with a letter.
pub(crate) fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && word
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

impl PermissionId {
    /// The noun and the verb, where the id is well formed.
    pub fn parts(&self) -> Option<(&str, &str)> {
        let (noun, verb) = self.0.split_once('.')?;
        (is_name(noun) && is_name(verb)).then_some((noun, verb))
    }
}
