//! The API description.
