//! The proof for what lies behind the menus: that a person may do this to the resource in the path.

use std::collections::BTreeMap;
use std::marker::PhantomData;
use std::sync::Arc;

use axum::extract::{FromRequestParts, Path};
use axum::http::Method;
use axum::http::request::Parts;
use latchkey_contract::endpoint::{Act, Guard};
use latchkey_contract::resource::{Command, Target};
use latchkey_permissions::{Catalogue, Rule};

use super::extract::{SignedIn, require};
use super::proof::Proof;
use crate::problem::Refusal;
use crate::resources::input::Sender;
use crate::resources::model::{Model, allows};
use crate::resources::output::Viewer;
use crate::resources::settling;
use crate::state::AppState;

/// An act known when compiling, so that a type can stand for being allowed it.
pub(crate) trait ActFor: Send + Sync + 'static {
    /// The act.
    const ACT: Act;
}

macro_rules! acts {
    ($($(#[$meta:meta])* $name:ident;)+) => {
        /// What can be done.
        pub(crate) mod acts {
            $(
                $(#[$meta])*
                #[derive(Clone, Copy, Debug)]
                pub(crate) struct $name;

                impl super::ActFor for $name {
                    const ACT: super::Act = super::Act::$name;
                }
            )+
        }
    };
}

acts! {
    /// See records.
    View;
    /// Make one.
    Create;
    /// Change one: at least one of its fields. Which, is asked for each field that is sent.
    Edit;
    /// Take one away, or bring it back.
    Delete;
    /// Have them as a file.
    Export;
    /// Do what the command in the path says.
    Command;
}

/// Proof that a signed-in person may do this to the resource in the path. It is made by asking the descriptor's rules,
/// and in no other way.
pub(crate) struct May<A: ActFor> {
    signed_in: SignedIn,
    model: Arc<Model>,
    /// The members of the path.
    names: BTreeMap<String, String>,
    act: PhantomData<A>,
}

impl<A: ActFor> Proof for May<A> {
    fn guard() -> Guard {
        Guard::Resource(A::ACT)
    }
}

impl<A: ActFor> May<A> {
    /// Who it is.
    pub(crate) fn person(&self) -> &SignedIn {
        &self.signed_in
    }

    /// The resource.
    pub(crate) fn model(&self) -> &Arc<Model> {
        &self.model
    }

    /// The id in the path; empty where the call has none.
    pub(crate) fn id(&self) -> &str {
        self.names.get("id").map(String::as_str).unwrap_or_default()
    }

    /// What the person may see.
    pub(crate) fn viewer<'a>(&'a self, state: &'a AppState) -> Viewer<'a> {
        Viewer {
            access: &self.signed_in.access,
            catalogue: &state.catalogue,
            registry: &state.registry,
        }
    }

    /// What the person may set.
    pub(crate) fn sender<'a>(&'a self, state: &'a AppState) -> Sender<'a> {
        Sender {
            access: &self.signed_in.access,
            catalogue: &state.catalogue,
        }
    }
}

impl May<acts::Command> {
    /// The command in the path.
    pub(crate) fn command(&self) -> Result<&Command, Refusal> {
        command(&self.model, &self.names)
    }
}

impl<A: ActFor> FromRequestParts<AppState> for May<A> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Refusal> {
        let signed_in = SignedIn::from_request_parts(parts, state).await?;
        let path = Path::<BTreeMap<String, String>>::from_request_parts(parts, state).await;
        let Path(names) = path.map_err(|_| Refusal::not_found())?;
        let model = names.get("resource").and_then(|id| state.registry.get(id));
        let model = Arc::clone(model.ok_or_else(Refusal::not_found)?);
        let decided = decide(A::ACT, &model, &names, &parts.method, &signed_in, &state.catalogue);
        decided.inspect_err(|refusal| {
            tracing::warn!(
                account = %signed_in.account.id,
                resource = model.id(),
                act = A::ACT.as_str(),
                code = refusal.code().as_str(),
                missing = ?refusal.missing(),
                "refused"
            );
        })?;
        for rule in passed(A::ACT, &model, &names) {
            state.uses.note(&signed_in, rule, &state.catalogue);
        }
        settling::settle(state, &model).await;
        Ok(Self {
            signed_in,
            model,
            names,
            act: PhantomData,
        })
    }
}

/// Asks the descriptor's rules: first for seeing the record at all, then for what is to be done. What the descriptor has
/// no rule for does not exist, for the owner neither.
fn decide(
    act: Act,
    model: &Model,
    names: &BTreeMap<String, String>,
    method: &Method,
    person: &SignedIn,
    catalogue: &Catalogue,
) -> Result<(), Refusal> {
    let asked = |rule: &Rule| require(rule, &person.access, catalogue);
    let rules = &model.resource.rules;
    asked(&rules.view)?;
    let absent = || no_such_method(model);
    match act {
        Act::View => Ok(()),
        Act::Create => asked(rules.create.as_ref().ok_or_else(|| Refusal::no_such_method(READS))?),
        Act::Delete if *method == Method::DELETE => asked(rules.delete.as_ref().ok_or_else(absent)?),
        // Where nothing is taken away, there is no path for bringing it back.
        Act::Delete => asked(rules.delete.as_ref().ok_or_else(Refusal::not_found)?),
        Act::Export => asked(rules.export.as_ref().ok_or_else(Refusal::not_found)?),
        Act::Command => asked(&command(model, names)?.rule),
        Act::Edit => {
            let first = model.edit_rules().next().ok_or_else(absent)?;
            if model.edit_rules().any(|rule| allows(rule, &person.access, catalogue)) {
                Ok(())
            } else {
                asked(first)
            }
        }
    }
}

/// The rules that were asked and let the person through. Which fields are changed, and so by which rule, is not known
/// yet where a record is.
fn passed<'a>(act: Act, model: &'a Model, names: &BTreeMap<String, String>) -> impl Iterator<Item = &'a Rule> {
    let rules = &model.resource.rules;
    let own = match act {
        Act::View | Act::Edit => None,
        Act::Create => rules.create.as_ref(),
        Act::Delete => rules.delete.as_ref(),
        Act::Export => rules.export.as_ref(),
        Act::Command => command(model, names).ok().map(|command| &command.rule),
    };
    std::iter::once(&rules.view).chain(own)
}

/// The methods by which a list is read.
const READS: &[&str] = &["GET", "HEAD"];

/// A record does not have the method; those that it has depend on the descriptor.
fn no_such_method(model: &Model) -> Refusal {
    let mut methods = READS.to_vec();
    methods.extend(model.edit_rules().next().map(|_| "PATCH"));
    methods.extend(model.resource.rules.delete.as_ref().map(|_| "DELETE"));
    Refusal::no_such_method(&methods)
}

/// The command in the path, for a record where the path has one.
fn command<'a>(model: &'a Model, names: &BTreeMap<String, String>) -> Result<&'a Command, Refusal> {
    let target = if names.contains_key("id") {
        Target::Record
    } else {
        Target::List
    };
    names
        .get("command")
        .and_then(|id| model.resource.command(id))
        .filter(|command| command.target == target)
        .ok_or_else(Refusal::not_found)
}
