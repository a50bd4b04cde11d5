//! Pieces that several screens share. Each writes the markup that `style/README.md` describes, once.

pub(crate) mod avatar;
pub(crate) mod button;
pub(crate) mod checks;
pub(crate) mod copy;
pub(crate) mod dialog;
pub(crate) mod door;
pub(crate) mod field;
pub(crate) mod file_link;
pub(crate) mod form;
pub(crate) mod keyed;
pub(crate) mod language_picker;
pub(crate) mod leave_guard;
pub(crate) mod new_password;
pub(crate) mod page_head;
pub(crate) mod picture;
pub(crate) mod problem;
pub(crate) mod retry;
pub(crate) mod segmented;
pub(crate) mod skeleton;
pub(crate) mod toasts;
