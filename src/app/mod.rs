//! ⑤ The dashboard: what is on screen, what a key means, what changes.

pub mod action;
mod by_place;
pub mod incoming;
pub mod keys;
pub mod terminal;
