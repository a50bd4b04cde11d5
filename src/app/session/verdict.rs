//! Asking a rule, and showing by its answer.

use latchkey_permissions::{Decision, Denial, Rule};
use leptos::prelude::*;

use super::state::{Sessions, use_sessions};
use crate::reactive::{live, memo};

/// The answer to a rule in the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Not known yet: a skeleton, neither a yes nor a no.
    Pending,
    /// Yes.
    Allowed,
    /// No, and why.
    Denied(Denial),
}

impl Sessions {
    /// What a rule says of whoever is signed in. Reactive.
    pub(crate) fn verdict(self, rule: &Rule) -> Verdict {
        if self.phase() == super::Phase::Pending {
            return Verdict::Pending;
        }
        let Some(known) = self.known() else {
            return Verdict::Denied(Denial::SignedOut);
        };
        match rule.compile(&known.catalogue).decide(&known.access) {
            Decision::Allowed => Verdict::Allowed,
            Decision::Denied(denial) => Verdict::Denied(denial),
        }
    }

    /// Whether a rule says yes for certain. Reactive.
    pub(crate) fn allows(self, rule: &Rule) -> bool {
        self.verdict(rule) == Verdict::Allowed
    }
}

/// Shows its children to whoever the rule allows; for everybody else they are absent, and so are their requests.
#[component]
pub(crate) fn Gate(
    /// Who may see it.
    rule: Rule,
    /// What to see.
    children: ChildrenFn,
) -> impl IntoView {
    let sessions = use_sessions();
    let allowed = memo(move || sessions.allows(&rule));
    live(move || allowed.get().then(|| children()))
}
