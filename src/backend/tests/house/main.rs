//! The backend as a whole: its router, on a real database file, with a clock that a test moves. One idea for each file.

mod support;

mod signing_in;
