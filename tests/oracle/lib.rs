//! Second opinions on the permission module.
//!
//! [`facts`] says in plain words who somebody is, what they were given and what is asked for. [`draw`] invents such
//! facts. [`ours`] puts them to the permission module; [`cedar`] puts them to `cedar-policy`, another engine by other
//! people, written as its own documentation advises: what a permission requires, what a section holds and what a role
//! gives are memberships of entities, and statuses and dates are policies that forbid. Neither side is told what the
//! other makes of the facts, so that a difference between them is a fault in one.

pub mod cedar;
pub mod draw;
pub mod facts;
pub mod ours;
