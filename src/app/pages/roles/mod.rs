//! Roles: what each gives, who holds it, and changing that. The form's boxes are those of the staff form.
//!
//! `touched` is what a change does to whoever holds the role, and `merge` puts one change on top of another, both without a
//! page or a network; `role_page` saves, and `read` follows what others save; `removal` asks where the holders are to go.

mod aside;
mod conflict;
mod list;
mod merge;
mod new_role;
mod read;
mod removal;
mod reset;
mod role_form;
mod role_page;
mod touched;

pub(crate) use list::RolesPage;
pub(crate) use new_role::NewRolePage;
pub(crate) use role_page::RolePage;
