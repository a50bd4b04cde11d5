//! Language files, from the Fluent source that translators write to what the browser downloads.
//!
//! A folder holds one folder per language, each with any number of `.ftl` files. When building they are read, held
//! against each other ([`read`]), turned into one function per message ([`rust_keys`]) and into two small JSON files
//! per language ([`compile`]). In the browser only [`message`] and [`choose`] are left: parsing Fluent there would cost a fifth of
//! the whole bundle.
//!
//! Of Fluent's syntax a file may use plain messages, `{ $name }`, `{ NUMBER($count) }`, and selectors on a number or
//! a word. Attributes, terms, references and other functions are refused, each with its line.

pub mod message;

mod choose;

#[cfg(feature = "read")]
mod check;
#[cfg(feature = "read")]
mod compile;
#[cfg(feature = "read")]
mod fault;
#[cfg(feature = "read")]
mod first;
#[cfg(feature = "read")]
mod keys;
#[cfg(feature = "read")]
mod languages;
#[cfg(feature = "read")]
mod pattern;
#[cfg(feature = "read")]
mod plural;
#[cfg(feature = "read")]
mod pseudo;
#[cfg(feature = "read")]
mod source;

pub use self::choose::choose;
#[cfg(feature = "read")]
pub use self::compile::compile;
#[cfg(feature = "read")]
pub use self::fault::{Fault, FaultKind};
#[cfg(feature = "read")]
pub use self::keys::rust_keys;
#[cfg(feature = "read")]
pub use self::languages::{Kind, Languages, REFERENCE, read};
#[cfg(feature = "read")]
pub use self::pseudo::pseudo;

/// The code of the pseudo-language: one of those that are free for private use.
pub const PSEUDO: &str = "qps";
