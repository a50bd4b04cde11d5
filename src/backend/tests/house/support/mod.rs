//! A house to test in, a browser to test with, and what it hears.

mod browser;
mod house;
mod listener;
mod mail_server;
mod shop;

pub(crate) use browser::{Answer, Browser, wrong};
pub(crate) use house::{House, PASSWORD, START, token_of};
pub(crate) use listener::{Heard, Listener};
pub(crate) use mail_server::{Encryption, MailServer, Manner};
pub(crate) use shop::{cents, euros, id};
