//! The dashboard in line mode, for screen readers and terminals without cursor control: lines out, numbers in.
//!
//! A reply says in one sentence what changed; an empty line prints the menu again.

pub mod dashboard;

pub(crate) mod input;
mod menu;
