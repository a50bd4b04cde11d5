//! A house to test in, a browser to test with, and what it hears.

mod browser;
mod house;
mod listener;
#[path = "../../support/own_database.rs"]
mod own_database;
mod shop;

pub(crate) use browser::{Answer, Browser, wrong};
pub(crate) use house::{House, PASSWORD, START, address, token_of};
pub(crate) use listener::{Heard, Listener};
pub(crate) use own_database::OwnDatabase;
pub(crate) use shop::{cents, euros, id};
