//! Where a person arrives after signing in.

use crate::access::Access;
use crate::decision::{Decision, Denial};
use crate::rule::CompiledRule;

/// Where to arrive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Landing<T> {
    /// On this page; the person may open it.
    Page(T),
    /// Nowhere yet, and why.
    NoAccess(Denial),
}

/// The first of `pages`, in their order, that may be opened; nowhere for whoever holds no permission at all.
///
/// Pages that any signed-in person may open (the overview, say) are no reason to let somebody arrive on an empty house.
pub fn landing<'rule, T>(pages: impl IntoIterator<Item = (&'rule CompiledRule, T)>, access: &Access) -> Landing<T> {
    if let Some(denial) = access.why_nothing() {
        return Landing::NoAccess(denial);
    }
    let mut first = None;
    for (rule, page) in pages {
        match rule.decide(access) {
            Decision::Allowed => return Landing::Page(page),
            Decision::Denied(denial) => first = first.or(Some(denial)),
        }
    }
    Landing::NoAccess(first.unwrap_or(Denial::OwnerOnly))
}
