//! The program as a process: how it starts, what it says, what it refuses to start with, and how it stops.
#![cfg(unix)]

mod caller;
mod hostile;
mod keeping;
mod kills;
mod logs;
mod program;
mod start;
mod stop;
mod verify;
