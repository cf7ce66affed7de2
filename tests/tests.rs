//! All integration tests; each module tests one subject.

#![expect(clippy::unwrap_used, reason = "a panic fails the test")]

mod agree;
mod dataset;
mod layers;
mod meaning;
mod record;
mod screens;
mod sheets;
mod talk;
#[cfg(unix)]
mod terminal;
mod walks;
mod words;
