//! A record's page: its form, what can be done with it, and what belongs to it; and the page of making a new one.
//!
//! `state` holds what is saved and what is typed, `blocks` draws the fields, `save` sends, `conflict` settles what two
//! people have changed at once.

mod blocks;
mod conflict;
mod copied;
mod delete;
mod head;
mod made;
mod page;
mod related;
mod save;
pub(super) mod state;

pub(super) use made::NewPage;
pub(super) use page::RecordPage;
