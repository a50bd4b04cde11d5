//! Roles: what each gives, who holds it, and changing that. The form's boxes are those of the staff form.
//!
//! `touched` is what a change does to whoever holds the role, without a page or a network; `role_page` loads and saves;
//! `removal` asks where the holders are to go.

mod list;
mod removal;
mod role_form;
mod role_page;
mod touched;

pub(crate) use list::RolesPage;
pub(crate) use role_page::{NewRolePage, RolePage};
