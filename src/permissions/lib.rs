//! The shared permission module: who may do what, decided the same way in the browser and in the backend.
//!
//! It is pure. It reads no file, opens no connection and knows no clock: the moment is an argument. That is what
//! lets one set of tests hold for both sides, and what lets a third party take the crate as it is.
//!
//! The parts, in the order in which a decision is made:
//!
//! 1. a [`Catalogue`] says which permissions exist, and what each requires;
//! 2. a [`Grant`] says which of them one person holds, and when;
//! 3. [`Person::access`] reads person and moment into an [`Access`];
//! 4. a [`Rule`], compiled once against the catalogue, decides on that access: [`CompiledRule::decide`].
//!
//! ```
//! use latchkey_permissions::{Catalogue, Decision, Grant, OnboardingSteps, Person, Rule, Staff, Status, Time, Window};
//!
//! let catalogue: Catalogue = serde_json::from_str(latchkey_permissions::PRESET_CATALOGUE)?;
//! let rule = Rule::all(["orders.view"]).compile(&catalogue);
//! let now = Time::from_millis(0);
//!
//! let held = catalogue.set(["orders.manage"]).known;
//! let person = Person::Staff(Staff {
//!     status: Status::Active,
//!     window: Window::ALWAYS,
//!     grant: Grant::of(held),
//!     steps: OnboardingSteps::default(),
//! });
//! // Managing orders requires seeing them, so the grant holds both.
//! assert_eq!(rule.decide(&person.access(&catalogue, now)), Decision::Allowed);
//! # Ok::<(), serde_json::Error>(())
//! ```

mod access;
mod account;
mod catalogue;
mod change;
mod check;
mod decision;
mod document;
mod fault;
mod grant;
mod id;
mod landing;
mod preset;
mod rule;
mod section;
mod set;
mod text;
mod time;

pub use access::Access;
pub use account::{OnboardingStep, OnboardingSteps, Person, Staff, Status, Transition, TransitionError};
pub use catalogue::Catalogue;
pub use change::Change;
pub use decision::{Bar, Decision, Denial};
pub use document::{CatalogueDocument, PermissionEntry, SectionEntry, Sensitivity};
pub use fault::{CatalogueError, CatalogueFault};
pub use grant::{Grant, GrantPart, Recognised};
pub use id::{PermissionId, SectionId};
pub use landing::{Landing, landing};
pub use preset::{PRESET_CATALOGUE, PRESET_ROLES, RolePreset};
pub use rule::{CompiledRule, Rule};
pub use section::{Extent, Ticked};
pub use set::PermissionSet;
pub use text::Text;
pub use time::{Time, TimeError, Window};
