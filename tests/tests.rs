//! Tests: the table of contents.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod agree;
mod dataset;
mod layers;
mod meaning;
mod record;
mod screens;
mod talk;
#[cfg(unix)]
mod terminal;
mod walks;
mod words;
