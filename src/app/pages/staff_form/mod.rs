//! Adding somebody, and changing what somebody may do: one permission form, two pages.
//!
//! `draft` is what stands in the form and what saving it would do, without a page or a network; `state` shares it among
//! the parts; `new_page` and `edit_page` load, save and say what came of it.

mod book;
mod confirm;
mod conflict;
mod date_field;
pub(crate) mod dates;
mod draft;
mod edit_page;
mod former;
mod header;
mod moment_field;
mod new_page;
mod period_standing;
mod periods;
mod permissions;
mod person;
mod proof;
mod rebase;
mod roles;
mod single;
mod state;
mod summary;
mod uses;
mod waiting;

pub(crate) use book::Book;
pub(crate) use confirm::{ConfirmSensitive, Why, WhySensitive};
pub(crate) use draft::{Changes, Implied};
pub(crate) use edit_page::EditStaffPage;
pub(crate) use new_page::NewStaffPage;
pub(crate) use permissions::Permissions;
pub(crate) use state::FormState;
pub(crate) use summary::ChangeList;
