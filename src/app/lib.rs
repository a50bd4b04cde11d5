//! The admin: a single-page app that renders staff accounts, permission forms and permission-gated menus.
//!
//! The rooms: [`client`] speaks the contract, [`session`] knows who is signed in and decides with the shared permission
//! module, [`navigation`] holds address, screen, title and focus together, [`frame`] is what surrounds every page,
//! [`pages`] are the screens, [`components`] the pieces that several of them share, [`i18n`] the words.
//!
//! The backend decides; what is decided here only shows.
#![cfg_attr(not(test), warn(clippy::use_debug))] // A release writes nothing for `{:?}`.

mod app;
mod chapter;
mod client;
mod components;
mod config;
mod directory;
mod frame;
mod i18n;
mod json;
mod navigation;
mod pages;
mod preferences;
mod reactive;
mod session;
mod styles;
mod time;

pub use app::mount;
