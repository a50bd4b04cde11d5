//! What a handler must hold before it runs. Each call of the contract names its guard, and each handler's first
//! argument proves one; routing refuses to put together what does not belong together.

use std::marker::PhantomData;

use latchkey_contract::endpoint::Guard;
use latchkey_permissions::Rule;

use super::extract::SignedIn;

/// A rule known when compiling, so that a type can stand for having passed it.
pub(crate) trait RuleFor: Send + Sync + 'static {
    /// The rule.
    const RULE: Rule;
}

/// The rule of whatever only the owner may do.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OwnersAlone;

impl RuleFor for OwnersAlone {
    const RULE: Rule = Rule::Owner;
}

/// Proof that anybody may: what is needed is in the request itself.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Anyone;

/// Proof that a signed-in person passes the rule `R`. It is made by asking the rule, and in no other way.
#[derive(Debug)]
pub(crate) struct Allowed<R: RuleFor> {
    signed_in: SignedIn,
    rule: PhantomData<R>,
}

impl<R: RuleFor> Allowed<R> {
    /// To be called with a decision that was made, by the extractor alone.
    pub(super) fn proven(signed_in: SignedIn) -> Self {
        Self {
            signed_in,
            rule: PhantomData,
        }
    }

    /// Who it is.
    pub(crate) fn person(&self) -> &SignedIn {
        &self.signed_in
    }
}

/// Proof that it is the owner.
pub(crate) type Owner = Allowed<OwnersAlone>;

/// What proves a guard.
pub(crate) trait Proof {
    /// The guard that it proves.
    fn guard() -> Guard;

    /// Whether it proves, besides, that the person has shown shortly before who it is.
    fn fresh() -> bool {
        false
    }
}

impl Proof for Anyone {
    fn guard() -> Guard {
        Guard::Open
    }
}

impl Proof for SignedIn {
    fn guard() -> Guard {
        Guard::Rule(Rule::SignedIn)
    }
}

impl<R: RuleFor> Proof for Allowed<R> {
    fn guard() -> Guard {
        Guard::Rule(R::RULE)
    }
}

/// A handler's arguments, the first of which is a proof.
pub(crate) trait Guarded {
    /// The guard that the first argument proves.
    fn guard() -> Guard;
    /// Whether it proves, besides, that the person has shown shortly before who it is.
    fn fresh() -> bool;
}

macro_rules! guarded {
    ($($argument:ident),*) => {
        impl<M, P: Proof, $($argument),*> Guarded for (M, P, $($argument,)*) {
            fn guard() -> Guard {
                P::guard()
            }

            fn fresh() -> bool {
                P::fresh()
            }
        }
    };
}

guarded!();
guarded!(A);
guarded!(A, B);
guarded!(A, B, C);
guarded!(A, B, C, D);
guarded!(A, B, C, D, E);
guarded!(A, B, C, D, E, F);
