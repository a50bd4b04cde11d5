//! The screens: one page per folder or file, thin; what several of them share is in `components`.

pub(crate) mod activity;
pub(crate) mod billing;
pub(crate) mod chapters;
pub(crate) mod forgotten;
pub(crate) mod join;
pub(crate) mod letters;
pub(crate) mod no_access;
pub(crate) mod not_found;
pub(crate) mod onboarding;
pub(crate) mod overview;
pub(crate) mod ownership;
pub(crate) mod profile;
mod proof;
pub(crate) mod reports;
pub(crate) mod resource;
pub(crate) mod roles;
pub(crate) mod section;
pub(crate) mod setup;
pub(crate) mod sign_in;
pub(crate) mod staff;
pub(crate) mod staff_actions;
pub(crate) mod staff_form;
