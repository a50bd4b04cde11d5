//! The program as a process: how it starts, what it says, what it refuses to start with, and how it stops.
#![cfg(unix)]

mod keeping;
mod logs;
#[path = "../support/own_database.rs"]
mod own_database;
mod program;
mod start;
mod stop;
mod verify;
