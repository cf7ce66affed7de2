//! What to show and how. Each setting comes from the first of these that sets it: command-line options, environment
//! variables, the settings file, what the terminal reports, defaults.
//!
//! Not here: reading the disk, the environment or the clock; all of these are arguments.

pub mod choices;
pub mod environment;
pub mod file;

pub(crate) mod print;
pub(crate) mod resolve;

mod source;
mod terminal;
