//! One target in words and cells, wherever it is shown: row, sentence, calculation, progress, citation.

pub mod citation;
pub mod explanation;
pub mod status_names;

pub(crate) mod calculation;
pub(crate) mod chain;
pub(crate) mod event;
mod open_rule;
pub(crate) mod progress;
pub(crate) mod progress_steps;
pub(crate) mod row;
pub(crate) mod sections;
pub(crate) mod sentence;
pub(crate) mod sort_keys;
