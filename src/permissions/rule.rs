//! Rules: what a menu, page, block, field, command or endpoint needs.
//!
//! A [`Rule`] is written once and travels; a [`CompiledRule`] is the same rule read against one catalogue, so that
//! deciding is a comparison of bits.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize, de};

use crate::Catalogue;
use crate::access::Access;
use crate::decision::{Bar, Decision, Denial};
use crate::id::PermissionId;
use crate::set::PermissionSet;

/// What is needed. All or any is part of the type, so that nobody has to guess.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Rule {
    /// To be the owner. No grant can stand in for it.
    Owner,
    /// To be signed in, whatever one holds.
    SignedIn,
    /// To hold each of these. Without a member it denies everybody: an empty rule is a mistake, not an open door.
    All(Cow<'static, [PermissionId]>),
    /// To hold at least one of these. Without a member it denies everybody.
    Any(Cow<'static, [PermissionId]>),
}

impl Rule {
    /// A rule that needs each of `ids`.
    pub fn all<I>(ids: I) -> Self
    where
        I: IntoIterator,
        I::Item: Into<PermissionId>,
    {
        Self::All(ids.into_iter().map(Into::into).collect())
    }

    /// A rule that needs one of `ids`.
    pub fn any<I>(ids: I) -> Self
    where
        I: IntoIterator,
        I::Item: Into<PermissionId>,
    {
        Self::Any(ids.into_iter().map(Into::into).collect())
    }

    /// The permissions that it names.
    pub fn permissions(&self) -> &[PermissionId] {
        match self {
            Self::Owner | Self::SignedIn => &[],
            Self::All(ids) | Self::Any(ids) => ids,
        }
    }

    /// The rule read against a catalogue.
    #[must_use]
    pub fn compile(&self, catalogue: &Catalogue) -> CompiledRule {
        let recognised = catalogue.set(self.permissions().iter().cloned());
        let test = match self {
            Self::Owner => Test::Owner,
            Self::SignedIn => Test::SignedIn,
            Self::All(ids) if ids.is_empty() || !recognised.unknown.is_empty() => Test::Never,
            Self::Any(_) if recognised.known.is_empty() => Test::Never,
            Self::All(_) => Test::All,
            Self::Any(_) => Test::Any,
        };
        CompiledRule {
            test,
            needed: recognised.known,
            unknown: recognised.unknown,
        }
    }
}

/// A rule as it may arrive: an empty list is refused with a sentence rather than read as something.
impl<'de> Deserialize<'de> for Rule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        enum Written {
            Owner,
            SignedIn,
            All(Vec<PermissionId>),
            Any(Vec<PermissionId>),
        }
        match Written::deserialize(deserializer)? {
            Written::Owner => Ok(Self::Owner),
            Written::SignedIn => Ok(Self::SignedIn),
            Written::All(ids) | Written::Any(ids) if ids.is_empty() => {
                Err(de::Error::custom("a rule names at least one permission"))
            }
            Written::All(ids) => Ok(Self::all(ids)),
            Written::Any(ids) => Ok(Self::any(ids)),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Test {
    Owner,
    SignedIn,
    All,
    Any,
    /// The rule names something the catalogue does not know, or nothing: nobody passes, the owner neither.
    Never,
}

/// A rule read against one catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompiledRule {
    test: Test,
    needed: PermissionSet,
    unknown: Vec<PermissionId>,
}

impl CompiledRule {
    /// Ids in the rule that the catalogue does not know; a mistake in the rule or an older catalogue.
    pub fn unknown(&self) -> &[PermissionId] {
        &self.unknown
    }

    /// Decides. The order of the reasons is fixed: who one is, whether one may enter at all, then what is missing.
    #[inline]
    pub fn decide(&self, access: &Access) -> Decision {
        let granted = match *access {
            Access::SignedOut => return Decision::Denied(Denial::SignedOut),
            Access::Barred(bar @ (Bar::Suspended | Bar::Ended(_))) => return Decision::Denied(bar.into()),
            Access::Owner => {
                return match self.test {
                    Test::Never => Decision::Denied(Denial::Missing(self.needed)),
                    _ => Decision::Allowed,
                };
            }
            Access::Barred(bar) => {
                return match self.test {
                    Test::SignedIn => Decision::Allowed,
                    Test::Owner => Decision::Denied(Denial::OwnerOnly),
                    _ => Decision::Denied(bar.into()),
                };
            }
            Access::Granted(granted) => granted,
        };
        let allowed = match self.test {
            Test::Owner => return Decision::Denied(Denial::OwnerOnly),
            Test::SignedIn => true,
            Test::All => granted.contains_all(self.needed),
            Test::Any => granted.intersects(self.needed),
            Test::Never => false,
        };
        if allowed {
            Decision::Allowed
        } else {
            Decision::Denied(Denial::Missing(self.needed - granted))
        }
    }

    /// The ids behind a [`Denial::Missing`] of this rule: those of the set, and those the catalogue does not know.
    pub fn missing(&self, catalogue: &Catalogue, missing: PermissionSet) -> Vec<PermissionId> {
        let mut ids = catalogue.ids(missing);
        ids.extend(self.unknown.iter().cloned());
        ids
    }
}
